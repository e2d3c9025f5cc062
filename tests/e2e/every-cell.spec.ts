import { expect } from '@playwright/test';
import { startTimeout, test } from './cell.ts';
import { articlePaths, pageUrl } from './sites.ts';

test.beforeEach(() => test.setTimeout(3 * startTimeout));

/** What a reader sees of each cell of a page after its Run: its example, and what the cell says of the outcome. */
for (const path of articlePaths) {
  test(`every cell of ${path} comes to what the lesson promises`, async ({ page }) => {
    await page.goto(pageUrl(path));
    const cells = page.locator('python-cell');
    const outcomes: string[] = [];
    for (const cell of await cells.all()) {
      const name = await cell.getAttribute('data-example');
      const drawn = await cell.locator('> .example-figure').count();
      // A cell in a fold that is closed is a reader's click away.
      await cell.evaluate((element) => {
        for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
          fold.open = true;
      });
      await cell.getByRole('button', { name: 'Run', exact: true }).click();
      await cell.and(page.locator('[data-judged]:not([data-running])')).waitFor({ timeout: startTimeout });
      const judged = await cell.getAttribute('data-judged');
      if (judged !== 'same') outcomes.push(`${name}: ${judged}`);
      await expect(cell.locator('.cell-figure svg'), `figures of ${name}`).toHaveCount(drawn);
    }
    expect(outcomes).toEqual([]);
  });
}
