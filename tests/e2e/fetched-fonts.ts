import { expect, type Page } from '@playwright/test';

/** The fonts that a page has fetched, with their bytes. */
export async function fetchedFonts(page: Page): Promise<[string, number][]> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.woff2'))
      .map((entry) => [entry.name.replace(/.*\//, ''), (entry as PerformanceResourceTiming).encodedBodySize]),
  );
}

/** A page needs no second part of a font, and preloads the font of what is seen first. */
export async function requireFewFonts(page: Page, path: string): Promise<void> {
  const fonts = await fetchedFonts(page);
  expect(fonts.filter(([name]) => name.includes('-rest.'))).toEqual([]);
  // Upright and slanted prose, interface, code, Greek letters, and the fonts of formulas.
  expect(fonts.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(85_000);
  const links = await page
    .locator('link[rel=preload][as=font]')
    .evaluateAll((all) => all.map((one) => (one as HTMLLinkElement).href));
  // Where formulas come first, so do their two fonts.
  expect(links.length).toBe(/reference\/[a-z]+-|glossary/.test(path) ? 3 : 1);
  for (const link of links) expect(fonts.map(([name]) => name)).toContain(link.replace(/.*\//, ''));
}
