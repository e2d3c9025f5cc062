import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { holdBack } from '../../src/site/build/held-back.ts';
import { onlyWhole, sampleOf } from '../depth.ts';
import { documentOf, restOf } from './built-page.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { lessonPaths, pageUrl, siteFile } from './sites.ts';
import { test } from './warm.ts';

const lesson = '/guide/gradient-descent/';
/** The address of what lessons are sent without. */
const rest = /\/rest\.[\w-]+\.json$/;

/** A page without the order of attributes, which means nothing. */
function normal(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
    for (const [name] of attributes) element.removeAttribute(name);
    for (const [name, value] of attributes.sort(([a], [b]) => (a < b ? 1 : -1))) element.setAttribute(name, value);
  }
  return document.body.innerHTML;
}

for (const path of sampleOf('held back', lessonPaths)) {
  test(`${path}: nothing is lost between what is sent and what comes later`, () => {
    const built = parseHTML(readFileSync(siteFile(`${path}index.html`), 'utf8')).document;
    const parts = restOf(built) ?? [];
    expect(parts.length).toBeGreaterThan(10);
    const whole = documentOf(path);
    expect(whole.querySelectorAll('[data-held], .fold-to-come')).toHaveLength(0);
    const [, id = ''] = /guide\/([^/]+)/.exec(path) ?? [];
    const elsewhere = { chapter: `/book/#${id}`, answers: `/book/#${id}.solutions` };
    const again = holdBack(whole.toString(), elsewhere, () => built.body.dataset['rest'] ?? '');
    expect(again.heldBack.map(normal)).toEqual(parts.map(normal));
    expect(normal(parseHTML(again.html).document.body.outerHTML)).toBe(normal(built.body.outerHTML));
    expect(holdBack(again.html, elsewhere, () => 'another').html).toBe(again.html);
  });
}

/** The first solution, which is there from the start and comes after the hints. */
const solutionOf = (page: Page) => page.locator('#example-solution-descent');

async function openSolution(page: Page): Promise<void> {
  await page
    .locator('details.solution')
    .first()
    .evaluate((fold: HTMLDetailsElement) => {
      fold.removeAttribute('hidden');
      fold.open = true;
    });
}

test(
  'a fold that is opened at once says that its content is on its way, and then shows it',
  onlyWhole,
  async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(rest, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(pageUrl(lesson));
    await openSolution(page);
    const fold = page.locator('details.solution').first();
    await expect(fold).toContainText('This is on its way');
    release();
    await expect(solutionOf(page).locator('pre').first()).toBeVisible();
    await expect(fold.locator('.fold-to-come')).toHaveCount(0);
    await expect(fold).toHaveAttribute('open', '');
  },
);

test('without a network it says so, and the next time it is opened it tries again', async ({ page }) => {
  await page.route(rest, (route) => route.abort());
  await page.goto(pageUrl(lesson));
  const fold = page.locator('details.hint').first();
  await fold.locator('summary').click();
  await expect(fold).toContainText('could not be fetched. Check your connection');
  await page.unroute(rest);
  await fold.locator('summary').click();
  await expect(fold).not.toHaveAttribute('open');
  await fold.locator('summary').click();
  await expect(fold.locator('.fold-body')).toBeVisible();
});

test('a fold that has the focus when its content comes keeps it', async ({ page }) => {
  await page.goto(pageUrl(lesson));
  const summaries = page.locator('details[data-held] > summary');
  const focused = await summaries.evaluateAll((all) => {
    const one = all.find((summary) => summary.checkVisibility()) as HTMLElement;
    one.focus({ preventScroll: true });
    return one.textContent;
  });
  await page.mouse.move(1, 1);
  await expect(page.locator('body')).not.toHaveAttribute('data-rest');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(focused);
});

test('a lesson comes with everything at the first sign of a reader, and fetches it once', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (rest.test(request.url())) fetched.push(request.url());
  });
  await page.goto(pageUrl(lesson));
  expect(fetched).toEqual([]);
  await page.mouse.move(1, 1);
  await expect(page.locator('body')).not.toHaveAttribute('data-rest');
  await expect(page.locator('[data-held]')).toHaveCount(0);
  await openSolution(page);
  await expect(solutionOf(page)).toBeVisible();
  expect(fetched).toHaveLength(1);
});

for (const [when, open] of [
  ['when the page opens', (page: Page) => page.goto(`${pageUrl(lesson)}#example-solution-descent`)],
  [
    'from a link in the page',
    async (page: Page) => {
      await page.goto(pageUrl(lesson));
      await page.evaluate(() => {
        location.hash = '#example-solution-descent';
      });
    },
  ],
] as const)
  test(`an address of a part inside a fold leads to it, ${when}`, async ({ page }) => {
    await open(page);
    await fontsArrived(page);
    const example = page.locator('figure#example-solution-descent');
    await expect(example).toBeInViewport();
    await expect(page.locator('body')).not.toHaveAttribute('data-rest');
    await expect.poll(async () => (await example.boundingBox())?.y).toBeLessThan(200);
    expect((await example.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });

test('what is printed before anything was fetched has its solutions', async ({ page }) => {
  // Its own request, at the first sign of a reader, never comes.
  let isPrinted = false;
  await page.route(rest, (route) => (isPrinted ? route.continue() : new Promise(() => {})));
  await page.goto(pageUrl(lesson));
  isPrinted = true;
  // The program that does it comes after the page has loaded.
  await expect(async () => {
    await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.paper-end').count()).toBe(1);
  }).toPass();
  await expect(page.locator('.paper-end')).toContainText('Solutions and answers');
  await expect(page.locator('.paper-end .choice-answer').first()).toBeAttached();
  await expect(page.locator('.fold-to-come')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a fold says where its content is, and there it is', onlyWhole, async ({ page }) => {
    await page.goto(pageUrl(lesson));
    const fold = page.locator('details.solution').first();
    await fold.locator('summary').click();
    await fold.getByRole('link', { name: 'the guide as a book' }).click();
    await expect(page).toHaveURL(/\/book\/#gradient-descent\.solutions$/);
    const place = page.locator('[id="gradient-descent.solutions"]');
    await expect(place).toBeInViewport();
    await expect(page.locator('[id="gradient-descent.example-solution-descent"] pre').first()).toBeVisible();
    // Of an explorable, what does not come is not offered.
    await page.goto(pageUrl(lesson));
    await expect(page.locator('.explorable-fold').first()).toBeHidden();
  });
});
