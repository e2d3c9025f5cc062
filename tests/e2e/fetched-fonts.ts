import { expect, type Page } from '@playwright/test';

/** Waits for the fonts that a page brings once it is seen (`src/site/font-script.ts`), and for those that it needs besides. */
export async function fontsArrived(page: Page): Promise<void> {
  await expect(page.locator('html')).not.toHaveAttribute('data-fonts');
  // What comes into view is laid out with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await neededFontsArrived(page);
}

/** Waits for the fonts that what is laid out needs: all, on a page without programs, which has no frames to wait for. */
export async function neededFontsArrived(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Laying out is what asks for them.
    document.body.getBoundingClientRect();
    return document.fonts.ready.then(() => undefined);
  });
}

/** The fonts that a page has fetched, with their bytes. */
export async function fetchedFonts(page: Page): Promise<[string, number][]> {
  await fontsArrived(page);
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.woff2'))
      .map((entry) => [entry.name.replace(/.*\//, ''), (entry as PerformanceResourceTiming).encodedBodySize]),
  );
}

/** A page needs no second part of a font, and fetches none but that of prose before its text is seen. */
export async function requireFewFonts(page: Page): Promise<void> {
  const fonts = await fetchedFonts(page);
  expect(fonts.filter(([name]) => name.includes('-rest.'))).toEqual([]);
  // Upright and slanted prose, interface, code, Greek letters, and the fonts of formulas.
  expect(fonts.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(85_000);
  const html = await (await page.request.get(page.url())).text();
  const first = /<html data-fonts="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? [];
  expect(first.length).toBeGreaterThanOrEqual(1);
  for (const address of first) expect(fonts.map(([name]) => name)).toContain(address.replace(/.*\//, ''));
  expect(await fontsBeforePaint(page)).toEqual([
    expect.stringMatching(/^source-serif-4-latin-wght-normal\.[^.]+\.woff2$/),
  ]);
}

/** The fonts that were asked for before the page was seen. */
export function fontsBeforePaint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.woff2') && startTime < seen)
      .map(({ name }) => name.replace(/.*\//, ''));
  });
}
