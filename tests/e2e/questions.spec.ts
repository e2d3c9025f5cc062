import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { isWhole } from '../depth.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { openWithoutScripts } from './held-scripts.ts';
import { pageUrl } from './sites.ts';
import { test } from './warm.ts';

const lesson = '/guide/derivatives/';
const day = 24 * 60 * 60 * 1000;

/** A question that is near enough to be answered. */
async function bringIntoView(page: Page, id: string) {
  const question = page.locator(`#${id}`);
  await question.scrollIntoViewIfNeeded();
  await expect(question).toHaveAttribute('data-live', '');
  return question;
}

/** What the page has remembered of an item. */
function outcomesOf(page: Page, item: string): Promise<string[]> {
  return page.evaluate((key) => {
    const { events = [] } = JSON.parse(localStorage.getItem(key) ?? '{}') as { events?: [number, string][] };
    return events.map(([, outcome]) => outcome);
  }, `progress ${item}`);
}

async function expectAccessible(page: Page, selector: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(selector).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('a prediction hides the output, by keyboard alone, until it is answered; a miss returns on another day', async ({
  page,
}) => {
  await page.goto(pageUrl(lesson));
  const prediction = await bringIntoView(page, 'predict-halves-of-error');
  const output = page.locator('#example-forward-and-central .code-output');
  await expect(output).toBeHidden();
  await prediction.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(prediction.locator('.question-verdict').first()).toHaveText('Not quite.');
  await expect(output).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not quite.' })).toContainText('It is B.');
  expect(await outcomesOf(page, 'prediction/halves-of-error')).toEqual(['missed']);

  const bug = await bringIntoView(page, 'question-parentheses');
  await bug.getByRole('radio', { name: 'h = 1e-5' }).check();
  await bug.getByRole('button', { name: 'Check' }).click();
  await expect(bug.locator('.question-feedback')).toContainText('a step near 1e-5 is a good one');
  await expectAccessible(page, 'calculus-question');

  // Some days later.
  await page.evaluate(
    ([key, at]) => localStorage.setItem(`${key}`, JSON.stringify({ version: 1, events: [[at, 'missed']] })),
    ['progress question/parentheses', Date.now() - 3 * day] as const,
  );
  await page.goto(pageUrl('/review/'));
  await expect(page.getByRole('heading', { name: 'One question is due today' })).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.card-prompt')).toContainText('compute?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'I knew it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing is due today' })).toBeVisible();
  expect(await outcomesOf(page, 'question/parentheses')).toEqual(['missed', 'passed']);
  await expectAccessible(page, 'main');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the cards for Anki' }).click();
  expect((await saved).suggestedFilename()).toBe('calculus-for-ml-cards.txt');
  await page.getByRole('button', { name: 'Forget all of it' }).click();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('progress ')))).toEqual([]);
});

test('by touch at 360 px in the dark nothing is wider than the screen, and the way leads on where it was left', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    colorScheme: 'dark',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(pageUrl(lesson));
  await fontsArrived(page);
  const question = await bringIntoView(page, 'question-forecast');
  await question.getByRole('textbox', { name: 'Your number' }).fill('18');
  await question.getByRole('button', { name: 'Check' }).tap();
  await expect(question.locator('.question-feedback')).toContainText('only a hundredth of the slope counts');
  await bringIntoView(page, 'question-parentheses');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  for (const button of await question.getByRole('button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.goto(pageUrl('/'));
  const onward = page.getByRole('link', { name: 'Continue: Derivatives' });
  await expect(onward).toHaveAttribute('href', /\/guide\/derivatives\/#/);
  await context.close();
});

test('where storage is refused it works for the visit, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(pageUrl(lesson));
  const question = await bringIntoView(page, 'question-why-two-sides');
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.locator('.question-verdict')).toHaveText('Right.');
  await expect(question).toContainText('until you close the page');
});

for (const width of isWhole ? [360, 1280] : [360]) {
  test(`nothing moves when the scripts of questions and exercises come, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      localStorage.setItem('progress question/say-partial', JSON.stringify({ events: [[0, 'hinted']] }));
    });
    // What is near the view when the page has loaded is measured as well: no script comes before.
    const bringScripts = await openWithoutScripts(page, '/guide/gradients/');
    const tasks = page.locator('calculus-question, checked-exercise');
    const heights = () => tasks.evaluateAll((all) => all.map((task) => [task.id, (task as HTMLElement).offsetHeight]));
    const before = await heights();
    await bringScripts();
    for (const task of await tasks.all()) {
      await task.scrollIntoViewIfNeeded();
      await expect(task.locator('.question-bar, .exercise-check').first()).toBeAttached();
    }
    expect(await heights()).toEqual(before);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a prediction is a question, says where its answer is, and its output is there', async ({ page }) => {
    await page.goto(pageUrl(lesson));
    const prediction = page.locator('#predict-halves-of-error');
    await expect(prediction.getByRole('listitem')).toHaveCount(3);
    await expect(page.locator('#example-forward-and-central .code-output')).toBeVisible();
    await prediction.locator('summary').click();
    await expect(prediction.getByRole('link', { name: 'the guide as a book' })).toBeVisible();
    await expect(page.locator('.fold.solution').first()).toBeVisible();
    await page.goto(pageUrl('/review/'));
    await expect(page.locator('.card').first()).toBeVisible();
  });
});
