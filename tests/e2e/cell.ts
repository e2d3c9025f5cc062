import type { BrowserContext, Locator, Page } from '@playwright/test';
import { fontsArrived } from './fetched-fonts.ts';
import { pageUrl } from './sites.ts';
import { test as base } from './warm.ts';

/** The lesson on which cells are tested: it has sessions, and examples of their own. */
export const cellLesson = '/guide/start/';

/**
 * Tests of one worker share a browser's cache, so that Python is fetched and started from nothing once and not for each
 * of them. What a test stores of the reader's code is forgotten after it.
 */
export const test = base.extend({
  page: async ({ warm }, use) => {
    const page = await warm.newPage();
    await use(page);
    await warm.setOffline(false);
    const { origin } = new URL(page.url());
    await page.close();
    // Not in that page: it stores what was written when it closes, and a test may have refused its storage.
    const other = await warm.newPage();
    await other.goto(`${origin}/privacy/`);
    await other.evaluate(() => localStorage.clear());
    await other.close();
  },
});

/**
 * Gives each page that is opened, or loaded again, a sign of a reader as soon as its programs have run: until one comes, cells
 * wait for seconds.
 */
export async function showReader(where: Page | BrowserContext): Promise<void> {
  await where.addInitScript(() => {
    const move = () => {
      if (document.body.hasAttribute('data-programs')) setTimeout(move, 10);
      else setTimeout(() => dispatchEvent(new Event('pointermove')));
    };
    addEventListener('load', move, { once: true });
  });
}

/** Keeps time alone from standing for a reader, however long a test takes: the wait that does is of seconds. */
export async function waitForReader(where: Page | BrowserContext): Promise<void> {
  await where.addInitScript(() => {
    const { setTimeout } = window;
    const short = (then: () => void, wait = 0) => (wait < 5000 ? setTimeout(then, wait) : 0);
    Object.assign(window, { setTimeout: short });
  });
}

/** How long Python may take to start from nothing on a machine that does other things as well. */
export const startTimeout = 180_000;

/** A cell of the page by the name of its example, and what a reader sees of it. */
export class CellOnPage {
  readonly element: Locator;
  readonly status: Locator;
  readonly output: Locator;
  readonly lessonOutput: Locator;
  readonly editor: Locator;

  constructor(page: Page, example: string) {
    this.element = page.locator(`python-cell[data-example="${example}"]`);
    this.status = this.element.locator('.cell-status');
    this.output = this.element.locator('.cell-output');
    this.lessonOutput = this.element.locator('> .code-output');
    this.editor = this.element.locator('.cm-content');
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  /** Opens the editor and replaces all of the code. */
  async write(code: string): Promise<void> {
    if (await this.button('Edit').isVisible()) await this.button('Edit').click();
    await this.editor.fill(code);
  }

  /** Presses Run and waits for its end. */
  async run(): Promise<void> {
    // The cell may have run before: the end that is waited for is the one of this run.
    await this.element.evaluate((cell) => cell.removeAttribute('data-judged'));
    await this.button('Run').click();
    await this.waitForEnd();
  }

  async waitForEnd(): Promise<void> {
    await this.element
      .and(this.element.page().locator('[data-judged]:not([data-running])'))
      .waitFor({ timeout: startTimeout });
  }
}

/** Opens a page, and collects what its policy refused and what went wrong in its programs. */
export async function openPage(page: Page, path: string): Promise<string[]> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isWrong = message.type() === 'error' || message.type() === 'warning';
    if (isWrong && !isOfTheRunner(message.text())) wrong.push(`${message.type()}: ${message.text()}`);
  });
  await showReader(page);
  await page.goto(pageUrl(path));
  await fontsArrived(page);
  await page.locator('python-cell .cell-bar').first().waitFor();
  return wrong;
}

/** What the test runner itself says on a page's console: that it keeps service workers away. */
export function isOfTheRunner(text: string): boolean {
  return text === 'Service Worker registration blocked by Playwright';
}
