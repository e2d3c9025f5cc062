import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { lessonPaths, pageUrl, siteFile } from './sites.ts';

/** One explorable as it stands in a page of the built site. */
export interface PlacedExplorable {
  readonly path: string;
  readonly id: string;
  readonly runs: boolean;
}

/** Every explorable of the site, wherever a lesson shows it: a new one is toured without another line here. */
export const placed: readonly PlacedExplorable[] = lessonPaths.flatMap((path) => {
  const { document } = parseHTML(readFileSync(siteFile(`${path.slice(1)}index.html`), 'utf8'));
  return [...document.querySelectorAll('calculus-explorable')].map((element) => ({
    path,
    id: element.id,
    runs: element.querySelector('[data-part=scrubber]') !== null,
  }));
});

/** Opens the page at an explorable and waits until it is alive. */
export async function openExplorable(page: Page, { path, id }: PlacedExplorable, query = ''): Promise<Locator> {
  await page.goto(`${pageUrl(path)}${query}#${id}`);
  const element = page.locator(`[id="${id}"]`);
  await element.scrollIntoViewIfNeeded();
  await page.locator(`[id="${id}"][data-live=ready]`).waitFor();
  return element;
}

/** What an explorable shows now, as text: its numbers and its picture. */
export async function stateOf(element: Locator): Promise<string> {
  return element.evaluate((root) => {
    const parts = ['readouts', 'equation', 'step'].map(
      (name) => root.querySelector(`[data-part=${name}]`)?.textContent,
    );
    return [...parts, root.querySelector('[data-part=pictures]')?.innerHTML].join('\n');
  });
}

/** Waits for the next frame to be drawn. */
export async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
