import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { isWhole, onlyWhole, sampleOf } from '../depth.ts';
import { CellOnPage, cellLesson, openPage, waitForReader } from './cell.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { articlePaths, lessonPaths, pageUrl, siteFile } from './sites.ts';
import { test } from './warm.ts';

const lesson = '/guide/gradient-descent/';

test.beforeEach(({ page }) => waitForReader(page));

/** How many blocks of the lesson are not laid out yet. */
function waiting(page: Page): Promise<number> {
  return page
    .locator('article.prose > *')
    .evaluateAll(
      (blocks) =>
        blocks.filter((one) => one.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === false)
          .length,
    );
}

test('what is far below is laid out once there is a reader, and nothing in view moves', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { shifts });
  });
  await page.goto(pageUrl(lesson));
  const hidden = await page.locator('article.prose > [hidden] > *').count();
  expect(await waiting(page)).toBeGreaterThan(hidden + 30);
  await page.mouse.move(1, 1);
  await expect(page.locator('html')).not.toHaveAttribute('data-layout');
  expect(await waiting(page)).toBe(hidden);
  expect(await page.locator('article.prose > [style*=content-visibility]').count()).toBe(0);
  const moved = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(moved.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.01);
});

test('a long example that is not laid out yet is as high as it will be: no link of it lies on what comes after it', async ({
  page,
}) => {
  const heights = () =>
    page
      .locator('.prose > .example:not(:has(.example-figure))')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(pageUrl('/reference/quick-reference/'));
  await expect(page.locator('html')).toHaveAttribute('data-layout');
  const before = await heights();
  await page.mouse.move(1, 1);
  await expect(page.locator('html')).not.toHaveAttribute('data-layout');
  await fontsArrived(page);
  const after = await heights();
  expect(after.length).toBeGreaterThan(5);
  // By less than a line.
  const wrong = after.flatMap((height, i) => (Math.abs(height - (before[i] ?? 0)) < 20 ? [] : [[before[i], height]]));
  expect(wrong).toEqual([]);
});

const heading = '#the-learning-rate';

for (const [when, open] of [
  ['at a place', (page: Page) => page.goto(pageUrl(lesson) + heading)],
  [
    'again',
    async (page: Page) => {
      await page.goto(pageUrl(lesson));
      await page.reload();
    },
  ],
] as const)
  test(`a page that is opened ${when} is laid out whole`, async ({ page }) => {
    await open(page);
    expect(await page.locator('html').getAttribute('data-layout')).toBeNull();
  });

test('a link to a place in a page that is not laid out leads there', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(pageUrl(lesson));
  await fontsArrived(page);
  const link = page.locator('.lesson-rail .contents a').last();
  const target = page.locator((await link.getAttribute('href')) ?? '');
  // Not by a pointer, whose movement would be a sign of a reader.
  await link.evaluate((element: HTMLElement) => element.click());
  await expect(page.locator('html')).not.toHaveAttribute('data-layout');
  await expect(target).toBeInViewport();
  await expect.poll(async () => (await target.boundingBox())?.y).toBeLessThan(200);
});

test('a page is laid out before a link to a place in it is followed', async ({ page }) => {
  await page.goto(pageUrl(lesson));
  // Held back, so that neither a new address nor scrolling does it.
  const press = (link: HTMLElement) => {
    link.addEventListener('click', (event) => event.preventDefault(), { once: true });
    link.click();
    return document.documentElement.dataset['layout'] ?? 'whole';
  };
  await expect.poll(() => page.locator('.lesson-rail .contents a').last().evaluate(press)).toBe('whole');
});

test('a program that scrolls to a cell leads there, in a page that is not laid out', async ({ page }) => {
  // Held back is what would lay the page out by itself.
  await page.route(/\/attend-lesson\./, () => {});
  await openPage(page, cellLesson);
  const { element } = new CellOnPage(page, 'solution-one-change');
  await expect(element).toBeAttached();
  await element.evaluate((cell: HTMLElementTagNameMap['python-cell']) => cell.propose('print("proposed")'));
  await expect(element).toBeInViewport();
});

test('a link to a text far below leads there, and what is read stays in view as the page is laid out', async ({
  page,
}) => {
  const words = 'Report more than one run';
  await page.goto(`${pageUrl(lesson)}#:~:text=${encodeURIComponent(words)}`);
  const target = page.getByText(words).last();
  await expect(target).toBeInViewport();
  await page.mouse.move(1, 1);
  await expect(page.locator('html')).not.toHaveAttribute('data-layout');
  await expect(target).toBeInViewport();
});

test('no page is sent with a field: browsers lay out each one as the page loads, to see whether they can fill it in', () => {
  const field = /<(?:select|textarea)\b[^>]*>|<input\b(?![^>]* type="(?:button|range|radio|checkbox)")[^>]*>/g;
  const found = articlePaths.flatMap((path) =>
    [...readFileSync(siteFile(`${path}index.html`), 'utf8').matchAll(field)].map(([tag]) => `${path}: ${tag}`),
  );
  expect(found).toEqual([]);
});

test('on paper everything is laid out', async ({ page }) => {
  await page.goto(pageUrl(lesson));
  await page.emulateMedia({ media: 'print' });
  const hidden = await page.locator('article.prose > [hidden] > *').count();
  expect(await waiting(page)).toBe(hidden);
});

const longPages = ['/glossary/', '/review/', '/verification/'];

for (const path of longPages) {
  test(`${path} lays out its parts far below when they come near, and says nearly how high they will be`, async ({
    page,
  }) => {
    const heights = () =>
      page
        .locator('.laid-out-later')
        .evaluateAll((all) => all.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0));
    const waitingParts = () =>
      page
        .locator('.laid-out-later > :first-child')
        .evaluateAll((all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(pageUrl(path));
      await expect(page.locator('html')).toHaveAttribute('data-layout');
      expect(await waitingParts()).toBeGreaterThan(3);
      const stated = await heights();
      await page.locator('html').evaluate((html) => html.removeAttribute('data-layout'));
      await fontsArrived(page);
      const ratio = stated / (await heights());
      expect([ratio > 0.9, ratio < 1.25], `${width} px: stated ${ratio.toFixed(2)} of the height`).toEqual([
        true,
        true,
      ]);
    }
  });
}

test('a browser that is never idle lays out the page all the same', onlyWhole, async ({ page }) => {
  await page.addInitScript(() => {
    const late = { didTimeout: true, timeRemaining: () => 0 };
    window.requestIdleCallback = (act, { timeout = 0 } = {}) =>
      timeout > 0 ? window.setTimeout(() => act(late), timeout) : 0;
  });
  await page.goto(pageUrl('/glossary/'));
  const html = page.locator('html');
  // The program that waits for a sign of a reader comes after the page has loaded.
  await expect(async () => {
    await page.mouse.move(1, 1);
    await page.mouse.move(2, 2);
    expect(await html.getAttribute('data-layout')).toBeNull();
  }).toPass({ intervals: [100] });
});

for (const path of isWhole ? [...longPages, ...lessonPaths] : sampleOf('first targets', lessonPaths)) {
  test(`${path}: before it is laid out, nothing to be pressed lies on what comes after its block`, async ({ page }) => {
    for (const [width, height] of [
      [412, 823],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(pageUrl(path));
      await expect(page.locator('html')).toHaveAttribute('data-layout');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules(['target-size']).analyze();
      const found = violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => [html, failureSummary]));
      expect(found, `${width} px`).toEqual([]);
    }
  });
}
