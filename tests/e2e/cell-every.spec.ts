import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { isWhole } from '../depth.ts';
import { openPage, startTimeout, test } from './cell.ts';
import { drawingsOf } from './explorables.ts';
import { openFolds } from './open-folds.ts';
import { articlePaths, siteFile } from './sites.ts';

const pathsWithCells = articlePaths.filter((path) =>
  readFileSync(siteFile(`${path}index.html`), 'utf8').includes('<python-cell'),
);
// The verification has run all of them on the same engine. What a page adds is the same on each: one with figures will do.
const sample = ['/guide/derivatives/'];

for (const path of isWhole ? pathsWithCells : sample) {
  test(`every cell of ${path} has the lesson’s output after Run`, async ({ page }) => {
    test.setTimeout(4 * startTimeout);
    const wrong = await openPage(page, path);
    await openFolds(page);
    // A starter of an exercise prints something else than its solution.
    const unlike: unknown[] = [];
    for (const cell of await page.locator('python-cell:not(.exercise-cell *)').all()) {
      // By key: a question above it whose answer is unfolded gets its buttons as the cell comes into view, and a pointer may be
      // pressed on the button and let go beside it.
      await cell.getByRole('button', { name: 'Run', exact: true }).press('Enter');
      await cell.and(page.locator('[data-judged]:not([data-running])')).waitFor({ timeout: startTimeout });
      const status = await cell.locator('.cell-status').textContent();
      const built = await drawn(cell.locator('> .example-figure svg'));
      const figures = cell.locator('.cell-figures svg');
      await expect(figures).toHaveCount(built.length);
      expect(await drawn(figures)).toEqual(built);
      if (!/^Finished in .+ s, same as the lesson\.$/.test(status ?? '')) {
        unlike.push([
          await cell.getAttribute('data-example'),
          status,
          await cell.locator('.cell-result').textContent(),
        ]);
      }
    }
    expect(unlike).toEqual([]);
    expect(wrong).toEqual([]);
  });
}

/** Drawings as text. A page has no two ids that are the same: those of a run begin with `run`. */
async function drawn(pictures: Locator): Promise<string[]> {
  return (await drawingsOf(pictures)).map((picture) => JSON.stringify(picture).replaceAll('run-', ''));
}
