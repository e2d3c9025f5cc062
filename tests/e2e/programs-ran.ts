import type { Page } from '@playwright/test';

const ways = ['goto', 'reload', 'goBack'] as const;

/**
 * Has whoever opens a page wait until its programs have run as well, which come once it is seen
 * (`src/site/program-script.ts`): a test would press what does not yet answer.
 *
 * @param page any page; all others have the same methods
 */
export function awaitProgramsOf(page: Page): void {
  const methods = Object.getPrototypeOf(page) as Record<string, (...all: unknown[]) => Promise<unknown>>;
  for (const way of ways) {
    const open = methods[way];
    methods[way] = async function (this: Page, ...all: unknown[]) {
      const response = await open?.apply(this, all);
      const { waitUntil } = (all.at(way === 'goto' ? 1 : 0) ?? {}) as { waitUntil?: string };
      if (waitUntil === undefined) await programsRan(this);
      return response;
    };
  }
}

async function programsRan(page: Page): Promise<void> {
  if (await runsPrograms(page)) await page.locator('body:not([data-programs])').waitFor({ state: 'attached' });
}

/** Asks the page again where an old address leads on to another one meanwhile. */
async function runsPrograms(page: Page): Promise<boolean> {
  for (;;) {
    try {
      return await page.evaluate(() => !matchMedia('(scripting: none)').matches);
    } catch (error) {
      if (!String(error).includes('because of a navigation')) throw error;
    }
  }
}
