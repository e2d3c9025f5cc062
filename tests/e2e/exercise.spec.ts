import { expect, type Locator, type Page } from '@playwright/test';
import { onlyWhole } from '../depth.ts';
import { CellOnPage, openPage, startTimeout, test } from './cell.ts';
import { Transcript } from './transcript.ts';

test.beforeEach(() => test.setTimeout(2 * startTimeout));

const lesson = '/guide/derivatives/';

/** The exercise of the tests, what it says, and what it tells the page. */
async function openExercise(page: Page) {
  const wrong = await openPage(page, lesson);
  const exercise = page.locator('checked-exercise[data-name="numerical-derivative"]');
  await exercise.scrollIntoViewIfNeeded();
  const cell = new CellOnPage(page, 'exercise-numerical-derivative');
  await expect(cell.button('Check')).toBeVisible();
  await page.evaluate(() => {
    document.addEventListener('exercise-result', (event) => {
      const told = JSON.stringify((event as CustomEvent).detail);
      document.body.dataset['told'] = `${document.body.dataset['told'] ?? ''}${told}\n`;
    });
  });
  return { wrong, exercise, cell, feedback: exercise.locator('.exercise-feedback') };
}

/** Opens a step of the help: it shows once the one before it has been opened, and what is not shown takes no key. */
async function openStep(fold: Locator): Promise<void> {
  const summary = fold.locator('summary').first();
  await expect(summary).toBeVisible();
  await summary.press('Enter');
  await expect(fold).toHaveAttribute('open', '');
}

const right = `def numerical_derivative(f, x):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)
`;

test('what explains exceptions comes with the first check, and where it cannot come, that is said', async ({
  page,
}) => {
  const part = /\/(?:feedback-nodes|explain-error)\.[^/]+\.js$/;
  const asked: string[] = [];
  await page.route(part, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const { cell, feedback } = await openExercise(page);
  expect(asked).toEqual([]);
  await cell.button('Check').click();
  await expect(feedback).toContainText('could not be fetched');
  expect(asked.length).toBeGreaterThan(0);
});

test('an answer is written, checked, named and put right by keyboard alone', async ({ page }) => {
  const { wrong, exercise, cell, feedback } = await openExercise(page);
  const transcript = new Transcript(exercise);
  await transcript.read('Read from the start');
  await cell.button('Check').focus();
  await page.keyboard.press('Enter');
  await expect(feedback).toContainText('Not yet', { timeout: startTimeout });
  await expect(cell.status).toHaveText(/^Finished in/);
  await transcript.announced('Check of the code as it is');
  await expect(feedback).toContainText('For numerical_derivative(x³, -0.7), 1.47 was expected; your code gives 0.');

  await cell.write(right.replace('(2 * h)', '2 * h'));
  await cell.button('Check').focus();
  await page.keyboard.press('Enter');
  await expect(feedback).toContainText('Python works from left to right');
  await expect(feedback.locator('[data-found="expected"]')).toHaveText('1.47');
  await expect(cell.status).toHaveText(/^Finished in/);
  await transcript.announced('Check of a named mistake');

  await cell.write('def numerical_derivative(f, x):\n    return f(y)\n');
  await cell.button('Check').press('Enter');
  await expect(feedback).toContainText("NameError: name 'y' is not defined");
  await expect(cell.status).toHaveText(/^Finished in/);
  await transcript.announced('Check of code that raises');

  await cell.write('def derivative(f, x):\n    return 0\n');
  await cell.button('Check').press('Enter');
  await expect(feedback).toContainText('There is no function numerical_derivative(f, x) yet.');

  await cell.write(right);
  await cell.button('Check').press('Enter');
  await expect(feedback).toContainText('Right');
  await expect(feedback).toContainText('four functions');
  await expect(exercise.locator('.solution')).toBeVisible();
  await expect(cell.status).toHaveText(/^Finished in/);
  await transcript.announced('Check of a right answer');
  await transcript.read('Read after the right answer');
  expect(transcript.text).toMatchSnapshot('exercise.txt');
  const told = (await page.locator('body').getAttribute('data-told'))
    ?.trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  expect(told?.map(({ name, outcome, help }) => `${name} ${outcome} ${help}`)).toEqual([
    ...Array(4).fill('numerical-derivative failed none'),
    'numerical-derivative passed none',
  ]);
  expect(wrong).toEqual([]);
});

test('help comes in steps, and what was looked at is told', onlyWhole, async ({ page }) => {
  const { exercise, cell, feedback } = await openExercise(page);
  const folds = exercise.locator(':scope > .fold');
  await expect(folds.nth(0)).toBeVisible();
  await expect(folds.nth(1).locator('summary')).toBeHidden();
  for (let i = 0; i < (await folds.count()); i++) {
    await openStep(folds.nth(i));
  }
  await expect(exercise.locator('.solution pre').first()).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-told', /"outcome":"looked-at","help":"solution"/);
  await cell.write(right);
  await cell.button('Check').press('Enter');
  await expect(feedback).toContainText('Right', { timeout: startTimeout });
  await expect(page.locator('body')).toHaveAttribute('data-told', /"outcome":"passed","help":"solution"/);
});

test('without JavaScript the task, the starter, the hints and the solution are there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { pageUrl } = await import('./sites.ts');
  await page.goto(pageUrl(lesson));
  const exercise = page.locator('checked-exercise[data-name="numerical-derivative"]');
  await expect(exercise).toContainText('def numerical_derivative(f, x):');
  for (const fold of await exercise.locator('.fold').all()) await expect(fold).toBeVisible();
  await expect(exercise).not.toContainText('Python works from left to right');
  await context.close();
});

test('the lines of the solution are put in order by keyboard alone; after three misses there are fewer', async ({
  page,
}) => {
  const { exercise } = await openExercise(page);
  const folds = exercise.locator(':scope > .fold');
  for (let i = 0; !(await exercise.locator('.puzzle').isVisible()); i++) {
    await openStep(folds.nth(i));
  }
  const puzzle = exercise.locator('.puzzle');
  const line = (code: string) => puzzle.locator('.puzzle-line').filter({ hasText: code });
  const verdict = puzzle.locator('.puzzle-verdict');
  const check = puzzle.getByRole('button', { name: 'Check the order' });
  const wrong = line('/ 2 * h');
  await expect(wrong).toHaveCount(1);
  for (let i = 0; i < 3; i++) await check.press('Enter');
  await expect(verdict).toContainText('The lines that do not belong have been taken out.');
  await expect(wrong).toHaveCount(0);

  const place = async (code: string, keys: readonly string[]) => {
    await line(code).focus();
    for (const key of ['Enter', ...keys, 'Enter']) await page.keyboard.press(key);
  };
  // Up, over the border: as often as there are lines.
  await place('return', ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowRight']);
  await place('def', ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']);
  await expect(line('def')).toHaveAccessibleName(/Line 1, indentation 0\./);
  await check.press('Enter');
  await expect(verdict).toHaveText('These are the lines of the solution, in order.');
  await page.emulateMedia({ media: 'print' });
  await expect(exercise.locator('.parsons')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(exercise.locator('.solution > summary')).toBeVisible();
});

test(
  'lines in another order than the solution’s are run, and are right if the check passes',
  onlyWhole,
  async ({ page }) => {
    await openPage(page, '/guide/refresher/');
    const exercise = page.locator('checked-exercise[data-name="one-scale"]');
    await exercise.scrollIntoViewIfNeeded();
    await expect(exercise.locator('.parsons')).toBeAttached();
    await exercise.locator('.parsons').evaluate((fold: HTMLDetailsElement) => {
      fold.hidden = false;
      fold.open = true;
    });
    const puzzle = exercise.locator('.puzzle');
    const line = (code: string) => puzzle.locator('.puzzle-line').filter({ hasText: code });
    // From the last to the first, each up over the border and to the top.
    for (const [code, level] of [
      ['return (X - means) / spreads', 1],
      ['means = np.mean(X, axis=0)', 1],
      ['spreads = np.std(X, axis=0)', 1],
      ['def standardise(X):', 0],
      ['import numpy as np', 0],
    ] as const) {
      await line(code).focus();
      const keys = [...Array(8).fill('ArrowUp'), ...Array(level).fill('ArrowRight')];
      for (const key of ['Enter', ...keys, 'Enter']) await page.keyboard.press(key);
    }
    await puzzle.getByRole('button', { name: 'Check the order' }).press('Enter');
    await expect(puzzle.locator('.puzzle-verdict')).toHaveText(
      'The solution has another order. Yours passes the check as well.',
      { timeout: startTimeout },
    );
    await expect(exercise.locator('.solution > summary')).toBeVisible();
  },
);
