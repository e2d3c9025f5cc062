import type { Page } from '@playwright/test';

/** Opens everything that is folded, help that comes later included: no step of it is left out of a test. */
export async function openFolds(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const fold of all as HTMLDetailsElement[]) {
      fold.removeAttribute('hidden');
      fold.open = true;
    }
  });
}
