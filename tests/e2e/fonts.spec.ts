import { expect, type Page } from '@playwright/test';
import { onePageOfEachKind, pagePaths, pageUrl } from './sites.ts';
import { test } from './warm.ts';

/** The fonts that a page has fetched, with their bytes. */
async function fetchedFonts(page: Page): Promise<[string, number][]> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.woff2'))
      .map((entry) => [entry.name.replace(/.*\//, ''), (entry as PerformanceResourceTiming).encodedBodySize]),
  );
}

test('no page needs the second part of a font, and the font of what is seen first is preloaded', async ({ page }) => {
  for (const path of pagePaths) {
    await page.goto(pageUrl(path));
    const fonts = await fetchedFonts(page);
    expect(
      fonts.filter(([name]) => name.includes('-rest.')),
      path,
    ).toEqual([]);
    // Upright and slanted prose, interface, code, Greek letters, and the fonts of formulas.
    expect(
      fonts.reduce((sum, [, bytes]) => sum + bytes, 0),
      path,
    ).toBeLessThan(85_000);
    const links = await page
      .locator('link[rel=preload][as=font]')
      .evaluateAll((all) => all.map((one) => (one as HTMLLinkElement).href));
    // Where formulas come first, so do their two fonts.
    expect(links.length, path).toBe(/reference\/[a-z]+-|glossary/.test(path) ? 3 : 1);
    for (const link of links) expect(fonts.map(([name]) => name)).toContain(link.replace(/.*\//, ''));
  }
});

test('what an output or a reader may write beyond that is set in the same fonts', async ({ page }) => {
  await page.goto(pageUrl('/playground/'));
  const before = await fetchedFonts(page);
  await page.locator('.code-source code').evaluate((code) => {
    code.textContent = 'naïve Ω ÷ µ';
  });
  await page.evaluate(() => document.fonts.load('1em "Source Code Pro Variable"', 'ïΩ'));
  const added = (await fetchedFonts(page))
    .map(([name]) => name)
    .filter((name) => !before.some(([old]) => old === name));
  expect(added.some((name) => /^source-code-pro-latin-wght-normal-rest\./.test(name))).toBe(true);
  expect(added.some((name) => /^source-code-pro-greek/.test(name))).toBe(true);
});

test('nothing moves when the fonts arrive', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.addInitScript(() => {
    const record = { score: 0 };
    Object.assign(globalThis, { record });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) record.score += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of onePageOfEachKind) {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\.woff2$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(pageUrl(path), { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    release();
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const score = await page.evaluate(() => (globalThis as unknown as { record: { score: number } }).record.score);
    // No other font is as wide as those of formulas; where formulas come first, their fonts are preloaded.
    const bound = path.startsWith('/reference/') ? 0.1 : 0.01;
    expect(score, path).toBeLessThanOrEqual(bound);
    await page.unroute(/\.woff2$/);
  }
});
