import { readdirSync, rmSync } from 'node:fs';
import { type BrowserContext, chromium, expect, type Locator, type Page } from '@playwright/test';
import { isWhole } from '../depth.ts';
import { CellOnPage, showReader, startTimeout } from './cell.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { InterferedSite, noNetwork } from './keeping-server.ts';
import { siteFile } from './sites.ts';
import { test } from './warm.ts';

/** One lesson, as a learner goes through it: each walk in another situation, with a browser of its own. */
interface Walk {
  readonly name: string;
  readonly hand: 'keyboard' | 'touch';
  readonly width: number;
  /** Whether the network is gone once the pages have been opened. */
  readonly offline: boolean;
  readonly storage: 'kept' | 'refused';
}

const keyboard = { hand: 'keyboard', width: 1280, offline: false, storage: 'kept' } as const;
const touch = { ...keyboard, hand: 'touch', width: 360 } as const;
/** One situation; in a whole run every one, together and by itself. */
const walks: readonly Walk[] = [
  { ...keyboard, name: 'by keyboard, without a network', offline: true },
  ...[
    { ...touch, name: 'by touch at 360 px, with storage refused', storage: 'refused' as const },
    { ...keyboard, name: 'by keyboard' },
    { ...touch, name: 'by touch at 360 px' },
    { ...keyboard, name: 'with storage refused', storage: 'refused' as const },
  ].filter(() => isWhole),
];

const lesson = '/guide/derivatives/';
const day = 24 * 60 * 60 * 1000;

const site = new InterferedSite();
test.beforeAll(() => site.start());
test.afterAll(() => site.stop());

for (const walk of walks) {
  test(`a lesson from its first prediction to a question that comes back, ${walk.name}`, async () => {
    test.setTimeout(3 * startTimeout);
    site.interfere = () => false;
    const profile = test.info().outputPath('profile');
    try {
      await visit(walk, profile, firstVisit);
      await visit(walk, profile, walk.storage === 'kept' ? secondVisit : visitWithoutMemory);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

/** Opens the browser, does something on a page of it, and closes it. Nothing may go wrong in the page meanwhile. */
async function visit(walk: Walk, profile: string, act: (learner: Learner) => Promise<void>): Promise<void> {
  const { launchOptions = {} } = test.info().project.use;
  const browser = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport: { width: walk.width, height: 740 },
    hasTouch: walk.hand === 'touch',
    reducedMotion: 'reduce',
    serviceWorkers: walk.offline ? 'allow' : 'block',
  });
  try {
    if (walk.storage === 'refused') await refuseStorage(browser);
    const page = await browser.newPage();
    await showReader(page);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await act(new Learner(page, walk));
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
}

/** All that a browser refuses when a reader forbids a site to store anything. */
async function refuseStorage(browser: BrowserContext): Promise<void> {
  await browser.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse });
    for (const name of ['open', 'match', 'has', 'delete', 'keys'] as const)
      CacheStorage.prototype[name] = async () => refuse();
  });
}

async function firstVisit(learner: Learner): Promise<void> {
  const { page, walk } = learner;
  if (walk.offline) await learner.goOffline();
  await learner.open(lesson);

  // Predicts, and runs what was predicted.
  const prediction = await learner.reach('#predict-hill-or-valley');
  const output = page.locator('#example-three-ways-to-be-level .code-output');
  await expect(output).toBeHidden();
  await learner.choose(prediction, 'Higher on both sides');
  await expect(prediction).toContainText('Not quite.');
  await expect(prediction).toContainText('from positive to negative');
  await expect(output).toBeVisible();
  const example = new CellOnPage(page, 'three-ways-to-be-level');
  await learner.press(example.button('Run'));
  await expect(example.status).toHaveText(/same as the lesson/, { timeout: startTimeout });

  // Errs.
  const exercise = await learner.reach('checked-exercise[data-name="trust-a-formula"]');
  const answer = new CellOnPage(page, 'exercise-trust-a-formula');
  const feedback = exercise.locator('.exercise-feedback');
  await learner.press(answer.button('Check'));
  await expect(feedback).toContainText('Every formula is accepted');
  await expect(feedback.locator('[data-found="call"]')).toHaveText(/^agrees\(/);

  // Takes a hint, and puts the lines in order.
  await learner.openFold(exercise.locator('.hint').first());
  await expect(exercise.locator('.hint').first()).toContainText('Measure the slope');
  await learner.openFold(exercise.locator('.hint').nth(1));
  await learner.openFold(exercise.locator('.parsons'));
  await learner.order(exercise.locator('.puzzle'), solution);
  await expect(exercise.locator('.puzzle-verdict')).toContainText('in order');

  // Passes.
  await answer.write(solution.join('\n'));
  await learner.press(answer.button('Check'));
  await expect(feedback).toContainText('It passes.');
  await expect(exercise.locator('.solution > summary')).toBeVisible();

  // Misses a question of the checkpoint.
  const question = await learner.reach('#question-what-a-zero-slope-says');
  await learner.choose(question, 'It is the best weight');
  await expect(question).toContainText('It may also be the top of a hill');
  const unkept = question.getByText('Your browser stores nothing for this site');
  await expect(unkept).toHaveCount(walk.storage === 'refused' ? 1 : 0);
  await learner.expectRoom();
}

/** Two days later: what was written is there, the missed question comes back, and the way leads on. */
async function secondVisit(learner: Learner): Promise<void> {
  const { page } = learner;
  await page.clock.setFixedTime(Date.now() + 2 * day);
  await learner.open('/');
  const onward = page.getByRole('link', { name: 'Continue: Derivatives' });
  await learner.press(onward);
  await expect(page).toHaveURL(/\/guide\/derivatives\/#/);
  // Until it has loaded, the browser may scroll to the place of the link once more.
  await page.waitForLoadState('load');
  const answer = new CellOnPage(page, 'exercise-trust-a-formula');
  await learner.reach('python-cell[data-example="exercise-trust-a-formula"]');
  await expect(answer.editor).toContainText('for x in points:');
  const question = await learner.reach('#question-what-a-zero-slope-says');
  await expect(question).toContainText('answered before: missed');

  await learner.open('/review/');
  await expect(page.getByRole('heading', { name: 'One question is due today' })).toBeVisible();
  await learner.press(page.getByRole('button', { name: 'Start' }));
  await expect(page.locator('.card-prompt')).toContainText('four kinds of places');
  await learner.press(page.getByRole('button', { name: 'Show the reply' }));
  await expect(page.locator('.review-today .card-reply')).toContainText('ledge');
  await learner.press(page.getByRole('button', { name: 'I knew it' }));
  await expect(page.getByRole('heading', { name: 'No question is due today' })).toBeVisible();
  await learner.expectRoom();

  await learner.open(lesson);
  await learner.press((await learner.reach('.steps')).getByRole('link', { name: /Gradients/ }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Gradients/);
}

/** Nothing was kept: the lesson begins anew, and nothing claims otherwise. */
async function visitWithoutMemory(learner: Learner): Promise<void> {
  const { page } = learner;
  await learner.open('/review/');
  await expect(page.getByRole('heading', { name: 'Nothing is due today' })).toBeVisible();
  await expect(page.locator('.progress-kept')).toContainText('it lasts until you close this page');
  await learner.open(lesson);
  const question = await learner.reach('#question-what-a-zero-slope-says');
  await expect(question).not.toContainText('answered before');
}

const solution = [
  'def agrees(f, claim, points):',
  '    for x in points:',
  '        measured = (f(x + 1e-5) - f(x - 1e-5)) / 2e-5',
  '        size = max(1, abs(measured), abs(claim(x)))',
  '        if abs(claim(x) - measured) > 1e-6 * size:',
  '            return False',
  '    return True',
];

/** A page, and the means by which its reader acts on it. */
class Learner {
  readonly page: Page;
  readonly walk: Walk;

  constructor(page: Page, walk: Walk) {
    [this.page, this.walk] = [page, walk];
  }

  async open(path: string): Promise<void> {
    await this.page.goto(site.origin + path);
    await fontsArrived(this.page);
  }

  /** Opens the pages of the walk and runs Python once, so that the browser has kept them; then the network is gone. */
  async goOffline(): Promise<void> {
    for (const path of ['/guide/gradients/', '/review/', '/', lesson]) {
      await this.open(path);
      await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    }
    await new CellOnPage(this.page, 'nudge').run();
    await expect.poll(() => this.#missing()).toEqual([]);
    site.interfere = noNetwork;
  }

  /** What the page has loaded, or may load later, and the browser has not kept. */
  #missing(): Promise<string[]> {
    const programs = readdirSync(siteFile('_astro')).filter((name) => name.endsWith('.js'));
    const later = programs.map((name) => `${site.origin}/_astro/${name}`);
    return this.page.evaluate(async (programs) => {
      const caching = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      const kept = caching.flat().map(({ url }) => url);
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      return [...programs, ...loaded].filter((url) => url.startsWith(location.origin) && !kept.includes(url));
    }, later);
  }

  /** Brings something into view, and waits until its script has come. */
  async reach(selector: string): Promise<Locator> {
    const place = this.page.locator(selector).first();
    await place.scrollIntoViewIfNeeded();
    if (selector.startsWith('#')) await expect(place).toHaveAttribute('data-live', '');
    return place;
  }

  async press(button: Locator): Promise<void> {
    if (this.walk.hand === 'touch') await button.tap();
    else await button.press('Enter');
  }

  async openFold(fold: Locator): Promise<void> {
    // It shows once the one before it has been opened, and what is not shown takes no key.
    await expect(fold.locator('> summary')).toBeVisible();
    await this.press(fold.locator('> summary'));
    await expect(fold).toHaveAttribute('open', '');
  }

  async choose(question: Locator, choice: string): Promise<void> {
    const radio = question.getByRole('radio', { name: choice });
    if (this.walk.hand === 'touch') await question.locator('.choice-words').filter({ hasText: choice }).tap();
    else await radio.press('Space');
    await expect(radio).toBeChecked();
    await this.press(question.getByRole('button', { name: 'Check' }));
    await this.expectRoom();
  }

  /** Puts the lines of a puzzle into this order, with their indentation, and has the order checked. */
  async order(puzzle: Locator, program: readonly string[]): Promise<void> {
    for (const [i, line] of program.entries()) {
      const row = puzzle.locator('.puzzle-row').filter({ has: this.page.getByText(line.trim(), { exact: true }) });
      const level = (line.length - line.trimStart().length) / 4;
      await this.#moveLine(row, { place: i + 1, level });
    }
    await this.expectRoom();
    await this.press(puzzle.getByRole('button', { name: 'Check the order' }));
  }

  async #moveLine(row: Locator, { place, level }: { readonly place: number; readonly level: number }): Promise<void> {
    const line = row.locator('.puzzle-line');
    const name = async () => (await line.getAttribute('aria-label')) ?? '';
    const isTouch = this.walk.hand === 'touch';
    const up = () => (isTouch ? row.getByRole('button', { name: /^Up:/ }).tap() : this.page.keyboard.press('ArrowUp'));
    const right = () =>
      isTouch ? row.getByRole('button', { name: /^More/ }).tap() : this.page.keyboard.press('ArrowRight');
    if (!isTouch) await this.#takeLine(line);
    for (let i = 0; i < 20 && !(await name()).includes(`Line ${place},`); i++) await up();
    for (let i = 0; i < level; i++) await right();
    await expect(line).toHaveAccessibleName(new RegExp(`Line ${place}, indentation ${level}\\.`));
    if (!isTouch) await this.page.keyboard.press('Enter');
  }

  /** By the keys alone: Tab leads into the list, the arrows to the line. */
  async #takeLine(line: Locator): Promise<void> {
    const isFocused = () => line.evaluate((element) => element === document.activeElement);
    const focus = this.page.locator('.puzzle-line:focus');
    for (let i = 0; i < 40 && (await focus.count()) === 0; i++) await this.page.keyboard.press('Tab');
    for (let i = 0; i < 20 && !(await isFocused()); i++) await this.page.keyboard.press('ArrowUp');
    for (let i = 0; i < 20 && !(await isFocused()); i++) await this.page.keyboard.press('ArrowDown');
    await expect(line).toBeFocused();
    await this.page.keyboard.press('Enter');
  }

  /** Nothing is wider than the window. */
  async expectRoom(): Promise<void> {
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(this.walk.width);
  }
}
