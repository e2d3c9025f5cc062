import { type BrowserContext, test as base } from '@playwright/test';

/**
 * The `test` of every spec, whether it runs Python or not: a worker keeps its `warm` context, in which Python was fetched
 * and started, from one file to the next only if the files have the same fixtures of a worker.
 */
export const test = base.extend<object, { warm: BrowserContext }>({
  warm: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
});
