import type { Locator, Page } from '@playwright/test';
import { pageUrl } from './sites.ts';

/** The lesson on which cells are tested: it has sessions, and examples of their own. */
export const cellLesson = '/guide/start/';

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
    await this.button('Run').click();
    await this.waitForEnd();
  }

  async waitForEnd(): Promise<void> {
    await this.element
      .and(this.element.page().locator('[data-judged]:not([data-running])'))
      .waitFor({ timeout: 60_000 });
  }
}

/** Opens a page, and collects what its policy refused and what went wrong in its programs. */
export async function openPage(page: Page, path: string): Promise<string[]> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`${message.type()}: ${message.text()}`);
  });
  await page.goto(pageUrl(path));
  await page.locator('python-cell .cell-bar').first().waitFor();
  return wrong;
}
