import { expect } from '@playwright/test';
import { pageUrl } from './sites.ts';
import { test } from './warm.ts';

test('at a wrong address, the page that was probably meant is offered, with the anchor', async ({ page }) => {
  await page.goto(pageUrl('/lessons/02-derivative.html#a-nudge'));
  const offer = page.getByRole('status');
  await expect(offer).toHaveText(/^Perhaps you want this page: \w/);
  expect(await offer.getByRole('link').getAttribute('href')).toBe(pageUrl('/guide/derivatives/#a-nudge'));
  await page.goto(pageUrl('/nothing-like-it'));
  await expect(page.getByRole('heading', { name: 'The lessons' })).toBeVisible();
  await expect(offer).toBeHidden();
});
