import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { isWhole } from '../depth.ts';
import { isOfTheRunner } from './cell.ts';
import { elementsOutsideOfTheirScope } from './elements-outside-scope.ts';
import { fontsArrived, requireFewFonts } from './fetched-fonts.ts';
import { openFolds } from './open-folds.ts';
import { lessonPaths, onePageOfEachKind, pageUrl, screenPaths, someOfEachKind } from './sites.ts';
import { test } from './warm.ts';

const policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'style-src-attr': ["'unsafe-inline'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'worker-src': ["'self'"],
};

// One visit a page: to open a long one takes longer than what is asked of it.
for (const path of someOfEachKind('every page', screenPaths)) {
  test(`${path} loads quietly, from its own origin, fits every screen, has its landmarks, and passes axe`, async ({
    page,
  }) => {
    const heard = listen(page);
    await page.goto(pageUrl(path));
    await fontsArrived(page);
    await test.step('its policy, and nothing heard', async () => {
      expect(heard).toEqual([]);
      expect(await policyOf(page)).toEqual(policy);
    });
    await test.step('what its scripts add has room', async () => {
      expect(await page.evaluate(layoutShift)).toBeLessThan(0.01);
    });
    await page.mouse.move(1, 1);
    const html = page.locator('html');
    // The review has no program for that: each of its parts is laid out when it comes near.
    if (path === '/review/') await html.evaluate((one) => one.removeAttribute('data-layout'));
    await expect(html).not.toHaveAttribute('data-layout');
    await fontsArrived(page);
    await test.step('its fonts', () => requireFewFonts(page));
    await test.step('its names, its landmarks, and a way past the header', () => requireLandmarks(page));
    await test.step('the scopes of its stylesheets', async () => {
      const { scopes, outside } = await page.evaluate(elementsOutsideOfTheirScope);
      expect(scopes).toBeGreaterThan(20);
      expect(outside).toEqual([]);
    });
    await test.step('its lists in rows', async () => expect(await page.evaluate(unevenRows)).toEqual([]));
    await test.step('its sentences', async () => expect(await page.evaluate(brokenSentences)).toEqual([]));
    await openFolds(page);
    await test.step('every width', async () => {
      for (const width of isWhole ? [320, 360, 768, 1024, 1280] : [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width} px`).toBe(width);
      }
    });
    await test.step('text twice as large on a phone', async () => {
      await page.setViewportSize({ width: 360, height: 800 });
      await html.evaluate((one) => one.style.setProperty('font-size', '200%'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await page.evaluate(brokenTitle)).toEqual([]);
      await html.evaluate((one) => one.removeAttribute('style'));
    });
    await test.step('axe', () => requireNoObjections(page, path));
  });
}

/** The lists whose first items stand in one row, but not at one height. */
function unevenRows(): string[] {
  return [...document.querySelectorAll('ul, ol')].flatMap((list) => {
    const [one, other] = [...list.children].map((item) => item.getBoundingClientRect());
    if (!one || !other) return [];
    const off = Math.abs(one.top - other.top);
    return other.left >= one.right && off > 1 && off < one.height ? [list.className] : [];
  });
}

/** The sentences whose pieces are laid out as items of a row or column, each by itself. */
function brokenSentences(): string[] {
  return [...document.querySelectorAll('body *')]
    .filter((one) => /flex|grid/.test(getComputedStyle(one).display) && !one.closest('.katex'))
    .filter((one) => [...one.childNodes].filter((node) => node.nodeType === 3 && node.nodeValue?.trim()).length > 1)
    .map((one) => one.textContent ?? '');
}

/** The words of the title that are broken over two lines. */
function brokenTitle(): string[] {
  const text = document.querySelector('h1')?.firstChild;
  return [...(text?.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text as Node, index);
    range.setEnd(text as Node, index + word.length);
    return range.getClientRects().length > 1 ? [word] : [];
  });
}

/** How much of the page has moved since it was opened, as browsers count it. */
async function layoutShift(): Promise<number> {
  const entries = await new Promise<PerformanceEntryList>((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // Where nothing has moved, nobody is told.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
  });
  return entries.reduce((sum, entry) => sum + (Reflect.get(entry, 'value') as number), 0);
}

async function requireLandmarks(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/Calculus for ML/);
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /\w.+\./);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await repeatedIds(page)).toEqual([]);
  for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
    await expect(page.getByRole(landmark)).toHaveCount(1);
  }
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
}

const withoutColors = { rules: { 'color-contrast': { enabled: false } } } as const;

async function requireNoObjections(page: Page, path: string): Promise<void> {
  // KaTeX's visible half is hidden from everybody who would mind, and is most of the page's elements.
  await page.locator('.katex-html').evaluateAll((all) => all.forEach((half) => void half.remove()));
  await page.setViewportSize({ width: 360, height: 800 });
  const hasOwnColors = isWhole || onePageOfEachKind.includes(path) || !lessonPaths.includes(path);
  expect(await objections(page, 'light', hasOwnColors ? {} : withoutColors)).toEqual([]);
  // Colors and the wide layout are the same on all pages of a kind, and axe is slow on long ones.
  if (!onePageOfEachKind.includes(path)) return;
  expect(await objections(page, 'dark', { runOnly: ['color-contrast'] })).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await objections(page, 'light', withoutColors)).toEqual([]);
}

/** Collects what a page should not do: errors, warnings, violations, failures, requests to elsewhere. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    // The page for wrong addresses is itself an answer 404.
    const isExpected = /404 \(Not Found\)/.test(message.text()) || isOfTheRunner(message.text());
    if (!isExpected) heard.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => heard.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(pageUrl('/')).origin) heard.push(`elsewhere: ${request.url()}`);
  });
  return heard;
}

/** The page's policy without the hashes, which change with what is built. */
async function policyOf(page: Page): Promise<Record<string, string[]>> {
  const content = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
  const directives = (content ?? '').split(';').map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(
    directives
      .filter(([name]) => name !== '')
      .map(([name, ...sources]) => [name, sources.filter((source) => !source.startsWith("'sha"))]),
  );
}

async function repeatedIds(page: Page): Promise<string[]> {
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

/**
 * What axe says against the page. It does not count MathML as the text of a table's heading. The pages have no frames, and
 * only what is wrong is asked for: both save it most of its work.
 */
async function objections(
  page: Page,
  colorScheme: 'light' | 'dark',
  { rules, runOnly }: Pick<RunOptions, 'rules' | 'runOnly'>,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    // What is pressed must be large enough by WCAG 2.2; axe asks for that on request only.
    rules: { 'target-size': { enabled: true }, ...rules },
    ...(runOnly && { runOnly }),
  });
  const { violations } = await axe.exclude('th:has(math)').analyze();
  return violations.map(({ id, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`);
    return `${id}: ${where.join(', ')}`;
  });
}
