import { expect, type Locator, type Page } from '@playwright/test';
import { onlyWhole } from '../depth.ts';
import { CellOnPage, cellLesson, openPage, startTimeout, test } from './cell.ts';
import { whenLive } from './explorables.ts';

test.beforeEach(() => test.setTimeout(3 * startTimeout));

/** Buttons and fields that are seen in `within` and that colors chosen by the reader make hard to read, and why. */
async function hardToRead(within: Locator): Promise<string[]> {
  return within.evaluateAll((parts) => {
    const disabled = document.createElement('span');
    disabled.style.cssText = 'forced-color-adjust: none; color: GrayText';
    document.body.append(disabled);
    const gray = getComputedStyle(disabled).color;
    disabled.remove();
    const wrong: string[] = [];
    for (const control of parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('button, .button, select')])) {
      if (!control.checkVisibility() || control.matches('[hidden] *')) continue;
      const style = getComputedStyle(control);
      const name = control.textContent.trim();
      if (Number.parseFloat(style.borderInlineStartWidth) === 0) continue;
      if (style.borderInlineStartColor === gray && !control.matches(':disabled')) wrong.push(`${name}: looks disabled`);
      if (Number.parseFloat(style.paddingInlineStart) < 4 && name !== '') wrong.push(`${name}: touches its border`);
      // Words beside it, and the next button.
      const before = control.previousSibling;
      if (!before || before.textContent?.trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(before);
      const [own, other] = [control.getBoundingClientRect(), range.getBoundingClientRect()];
      const isBeside =
        other.width > 0 && other.bottom > own.top && other.top < own.bottom && other.right <= own.left + 1;
      if (isBeside && own.left - other.right < 2) wrong.push(`${name}: touches what is before it`);
    }
    return wrong;
  });
}

async function choose(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
}

test(
  'with colors that the reader has chosen, no control of a cell looks disabled or touches other words',
  onlyWhole,
  async ({ page }) => {
    await choose(page);
    await openPage(page, cellLesson);
    const cells = page.locator('python-cell');
    expect(await hardToRead(cells)).toEqual([]);
    const cell = new CellOnPage(page, 'loss');
    await cell.write('print("mine")');
    await cell.run();
    await cell.button('Differences').click();
    const failed = new CellOnPage(page, 'luck-runs-out');
    await failed.write('1 / 0');
    await failed.run();
    expect(await hardToRead(cells)).toEqual([]);
    await page.reload();
    await expect(cell.element.getByText('Your code from last time')).toBeVisible();
    expect(await hardToRead(cells)).toEqual([]);
  },
);

test('with colors that the reader has chosen, no control of an explorable looks disabled or touches its border', async ({
  page,
}) => {
  await choose(page);
  await openPage(page, '/guide/gradient-descent/');
  const explorables = page.locator('calculus-explorable');
  for (const one of await explorables.all()) {
    await one.scrollIntoViewIfNeeded();
    await whenLive(one);
  }
  await expect(explorables.first().getByRole('button', { name: 'Copy link' })).toBeVisible();
  expect(await hardToRead(explorables)).toEqual([]);
});
