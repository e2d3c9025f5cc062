import { expect } from '@playwright/test';
import { sampleOf } from '../depth.ts';
import { waitForReader } from './cell.ts';
import { fetchedFonts, fontsArrived, requireFewFonts } from './fetched-fonts.ts';
import { lessonPaths, onePageOfEachKind, pageUrl } from './sites.ts';
import { test } from './warm.ts';

test('the book, which is every lesson, needs no second part of a font either', async ({ page }) => {
  await page.goto(pageUrl('/book/'));
  await requireFewFonts(page);
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

for (const path of sampleOf('first fonts', lessonPaths)) {
  test(`the text of ${path} is set anew once: its first fonts are all that is laid out`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 823 });
    await waitForReader(page);
    // Nor may the browser's own scrolling and focus stand for one: then everything is laid out.
    await page.addInitScript(() => {
      for (const sign of ['pointermove', 'scroll', 'focusin'])
        addEventListener(sign, (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await page.goto(pageUrl(path));
    const fetched = (await fetchedFonts(page)).map(([name]) => name);
    await expect(page.locator('html')).toHaveAttribute('data-layout', 'later');
    const html = await (await page.request.get(page.url())).text();
    const first = /<html data-fonts="([^"]*)"/.exec(html)?.[1] ?? '';
    const late = fetched.filter(
      (name) => !name.startsWith('source-serif-4-latin-wght-normal.') && !first.includes(name),
    );
    expect(late).toEqual([]);
  });
}

test('where no program runs, the stylesheet brings the fonts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on('requestfinished', (request) => fetched.push(request.url().replace(/.*\/|\..*/g, '')));
  await page.goto(pageUrl('/guide/derivatives/'));
  const fonts = ['source-serif-4-latin-wght-normal', 'source-sans-3-latin-wght-normal', 'KaTeX_Main-Regular'];
  await expect.poll(() => fetched).toEqual(expect.arrayContaining(fonts));
  await context.close();
});

/** A text: its font, what it says, the number of its lines, and the place and size of the first, in pixels. */
interface Line {
  readonly font: string;
  readonly text: string;
  readonly lines: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Each text of the page that is set in words. */
function texts(): Line[] {
  const found: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [text, parent] = [node.textContent?.trim() ?? '', node.parentElement];
    // Formulas have fonts of their own, which no other font replaces.
    if (!/\p{L}{3}/u.test(text) || !parent || parent.closest('.katex, math, svg, script, style')) continue;
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const { fontFamily, fontStyle } = getComputedStyle(parent);
    const font = `${fontFamily.split(',')[0]} ${fontStyle}`;
    const [box] = boxes;
    const { top = 0, width = 0, height = 0 } = box ?? {};
    found.push({ font, text, lines: boxes.length, top, width, height });
  }
  return found;
}

for (const path of onePageOfEachKind) {
  // In a context of its own: a font that another page has fetched is there at once.
  test(`${path} has lines as long and as high before its fonts arrive`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const record = { score: 0 };
      Object.assign(globalThis, { record });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) record.score += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\.woff2$/, async (route) => {
      await released;
      await route.continue();
    });
    // The page's programs add lines when they come, at any time.
    await page.route(/\.js$/, (route) => route.abort());
    const painted = () =>
      page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await page.goto(pageUrl(path), { waitUntil: 'domcontentloaded' });
    await painted();
    const before = await page.evaluate(texts);
    release();
    await fontsArrived(page);
    await painted();
    const after = await page.evaluate(texts);

    expect(after).toHaveLength(before.length);
    const fonts = new Map<string, { characters: number; before: number; after: number }>();
    for (const [i, one] of before.entries()) {
      const other = after[i];
      if (one.lines !== 1 || other?.lines !== 1) continue;
      // Browsers round ascent and descent to whole pixels.
      expect(Math.abs(other.height - one.height), one.text).toBeLessThanOrEqual(1);
      const sum = fonts.get(one.font) ?? { characters: 0, before: 0, after: 0 };
      sum.characters += one.text.length;
      sum.before += one.width;
      sum.after += other.width;
      fonts.set(one.font, sum);
    }
    const known = [...fonts].filter(([, { characters }]) => characters > 300);
    expect(known.length, 'fonts of more than a few words').toBeGreaterThan(0);
    for (const [font, sums] of known) {
      expect(sums.after / sums.before, font).toBeGreaterThan(0.95);
      expect(sums.after / sums.before, font).toBeLessThan(1.05);
    }
    // Whether a line that is nearly full takes one word more is a matter of the machine's fonts. What is below it moves.
    const isBroken = before.some((one, i) => one.top < 823 && one.lines !== after[i]?.lines);
    const score = await page.evaluate(() => (globalThis as unknown as { record: { score: number } }).record.score);
    expect(score).toBeLessThanOrEqual(isBroken ? 0.1 : 0.01);
    await context.close();
  });
}

test('the header of a phone has one row of links, before its fonts arrive and after', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  for (const fonts of ['absent', 'present']) {
    const page = await context.newPage();
    if (fonts === 'absent') await page.route(/\.woff2$/, (route) => route.abort());
    await page.goto(pageUrl('/privacy/'));
    if (fonts === 'present') await fontsArrived(page);
    for (const width of [320, 344, 360, 375, 393, 412]) {
      await page.setViewportSize({ width, height: 740 });
      const rows = await page
        .locator('.site-nav > :not([popover])')
        .evaluateAll((links) => new Set(links.map((link) => Math.round(link.getBoundingClientRect().top))).size);
      expect(rows, `${width} px, fonts ${fonts}`).toBe(1);
    }
    await page.close();
  }
  await context.close();
});
