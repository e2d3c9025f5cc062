import { expect, test } from '@playwright/test';
import { CellOnPage, cellLesson, startTimeout } from './cell.ts';
import { pageUrl } from './sites.ts';

test.use({ serviceWorkers: 'allow' });

test('a page that was read opens again without a network, and its Python runs from the cache', async ({
  page,
  context,
}) => {
  test.setTimeout(3 * startTimeout);
  await page.goto(pageUrl(cellLesson));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  const cell = new CellOnPage(page, 'loss');
  await cell.run();
  await page.waitForFunction(async () => (await caches.keys()).includes('calculus-for-ml pages /'));
  await page.reload();
  await cell.run();

  await context.setOffline(true);
  const fetched: string[] = [];
  page.on('response', (response) => {
    if (!response.fromServiceWorker()) fetched.push(response.url());
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await cell.run();
  await expect(cell.status).toHaveText(/same as the lesson/);
  expect(fetched.filter((url) => url.startsWith('http'))).toEqual([]);
  await page.goto(pageUrl(cellLesson));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
