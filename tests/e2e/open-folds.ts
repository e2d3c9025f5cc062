import { expect, type Page } from '@playwright/test';

/** Opens everything that is folded, once it has come, help that comes later included: no step of it is left out of a test. */
export async function openFolds(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await expect(page.locator('body')).not.toHaveAttribute('data-rest');
  await page.locator('details').evaluateAll((all) => {
    for (const fold of all as HTMLDetailsElement[]) {
      fold.removeAttribute('hidden');
      fold.open = true;
    }
  });
}
