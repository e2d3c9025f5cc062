import type { Page } from '@playwright/test';
import { fontsArrived } from './fetched-fonts.ts';
import { laidOutUrl } from './sites.ts';

/**
 * Opens a page, laid out whole and with its fonts, without its scripts, and returns what lets them come and waits until the
 * page has loaded: before that the browser returns to the place in the address, wherever the page was scrolled.
 */
export async function openWithoutScripts(page: Page, path: string): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(laidOutUrl(path), { waitUntil: 'commit' });
  await page.locator('.site-footer').waitFor();
  await fontsArrived(page);
  return async () => {
    release();
    await page.waitForLoadState('load');
  };
}
