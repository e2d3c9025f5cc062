import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type Route } from '@playwright/test';
import { isWhole, onlyWhole } from '../depth.ts';
import { CellOnPage, cellLesson, openPage, startTimeout, test } from './cell.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { openWithoutScripts } from './held-scripts.ts';
import { pageUrl } from './sites.ts';
import { test as cold } from './warm.ts';

test.beforeEach(() => test.setTimeout(2 * startTimeout));
cold.beforeEach(() => cold.setTimeout(2 * startTimeout));

/** Scripts of the opening of a lesson beside those of its cells, by what they are for. */
const besides = {
  /** The prediction above the cell, and what is known of the reader. */
  asksOrRemembers: /\/(?:define-question|answer-question|progress|has-answers)\./,
  /** What follows the reading, lays the page out, prints it, brings what comes after it, lists lessons and explains terms. */
  findsOnesWay: /\/(?:attend-lesson|section-at|bring-rest|mark-lessons|fetch-ahead|explain-terms)\./,
  /** What keeps the page for a visit without a network, and announces a new version; after the page has loaded. */
  keeps: /\/(?:keep-page|sign-of-reader)\./,
};

cold.describe('before anybody asks for it', () => {
  cold('nothing of Python and of the editor is fetched, and its size is said', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    // A lesson with no explorable near its beginning: that one is fetched when the reader sees it.
    await openPage(page, '/guide/refresher/');
    const { element } = new CellOnPage(page, 'lists-and-arrays');
    await element.scrollIntoViewIfNeeded();
    await expect(element).toContainText(/Fetches Python once, \d+(?:\.\d)? MB/);
    await expect(element.getByRole('button', { name: 'Run' })).toHaveAccessibleDescription(/Fetches Python once/);
    expect(fetched.filter((path) => /pyodide|\.wasm|\.whl|\.zip|editing-pane|run-cell/.test(path))).toEqual([]);
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map((entry) => [entry.name, (entry as PerformanceResourceTiming).decodedBodySize] as const),
    );
    const bytesOf = (some: typeof scripts) => some.reduce((sum, [, bytes]) => sum + bytes, 0);
    const those = (is: RegExp) => scripts.filter(([name]) => is.test(name));
    const others = scripts.filter(([name]) => !Object.values(besides).some((is) => is.test(name)));
    // The buttons, what says whose code and output a cell shows, how much Python would be, and all else of a lesson.
    expect(bytesOf(others)).toBeLessThan(30_000);
    expect(those(besides.asksOrRemembers).length).toBeGreaterThan(0);
    expect(bytesOf(those(besides.asksOrRemembers))).toBeLessThan(13_000);
    expect(bytesOf(those(besides.findsOnesWay))).toBeLessThan(8_000);
    expect(bytesOf(those(besides.keeps))).toBeLessThan(3_000);
  });

  for (const width of isWhole ? [1280, 360, 320] : [320]) {
    cold(`nothing moves when the script arrives, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const bringScripts = await openWithoutScripts(page, cellLesson);
      const before = await positions(page);
      await bringScripts();
      await page.mouse.move(0, 0);
      await page.locator('python-cell .cell-bar').last().waitFor({ state: 'attached' });
      await page.locator('python-cell').first().scrollIntoViewIfNeeded();
      await expect(page.locator('.cell-offer').first()).toHaveText(/Python/);
      await fontsArrived(page);
      expect(await positions(page)).toEqual(before);
    });
  }

  cold('without JavaScript there is the static block, whole, and no room for buttons', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pageUrl(cellLesson));
    const cell = page.locator('python-cell').first();
    await expect(cell.getByRole('button')).toHaveCount(0);
    const [source, output] = [
      await cell.locator('.code-source').boundingBox(),
      await cell.locator('.code-output').boundingBox(),
    ];
    expect(output?.y).toBeCloseTo((source?.y ?? 0) + (source?.height ?? 0), 0);
    await context.close();
  });
});

test.describe('Run', () => {
  test('runs earlier cells of the session first, reports it, and has the lesson’s output', async ({ page }) => {
    const wrong = await openPage(page, cellLesson);
    const first = new CellOnPage(page, 'loss');
    const second = new CellOnPage(page, 'guess-or-follow');
    await second.run();
    await expect(second.status).toHaveText(/^Finished in .+ s, same as the lesson\.$/);
    await expect(second.element.locator('.cell-ran')).toHaveText('Ran loss, then this one.');
    await expect(second.element.locator('.cell-ran').getByRole('link', { name: 'loss' })).toHaveAttribute(
      'href',
      '#example-loss',
    );
    await expect(second.output).toContainText('best of 20 guesses: 2.287622');
    await expect(second.lessonOutput).toBeHidden();
    await expect(first.status).toHaveText(/same as the lesson/);
    // What has run is not run again.
    await first.run();
    await second.run();
    await expect(second.element.locator('.cell-ran')).toBeHidden();
    expect(wrong).toEqual([]);
  });

  test('after a change shows what came out, the lesson’s, and the differences, and cries no alarm', async ({
    page,
  }) => {
    const wrong = await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.write('print("w = 0  loss 29.7250")\nprint("new")');
    await cell.run();
    await expect(cell.status).toHaveText(/You changed the code; the lesson’s output differs\.$/);
    await expect(cell.output).toHaveText('w = 0  loss 29.7250\nnew\n');
    await cell.button('The lesson’s').click();
    await expect(cell.output).toBeHidden();
    await expect(cell.lessonOutput).toBeVisible();
    await expect(cell.lessonOutput).toContainText('w = 3  loss  7.6750');
    await cell.button('Differences').click();
    await expect(cell.lessonOutput).toBeHidden();
    await expect(cell.element.locator('.diff-actual')).toHaveText('yoursnew');
    await expect(cell.element.locator('.diff-both')).toHaveText('w = 0  loss 29.7250');
    await expect(page.locator('#example-loss .verdict')).toHaveText(/^the lesson: +verified$/);
    expect(wrong).toEqual([]);
  });

  test('keeps the page small however much is printed', onlyWhole, async ({ page }) => {
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.write('for i in range(60_000):\n    print(i)');
    await cell.run();
    await expect(cell.output).toContainText(/… [\d,]+ characters are left out here …/);
    await expect(cell.output).toContainText('59999');
    expect((await cell.output.textContent())?.length).toBeLessThan(60_000);
  });
});

test.describe('an error', () => {
  test('marks the reader’s own line, explains the error, and hides our own frames', async ({ page }) => {
    const wrong = await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.write('prices = [1, 2]\n\ndef total():\n    return sum(pricess)\n\ntotal()');
    await cell.run();
    await expect(cell.status).toHaveText('NameError on line 4.');
    const error = cell.element.locator('.cell-error');
    await expect(error.locator('.cell-error-message')).toContainText("NameError: name 'pricess' is not defined");
    await expect(error.locator('.cell-error-meaning')).toHaveText(
      'Nothing is called pricess here. Did you mean prices?',
    );
    await expect(cell.element.locator('.blamed')).toHaveText('    return sum(pricess)');
    const traceback = error.locator('.cell-traceback');
    await expect(traceback).toBeHidden();
    await error.getByText('Traceback', { exact: true }).click();
    await expect(traceback).toContainText(/line 6[\s\S]*line 4/);
    await expect(traceback).not.toContainText(/harness|pyodide|exec\(|worker|\/lib\//i);
    // Where the reader's own colors are forced, the mark is a line under it.
    await page.emulateMedia({ forcedColors: 'active' });
    await expect(cell.element.locator('.blamed')).toHaveCSS('text-decoration-line', 'underline');
    await page.emulateMedia({ forcedColors: 'none' });
    // The mark is removed when the line is fixed.
    await cell.write('prices = [1, 2]');
    await expect(cell.element.locator('.blamed')).toHaveCount(0);
    expect(wrong).toEqual([]);
  });

  test(
    'of the lesson’s own code marks the static line; a difference is reported as caused by the changed example before',
    onlyWhole,
    async ({ page }) => {
      await openPage(page, cellLesson);
      const first = new CellOnPage(page, 'loss');
      const second = new CellOnPage(page, 'guess-or-follow');
      await first.write('def loss(w):\n    return w * w');
      await second.run();
      await expect(second.status).toHaveText(/You changed an example before it; the lesson’s output differs\.$/);
      await first.write('x = 1');
      await second.run();
      await expect(second.status).toHaveText(/^NameError on line 5\.$/);
      await expect(second.element.locator('.code-source .blamed')).toHaveText('best = min(guesses, key=loss)');
    },
  );
});

/** Presses Stop; the cell has stopped within a hundred turns of the page's own loop, however long Python would take. */
async function stopAtOnce(cell: CellOnPage): Promise<void> {
  await expect(cell.button('Stop')).toBeVisible();
  const status = await cell.element.evaluate(async (element) => {
    element.querySelector<HTMLButtonElement>('.cell-stop')?.click();
    const words = () => element.querySelector('.cell-status')?.textContent ?? '';
    for (let turn = 0; turn < 100 && !words().startsWith('Stopped'); turn++) {
      await new Promise((done) => setTimeout(done));
    }
    return words();
  });
  expect(status).toMatch(/^Stopped after .+ s\.$/);
}

test.describe('Stop', () => {
  test('ends whatever runs without waiting for it, loses nothing that was typed, and the next Run works', async ({
    page,
  }) => {
    const wrong = await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    for (const [what, code] of [
      ['an endless loop', 'while True:\n    pass'],
      // Not so many that it ends by itself, having printed too much, before a busy machine comes to press Stop.
      ['a flood of prints', 'while True:\n    print()\n    sum(range(10_000))'],
      ['a long array operation', 'import numpy as np\na = np.ones((600, 600))\na @ a @ a @ a'],
    ] as const) {
      await test.step(what, async () => {
        await cell.write(`print("begun: ${what}")\n${code}`);
        await cell.button('Run').click();
        // Output is shown while it comes.
        await expect(cell.output).toHaveText(new RegExp(`^begun: ${what}\n`), { timeout: startTimeout });
        if (what === 'an endless loop') {
          await expect(cell.status).toHaveText(/Still running\. Stop ends it\./);
          await expect(cell.element.locator('.cell-remark')).toHaveText(/^\d+ s$/);
        }
        await stopAtOnce(cell);
        await expect(cell.editor).toContainText(code.split('\n')[0] ?? '');
      });
    }
    await cell.write('print("again")');
    await cell.button('Run').click();
    await expect(cell.output).toHaveText('again\n', { timeout: startTimeout });
    expect(wrong).toEqual([]);
  });

  test('is not what a double click on Run does', onlyWhole, async ({ page }) => {
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.button('Run').dblclick();
    await cell.waitForEnd();
    await expect(cell.status).toHaveText(/same as the lesson/);
  });

  test('lets the example that waited run next, and who withdraws does not', onlyWhole, async ({ page }) => {
    await openPage(page, cellLesson);
    const endless = new CellOnPage(page, 'loss');
    const waiting = new CellOnPage(page, 'luck-runs-out');
    await endless.write('while True:\n    pass');
    await endless.button('Run').click();
    await expect(endless.status).toHaveText('Running', { timeout: startTimeout });
    await waiting.button('Run').click();
    await expect(waiting.status).toHaveText('Waiting for the other run');
    await waiting.button('Stop').click();
    await expect(waiting.status).toHaveText('Not run.');
    await waiting.button('Run').click();
    await endless.button('Stop').click();
    await waiting.waitForEnd();
    await expect(waiting.status).toHaveText(/same as the lesson/);
  });
});

test.describe('what the reader wrote', () => {
  test('survives a reload; Reset brings back the lesson’s code, and Undo the reader’s', async ({ page }) => {
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.write('print("mine")');
    await page.reload();
    await cell.element.scrollIntoViewIfNeeded();
    await expect(cell.editor).toHaveText('print("mine")');
    await cell.button('Reset').click();
    await expect(cell.editor).toHaveCount(0);
    await expect(cell.element.locator('.code-source')).toBeVisible();
    await expect(cell.button('Edit')).toBeFocused();
    await cell.button('Undo').click();
    await expect(cell.editor).toHaveText('print("mine")');
    await cell.button('Reset').click();
    await page.reload();
    await expect(cell.element.locator('.code-source')).toBeVisible();
    await expect(cell.button('Undo')).toBeHidden();
  });

  test('is theirs to keep or to give up when the lesson has changed since', onlyWhole, async ({ page }) => {
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    const leave = () =>
      page.evaluate(() => {
        const saved = { code: 'print("mine")\n', lesson: 'print("as it was")\n' };
        localStorage.setItem(`code ${location.pathname}#loss`, JSON.stringify(saved));
      });
    await leave();
    await page.reload();
    const choice = cell.element.getByRole('group', { name: 'Which code' });
    await expect(choice).toContainText('You changed this example, and the lesson has changed it since.');
    await expect(cell.element.locator('.code-source')).toBeVisible();
    await choice.getByRole('button', { name: 'Compare' }).click();
    await expect(choice.locator('.diff-actual')).toHaveText('mineprint("mine")');
    await choice.getByRole('button', { name: 'Keep mine' }).click();
    await expect(choice).toHaveCount(0);
    await expect(cell.editor).toHaveText('print("mine")');
    await page.reload();
    await cell.element.scrollIntoViewIfNeeded();
    await expect(cell.editor).toHaveText('print("mine")');
    await leave();
    await page.reload();
    await choice.getByRole('button', { name: 'Take the new one' }).click();
    await expect(choice).toHaveCount(0);
    await cell.button('Undo').click();
    await expect(cell.editor).toHaveText('print("mine")');
  });

  test('can be proposed by the page, and is shown, not run', onlyWhole, async ({ page }) => {
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'solution-one-change');
    await cell.element.evaluate((element) =>
      (element as HTMLElementTagNameMap['python-cell']).propose('print("proposed")'),
    );
    await expect(cell.editor).toHaveText('print("proposed")');
    await expect(cell.element).toBeInViewport();
    await expect(cell.button('Run')).toBeFocused();
    await expect(cell.status).toHaveText('');
    await cell.button('Undo').click();
    await expect(cell.editor).not.toHaveText('print("proposed")');
  });
});

test.describe('with the keyboard alone', () => {
  test('a reader edits, runs, and leaves the editor, which has a hint for that', async ({ page }) => {
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.button('Edit').focus();
    await page.keyboard.press('Enter');
    await expect(cell.editor).toBeFocused();
    await expect(cell.editor).toHaveAccessibleName('Example loss: Python code');
    await expect(cell.editor).toHaveAccessibleDescription('Tab indents. Escape, then Tab, leaves the editor.');
    await expect(cell.element.getByText('Tab indents. Escape, then Tab, leaves the editor.')).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('if True:\nprint("typed")');
    await expect(cell.editor).toContainText('    print("typed")');
    await page.keyboard.press('Control+Enter');
    await cell.waitForEnd();
    await expect(cell.output).toHaveText('typed\n');
    await expect(cell.editor).toBeFocused();
    await expect(cell.editor).toContainText('typed');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await expect(cell.editor).toContainText('        print("typed")');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    await expect(cell.element.getByText('Tab now leaves the editor.')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(cell.button('Run')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(cell.editor).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(cell.button('Reset')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(cell.button('Edit')).toBeFocused();
    // From a cell that is not being edited as well.
    await page.keyboard.press('Control+Enter');
    await expect(cell.status).toHaveText(/same as the lesson/, { timeout: startTimeout });
  });
});

cold.describe('by touch at 360 px', () => {
  cold.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  cold('a reader edits with the keys that phones hide, and resets', onlyWhole, async ({ page }) => {
    const wrong = await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.button('Edit').tap();
    await expect(cell.editor).toBeFocused();
    for (const attribute of ['autocorrect', 'autocapitalize', 'autocomplete']) {
      await expect(cell.editor).toHaveAttribute(attribute, 'off');
    }
    await expect(cell.editor).toHaveAttribute('spellcheck', 'false');
    await cell.editor.fill('print');
    await page.keyboard.press('End');
    for (const key of ['(', '"', '#', '"', ')']) await cell.button(key).tap();
    await expect(cell.editor).toHaveText('print("#")');
    await cell.button('Indent').tap();
    await expect(cell.editor).toHaveText(/^ {4}print/);
    await page.keyboard.press('Control+z');
    // What a tap on Run does, `learner-walk.spec.ts` shows.
    const small = await cell.element.getByRole('button').evaluateAll((buttons) =>
      buttons
        .filter((button) => button.checkVisibility())
        .map((button) => [button.textContent, button.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width < 44 || height < 44)
        .map(([name]) => name),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await cell.button('Reset').tap();
    await expect(cell.element.locator('.code-source')).toBeVisible();
    expect(wrong).toEqual([]);
  });
});

cold.describe('when the network fails', () => {
  cold(
    'shows how far loading is; Cancel gives it up; says why Python does not come; Retry runs what was asked',
    async ({ page }) => {
      await openPage(page, cellLesson);
      const cell = new CellOnPage(page, 'loss');
      let answer = (route: Route) => route.continue();
      await page.route(/\.wasm/, (route) => answer(route));
      await cold.step('how far loading is, and Cancel', async () => {
        let release = () => {};
        const released = new Promise<void>((resolve) => {
          release = resolve;
        });
        answer = async (route) => {
          await released;
          await route.continue();
        };
        await cell.button('Run').click();
        await expect(cell.element.locator('.cell-loading')).toContainText(/Fetching Python: .+ of \d+(?:\.\d)? MB/);
        await expect(cell.element.getByRole('progressbar')).toBeVisible();
        await cell.button('Cancel').click();
        await expect(cell.element.locator('.cell-loading')).toBeHidden();
        await expect(cell.button('Run')).toBeVisible();
        await expect(cell.lessonOutput).toBeVisible();
        release();
      });
      await cold.step('why Python does not come, and Retry', async () => {
        answer = (route) => route.abort();
        await cell.button('Run').click();
        await expect(cell.element.getByRole('alert')).toContainText(
          'Python could not be fetched: the server did not answer',
        );
        await expect(cell.lessonOutput).toBeVisible();
        answer = (route) => route.continue();
        await cell.button('Retry').click();
        await expect(cell.status).toHaveText(/same as the lesson/, { timeout: startTimeout });
        await expect(cell.element.getByRole('alert')).toHaveCount(0);
      });
    },
  );

  test('goes on running what is loaded', async ({ page, warm }) => {
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.run();
    await warm.setOffline(true);
    const other = new CellOnPage(page, 'luck-runs-out');
    await other.run();
    await expect(other.status).toHaveText(/same as the lesson/);
  });
});

test('axe finds nothing in a cell that is edited, runs, fails and differs', async ({ page }) => {
  await openPage(page, cellLesson);
  const cell = new CellOnPage(page, 'loss');
  await cell.write('print(1)');
  await cell.run();
  await cell.button('Differences').click();
  const failed = new CellOnPage(page, 'luck-runs-out');
  await failed.write('1 / 0');
  await failed.run();
  await failed.element.getByText('Traceback', { exact: true }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include('#example-loss')
      .include('#example-luck-runs-out')
      .analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]),
    ).toEqual([]);
  }
});

test('on paper a cell is the lesson’s block, whatever the reader did', onlyWhole, async ({ page }) => {
  await openPage(page, cellLesson);
  const changed = new CellOnPage(page, 'loss');
  const later = new CellOnPage(page, 'guess-or-follow');
  const failed = new CellOnPage(page, 'luck-runs-out');
  await later.run();
  await changed.write('print("mine")');
  await changed.run();
  await changed.button('Differences').click();
  await failed.write('1 / 0');
  await failed.run();
  const printsTheLesson = async () => {
    await page.emulateMedia({ media: 'print' });
    for (const cell of [changed, later, failed]) {
      await expect(cell.element.locator('.code-source')).toBeVisible();
      await expect(cell.lessonOutput).toBeVisible();
      await expect(cell.lessonOutput).toHaveCSS('opacity', '1');
      for (const part of ['.cell-bar', '.cell-result', '.cell-claim', '.cell-loading', '.cell-choice'])
        for (const one of await cell.element.locator(part).all()) await expect(one).toBeHidden();
    }
    await page.emulateMedia({ media: 'screen' });
  };
  await printsTheLesson();
  await page.reload();
  await expect(changed.element.getByText('Your code from last time')).toBeVisible();
  await printsTheLesson();
});

test('on paper nothing asks to be pressed or opened, and no answer stands under its guess', async ({ page }) => {
  await openPage(page, '/guide/derivatives/');
  await page.emulateMedia({ media: 'print' });
  const pressed = await page.locator('.prose :is(button, select, input, summary)').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .filter((one) => one.tagName !== 'SUMMARY' || getComputedStyle(one).listStyleType !== 'none')
      .map((one) => one.outerHTML.slice(0, 100)),
  );
  expect(pressed).toEqual([]);
  expect(await page.locator('.ask').count()).toBeGreaterThan(0);
  for (const answer of await page.locator('.ask-answer').all()) await expect(answer).toBeHidden();
});

/** Where everything stands that a late script could move. */
async function positions(page: Page): Promise<number[]> {
  return page
    .locator(':is(.example, .code-output, h2, h3, .site-footer):not(details *)')
    .evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().top + window.scrollY)));
}
