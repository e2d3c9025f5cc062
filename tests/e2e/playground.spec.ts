import { expect } from '@playwright/test';
import { CellOnPage, openPage, startTimeout, test as warm } from './cell.ts';
import { pageUrl } from './sites.ts';
import { test } from './warm.ts';

for (const one of [test, warm]) one.beforeEach(() => one.setTimeout(2 * startTimeout));

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

warm('the playground keeps what is written, and Reset empties it until Undo', async ({ page }) => {
  const wrong = await openPage(page, '/playground/');
  const cell = new CellOnPage(page, 'playground');
  await expect(cell.editor).toHaveText('Write Python here');
  await cell.editor.fill('print(6 * 7)');
  await cell.run();
  await expect(cell.status).toHaveText(/^Finished in .+ s\.$/);
  await expect(cell.output).toHaveText('42\n');
  await page.emulateMedia({ media: 'print' });
  for (const printed of [cell.editor, cell.output]) await expect(printed).toBeVisible();
  await expect(page.locator('.playground .code-source')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.reload();
  await expect(cell.editor).toHaveText('print(6 * 7)');
  await expect(cell.output).toHaveCount(0);
  await cell.button('Reset').click();
  await expect(cell.editor).toHaveText('Write Python here');
  await cell.button('Undo').click();
  await expect(cell.editor).toHaveText('print(6 * 7)');
  expect(wrong).toEqual([]);
});

test('a link carries code to another reader, who sees it, and nothing runs by itself', async ({ page, browser }) => {
  await openPage(page, '/playground/');
  const code = 'for i in range(3):\n    print(i, "é → ∂")';
  await new CellOnPage(page, 'playground').editor.fill(code);
  await page.getByRole('button', { name: 'Copy a link to this code' }).click();
  await expect(page.locator('playground-share')).toContainText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`${pageUrl('/playground/')}#code=`);

  const context = await browser.newContext();
  const other = await context.newPage();
  const fetched: string[] = [];
  other.on('request', (request) => fetched.push(request.url()));
  await other.goto(link);
  const shown = new CellOnPage(other, 'playground');
  await expect(shown.editor).toContainText('print(i, "é → ∂")');
  await expect(other.locator('playground-share')).toContainText('It has not been run.');
  await expect(shown.status).toHaveText('');
  expect(fetched.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  // It is theirs from the first change on, and the address says so.
  await shown.editor.press('Control+End');
  await shown.editor.press('#');
  await expect.poll(() => new URL(other.url()).hash).toBe('');
  await other.reload();
  await expect(shown.editor).toContainText('"é → ∂")#');
  await context.close();
});

test('a link never takes the place of the reader’s own code without asking', async ({ page }) => {
  await openPage(page, '/playground/');
  const cell = new CellOnPage(page, 'playground');
  await cell.editor.fill('print("from the link")');
  await page.getByRole('button', { name: 'Copy a link to this code' }).click();
  // Until then the clipboard has what was copied before.
  await expect(page.locator('playground-share').getByRole('status')).toContainText('The link is copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await cell.editor.fill('print("mine")');
  await page.goto('about:blank');
  await page.goto(link);
  const panel = page.locator('.playground-link');
  await expect(panel).toContainText('print("from the link")');
  await expect(cell.editor).toHaveText('print("mine")');
  await panel.getByRole('button', { name: 'Keep mine' }).click();
  await expect(panel).toBeHidden();
  await page.goto('about:blank');
  await page.goto(link);
  await panel.getByRole('button', { name: 'Use the link’s code' }).click();
  await expect(cell.editor).toHaveText('print("from the link")');
  await cell.button('Undo').click();
  await expect(cell.editor).toHaveText('print("mine")');
});

test('a damaged link is reported and keeps the reader’s code; so is code too long for a link', async ({ page }) => {
  await openPage(page, '/playground/');
  const cell = new CellOnPage(page, 'playground');
  await cell.editor.fill('x = 1');
  await page.goto('about:blank');
  await page.goto(pageUrl('/playground/#code=broken'));
  await expect(page.locator('playground-share')).toContainText('The link is damaged');
  await expect(cell.editor).toHaveText('x = 1');
  const long = Array.from({ length: 3000 }, (_, i) => `x${i} = ${(i * 2654435761) % 4294967296}`).join('\n');
  await cell.element.evaluate((element, code) => (element as HTMLElementTagNameMap['python-cell']).propose(code), long);
  await page.getByRole('button', { name: 'Copy a link to this code' }).click();
  await expect(page.locator('playground-share')).toContainText(/too long for a link/);
});
