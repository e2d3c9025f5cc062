import { readdirSync } from 'node:fs';
import { type BrowserContext, test as base } from '@playwright/test';
import type { PythonClient } from '../../src/python/page/python-client.ts';
import { awaitProgramsOf } from './programs-ran.ts';
import { pageUrl, siteFile } from './sites.ts';

/** The program of a page that runs Python. */
export const clientProgram = readdirSync(siteFile('_astro')).find((name) => name.startsWith('browser-client.'));

/**
 * The `test` of every spec, whether it runs Python or not: a worker keeps its `warm` context, in which Python was fetched
 * and started, from one file to the next only if the files have the same fixtures of a worker.
 */
export const test = base.extend<object, { warm: BrowserContext; waiting: undefined }>({
  waiting: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      awaitProgramsOf(page);
      await page.close();
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  warm: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(pageUrl('/privacy/'));
      await page.evaluate(startPython, clientProgram);
      await page.close();
      await use(context);
      await context.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** In the page: starts Python, and waits until the memory is kept from which the pages of all tests start. */
async function startPython(program: string | undefined): Promise<void> {
  const part: { createPythonClient(): PythonClient } = await import(`/_astro/${program}`);
  await part.createPythonClient().run({ session: 'first', blocks: [{ id: 'block', code: '' }] });
  const isKept = async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().some(({ url }) => /snapshot\?label$/.test(url));
  };
  while (!(await isKept())) await new Promise((resolve) => setTimeout(resolve, 50));
}
