import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { isWhole, sampleOf } from '../depth.ts';
import { documentOf } from './built-page.ts';
import { neededFontsArrived } from './fetched-fonts.ts';
import { openFolds } from './open-folds.ts';
import { pageUrl, screenPaths, siteFile } from './sites.ts';
import { test } from './warm.ts';

/** The least height of a text in a figure, in pixels on the screen. */
const least = 13;

// Figures of the reader's programs keep the proportions that the program gave them, and are not meant here.
const drawn = 'svg.figure-plot:not(.recorded-figure)';

/** Whether a page has a figure at all: half of them have none, and need not be opened. */
const hasFigure = (path: string) =>
  path !== '/no-such-page/' && readFileSync(siteFile(`${path.slice(1)}index.html`), 'utf8').includes('figure-plot');

const withFigures = screenPaths.filter(hasFigure);

test('pages have figures', () => {
  expect(withFigures.length).toBeGreaterThan(10);
});

for (const path of sampleOf('text in figures', withFigures)) {
  test(`${path}: the text in every figure can be read, and none lies on another`, async ({ browser }) => {
    // As the page was built: what the reader changes is drawn by the same figures.
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.route(pageUrl(path), (route) =>
      route.fulfill({ contentType: 'text/html', body: documentOf(path).toString() }),
    );
    await page.goto(pageUrl(path));
    await openFolds(page);
    // No program runs, so the stylesheet itself asks for them.
    await neededFontsArrived(page);
    for (const width of isWhole ? [320, 360, 600, 768, 1280] : [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const faults = await page.locator(drawn).evaluateAll(faultsOf, least);
      expect(faults, `at ${width} px`).toEqual([]);
    }
    await context.close();
  });
}

/** Texts that are too small, that lie on one another by more than their leading, or that leave the window. */
function faultsOf(figures: Element[], least: number): string[] {
  const leading = 6;
  return figures.flatMap((figure) => {
    const name = figure.querySelector('title')?.id;
    // On a phone several pictures of an explorable stand side by side and are scrolled to: text stays in its own, or
    // in that picture's half of the gap, and is never cut off at the start of the row.
    const row = figure.closest('.explorable-pictures');
    const isScrolledTo = row !== null && row.scrollWidth > row.clientWidth;
    const own = figure.getBoundingClientRect();
    const gap = isScrolledTo ? Number.parseFloat(getComputedStyle(row).columnGap) / 2 : 0;
    const room = isScrolledTo
      ? { left: Math.max(own.left - gap, row.getBoundingClientRect().left - row.scrollLeft), right: own.right + gap }
      : { left: 0, right: innerWidth };
    const texts = [...figure.querySelectorAll('text')].flatMap((text) => {
      const words = text.textContent?.trim() ?? '';
      const scale = text.getScreenCTM()?.a ?? 0;
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      return words === '' || scale === 0 ? [] : [{ words, size, box: text.getBoundingClientRect() }];
    });
    return texts.flatMap(({ words, size, box }, i) => {
      const small = size < least ? [`${name}: “${words}” is ${size.toFixed(1)} px`] : [];
      const outside = box.left < room.left || box.right > room.right ? [`${name}: “${words}” leaves its room`] : [];
      const on = texts.slice(i + 1).flatMap(({ words: others, box: other }) => {
        const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        return wide > 1 && high > leading ? [`${name}: “${words}” lies on “${others}”`] : [];
      });
      return [...small, ...outside, ...on];
    });
  });
}
