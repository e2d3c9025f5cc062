import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { onlyWhole } from '../depth.ts';
import { CellOnPage, cellLesson, openPage, startTimeout, test } from './cell.ts';
import { pageUrl } from './sites.ts';
import { test as cold } from './warm.ts';

test.beforeEach(() => test.setTimeout(2 * startTimeout));

/** A cell, and the mark beside it. */
class ClaimingCell extends CellOnPage {
  readonly mark = this.element.locator('xpath=..').locator('.verdict');
  readonly claim = this.element.locator('.cell-claim');
  readonly result = this.element.locator('.cell-result');

  async expectProven(): Promise<void> {
    await expect(this.mark).toHaveText(/^ *verified$/);
    await expect(this.claim).toBeHidden();
    await expect(this.lessonOutput).toBeVisible();
    await expectDimmed(this.lessonOutput, false);
    await expect(this.result).toBeHidden();
  }

  async expectOfTheLesson(): Promise<void> {
    await expect(this.mark).toHaveText(/^the lesson: +verified$/);
    await expect(this.claim).toContainText('The lesson’s output');
    await expectDimmed(this.lessonOutput, true);
  }
}

/** Shows the outputs that the page asks to be predicted. */
async function skipPredictions(page: Page): Promise<void> {
  for (const question of await page.locator('.predict').all()) {
    await question.scrollIntoViewIfNeeded();
    await question.getByRole('button', { name: 'Skip' }).click();
  }
}

/** Whether it is set in the soft ink of what belongs to other code. */
async function expectDimmed(output: Locator, isDimmed: boolean): Promise<void> {
  const soft = await output.evaluate((element) => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.color = 'var(--color-ink-soft)';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return element.ownerDocument === document ? color : '';
  });
  if (isDimmed) await expect(output).toHaveCSS('color', soft);
  else await expect(output).not.toHaveCSS('color', soft);
}

test('the mark and the output are labeled as the lesson’s from the first change on, and after a reload', async ({
  page,
}) => {
  const wrong = await openPage(page, cellLesson);
  const cell = new ClaimingCell(page, 'loss');
  await skipPredictions(page);
  await cell.expectProven();
  const lesson = await cell.element.locator('.code-source').textContent();
  await cell.button('Edit').click();
  // The editor is fetched at the first use: a key before is lost.
  await expect(cell.editor).toBeFocused();
  await cell.expectProven();
  await page.keyboard.type('#');
  await cell.expectOfTheLesson();
  await page.keyboard.press('Backspace');
  await cell.expectProven();
  await cell.write('print("mine")');
  await cell.expectOfTheLesson();
  await page.reload();
  await cell.expectOfTheLesson();
  await expect(cell.claim).toContainText('Your code from last time');
  await cell.button('Run your code from last time, Example loss').click();
  await cell.waitForEnd();
  await expect(cell.claim).toBeHidden();
  await expect(cell.output).toHaveText('mine\n');
  await expect(cell.mark).toHaveText(/^the lesson: +verified$/);
  await page.reload();
  await cell.button('Back to the lesson’s').click();
  await cell.expectProven();
  // By hand, too.
  await cell.write('print("mine")');
  await cell.expectOfTheLesson();
  await cell.write(lesson ?? '');
  await cell.expectProven();
  expect(wrong).toEqual([]);
});

test(
  'a result is marked as old once the code has changed, and counts again when it is the same again',
  onlyWhole,
  async ({ page }) => {
    await openPage(page, cellLesson);
    const cell = new ClaimingCell(page, 'loss');
    await cell.run();
    await expect(cell.status).toHaveText(/same as the lesson\.$/);
    await expect(cell.mark).toHaveText(/^ *verified$/);
    await cell.write('print("mine")');
    await expect(cell.status).toHaveText('Before you changed the code; run again.');
    await expectDimmed(cell.output, true);
    await expect(cell.mark).toHaveText(/^the lesson: +verified$/);
    await cell.run();
    await expect(cell.status).toHaveText(/the lesson’s output differs\.$/);
    await cell.button('Reset').click();
    await cell.expectProven();
    await cell.button('Undo').click();
    await expect(cell.output).toHaveText('mine\n');
    await expectDimmed(cell.output, false);
    await expect(cell.status).toHaveText(/the lesson’s output differs\.$/);
  },
);

test('later cells of a session are stale once an earlier one has changed; all above can be run', async ({ page }) => {
  await openPage(page, cellLesson);
  const first = new ClaimingCell(page, 'loss');
  const second = new ClaimingCell(page, 'guess-or-follow');
  await expect(first.button('Run all above')).toHaveCount(0);
  await second.run();
  await expect(second.status).toHaveText(/same as the lesson\.$/);
  const code = await first.element.locator('.code-source').textContent();
  await first.write(`${code}\nprint("more")\n`);
  await expect(second.status).toHaveText('Before you changed loss; run again.');
  await first.run();
  await expect(second.status).toHaveText('Before you changed loss; run again.');
  await expectDimmed(second.output, true);
  await expect(second.mark).toHaveText(/^the lesson: +verified$/);
  await second.run();
  await expect(second.status).toHaveText(/same output as the lesson\.$/);
  await expectDimmed(second.output, false);
  await expect(second.mark).toHaveText(/^the lesson: +verified$/);
  await first.button('Reset').click();
  await second.expectProven();
  await second.button('Run all above').click();
  await expect(second.status).toHaveText('The examples above have run.', { timeout: startTimeout });
  await expect(first.status).toHaveText(/same as the lesson\.$/);
});

test('what was changed while it ran is said of nothing', onlyWhole, async ({ page }) => {
  await openPage(page, cellLesson);
  const cell = new ClaimingCell(page, 'loss');
  await cell.write('import time\nbegan = time.time()\nprint("early")\nwhile time.time() < began + 2:\n    pass');
  await cell.button('Run').click();
  await expect(cell.output).toHaveText('early\n', { timeout: startTimeout });
  await cell.editor.fill('print("other")');
  await cell.waitForEnd();
  await expect(cell.status).toHaveText('Before you changed the code; run again.');
  await expectDimmed(cell.output, true);
});

test('a run is restored after the browser’s Back, labeled as an earlier one', async ({ page }) => {
  const wrong = await openPage(page, cellLesson);
  const first = new ClaimingCell(page, 'loss');
  const second = new ClaimingCell(page, 'guess-or-follow');
  await second.run();
  await first.write('print("mine")');
  await first.run();
  await page.goto(pageUrl('/glossary/'));
  await page.goBack();
  await expect(first.output).toHaveText('mine\n');
  await expect(first.status).toHaveText(/^From your last run\. .*the lesson’s output differs\.$/);
  await expect(first.mark).toHaveText(/^the lesson: +verified$/);
  // It ran before the first was changed.
  await expect(second.output).toContainText('best of 20 guesses');
  await expect(second.status).toHaveText('Before you changed loss; run again.');
  await page.reload();
  await expect(first.claim).toContainText('Your code from last time');
  await expect(first.output).toHaveCount(0);
  expect(wrong).toEqual([]);
});

test('the value of the last line is not shown, and the page explains how to show it', onlyWhole, async ({ page }) => {
  await openPage(page, '/playground/');
  const cell = new CellOnPage(page, 'playground');
  await cell.editor.fill('2 + 2');
  await cell.run();
  await expect(cell.element.locator('.cell-error-meaning')).toHaveText(
    'The value of the last line is not shown by itself. print shows it: print(2 + 2).',
  );
});

test('another tab’s draft is not written over without asking', onlyWhole, async ({ page, warm }) => {
  const other = await warm.newPage();
  await openPage(page, cellLesson);
  await openPage(other, cellLesson);
  const [here, there] = [new CellOnPage(page, 'loss'), new CellOnPage(other, 'loss')];
  await there.write('print("there")');
  // This tab has shown nothing of the other’s.
  await here.write('print("here")');
  const choice = here.element.getByRole('group', { name: 'Which code' });
  await expect(choice).toContainText('You changed this example in another tab as well.');
  expect(await storedCode(page)).toBe('print("there")');
  await choice.getByRole('button', { name: 'Keep mine' }).click();
  await expect(choice).toHaveCount(0);
  expect(await storedCode(page)).toBe('print("here")');
  const otherChoice = there.element.getByRole('group', { name: 'Which code' });
  await expect(otherChoice).toBeVisible();
  await otherChoice.getByRole('button', { name: 'Take the other' }).click();
  await expect(there.editor).toHaveText('print("here")');
  await there.button('Undo').click();
  await expect(there.editor).toHaveText('print("there")');
  await expect(choice).toBeVisible();
  await other.close();
});

for (const [what, refuse] of [
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  [
    'denied',
    () => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        });
      }
    },
  ],
] as const) {
  test(`a storage that is ${what} breaks nothing, and the reader is told`, async ({ page }) => {
    await page.addInitScript(refuse);
    const wrong = await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.write('print("mine")');
    await expect(cell.element.locator('.cell-unkept')).toContainText('it is lost with the page');
    await cell.run();
    await expect(cell.output).toHaveText('mine\n');
    await cell.button('Reset').click();
    await expect(cell.element.locator('.cell-unkept')).toBeHidden();
    await expect(cell.element.locator('.code-source')).toBeVisible();
    expect(wrong).toEqual([]);
  });
}

cold('axe finds nothing in what says whose it is', onlyWhole, async ({ page }) => {
  await openPage(page, cellLesson);
  await new CellOnPage(page, 'loss').write('print("mine")');
  await page.reload();
  await expect(page.locator('.cell-last-time').first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('#example-loss').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ failureSummary }) => failureSummary)])).toEqual([]);
  }
});

async function storedCode(page: Page): Promise<string> {
  const text = await page.evaluate(
    (path) => localStorage.getItem(`code ${path}#loss`),
    new URL(pageUrl(cellLesson)).pathname,
  );
  return (JSON.parse(text ?? '{}') as { code?: string }).code ?? '';
}
