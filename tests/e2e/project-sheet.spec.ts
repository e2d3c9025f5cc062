import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { CellOnPage, openPage, startTimeout, test } from './cell.ts';

const lesson = new URL('../../content/guide/06-linear-regression.mdx', import.meta.url);
/** The solutions of the six steps, in order. */
const solutions = [
  ...readFileSync(lesson, 'utf8').matchAll(/^```python solution name=step-\S+ session=project\n([\s\S]*?)^```$/gm),
].map(([, code]) => code ?? '');
const steps = ['data', 'loss', 'gradients', 'check', 'descent', 'pictures'].map((step) => `exercise-project-${step}`);

test('the steps of the project build on each other, and become a sheet that is printed and saved in the page', async ({
  page,
}) => {
  test.setTimeout(3 * startTimeout);
  const wrong = await openPage(page, '/guide/linear-regression/');
  expect(solutions.length).toBe(steps.length);
  for (const [i, id] of steps.entries()) {
    await page.locator(`#example-${id}`).scrollIntoViewIfNeeded();
    const cell = new CellOnPage(page, id);
    await expect(cell.button('Check')).toBeVisible();
    // The last step is left as it is for now.
    if (i < steps.length - 1) await cell.write(solutions[i] ?? '');
  }
  const sheet = page.locator('project-sheet');
  await sheet.getByLabel('A name for the sheet').fill('Ada <b>');
  await sheet.getByRole('button', { name: 'Make my sheet' }).click();
  await expect(sheet.getByRole('status')).toContainText('5 of 6 steps pass', { timeout: startTimeout });

  const last = new CellOnPage(page, steps.at(-1) ?? '');
  await last.write((solutions.at(-1) ?? '').replace('label="data"', 'label="mine"'));
  await last.button('Check').click();
  await expect(page.locator('checked-exercise[data-name="project-pictures"] .exercise-feedback')).toContainText(
    'Right',
  );
  await sheet.getByRole('button', { name: 'Make my sheet' }).click();
  await expect(sheet.getByRole('status')).toContainText('6 of 6 steps pass');
  const made = sheet.locator('.sheet');
  await expect(made).toContainText('learnt: y = 1.9814 x + 0.9925');
  await expect(made.locator('svg')).toHaveCount(1);
  await expect(made.locator('.sheet-code')).toHaveCount(6);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const saved = readFileSync(await file.path(), 'utf8');
  expect(saved).toContain('Ada &lt;b&gt;');
  expect(saved).toContain('label="mine"');
  expect(saved).not.toMatch(/(?:src|href)="(?!#|data:)/);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await sheet.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(made).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(wrong).toEqual([]);
});
