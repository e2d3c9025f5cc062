import { expect } from '@playwright/test';
import { onlyWhole } from '../depth.ts';
import { documentOf } from './built-page.ts';
import { CellOnPage, cellLesson, openPage, startTimeout, test as warm } from './cell.ts';
import { pagePaths } from './sites.ts';
import { test } from './warm.ts';

/** Code, what it prints, formulas, symbols and values: a translated page must leave them as they are. */
const untranslated =
  'code, pre, samp, kbd, .katex, .value, .variable, .readout-value, .explorable-equation, .ledger tbody, .cell-editor';

test('no page has code, a formula, a symbol or a value that would be translated', () => {
  const wrong = pagePaths
    .filter((path) => path !== '/no-such-page/')
    .flatMap((path) => {
      return [...documentOf(path).querySelectorAll(untranslated)]
        .filter((element) => element.closest('[translate="no"]') === null)
        .map((element) => `${path} ${element.outerHTML.slice(0, 120)}`);
    });
  expect(wrong).toEqual([]);
});

warm(
  'nor has a cell that was edited, run and compared, or an explorable that was moved',
  onlyWhole,
  async ({ page }) => {
    warm.setTimeout(2 * startTimeout);
    await openPage(page, cellLesson);
    const cell = new CellOnPage(page, 'loss');
    await cell.write('print(1)');
    await cell.run();
    await cell.button('Differences').click();
    const failed = new CellOnPage(page, 'luck-runs-out');
    await failed.write('print(zebra)');
    await failed.run();
    expect(await translatedParts(page)).toEqual([]);
    await openPage(page, '/guide/derivatives/');
    const control = page.locator('calculus-explorable [data-part=controls] input[type=range]').first();
    await control.focus();
    await page.keyboard.press('ArrowRight');
    expect(await translatedParts(page)).toEqual([]);
  },
);

test.describe('copied', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  /** What copies formulas is fetched with the first selection. */
  test.beforeEach(async ({ page }) => {
    await openPage(page, '/guide/derivatives/');
    const isCopied = () =>
      page.evaluate(() => {
        getSelection()?.selectAllChildren(document.querySelector('.prose p:has(.katex)') as Element);
        const event = new ClipboardEvent('copy', {
          clipboardData: new DataTransfer(),
          bubbles: true,
          cancelable: true,
        });
        return !document.body.dispatchEvent(event);
      });
    await expect.poll(isCopied).toBe(true);
  });

  test('a sentence with formulas has each of them once, as TeX, and paragraphs stay apart', async ({ page }) => {
    const copied = await page.evaluate(async () => {
      const paragraphs = [...document.querySelectorAll('.prose p')].filter(
        (paragraph) => paragraph.querySelector('.katex') && paragraph.nextElementSibling?.matches('p'),
      );
      return paragraphs.slice(0, 5).map((paragraph) => {
        const next = paragraph.nextElementSibling as Element;
        getSelection()?.setBaseAndExtent(paragraph, 0, next, next.childNodes.length);
        const data = new DataTransfer();
        const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
        paragraph.dispatchEvent(event);
        const formulas = [paragraph, next].flatMap((one) =>
          [...one.querySelectorAll('annotation')].map(({ textContent }) => textContent),
        );
        const text = data.getData('text/plain');
        return { formulas, text, plain: getSelection()?.toString() ?? '' };
      });
    });
    expect(copied.length).toBeGreaterThan(2);
    for (const { formulas, text, plain } of copied) {
      expect(text.match(/\$[^$]+\$/g)).toEqual(formulas.map((tex) => `$${tex}$`));
      expect(text).toContain('\n');
      // Without a script, what is for the eye alone.
      expect(plain).not.toContain('\\');
    }
  });

  test('a selection that begins and ends inside formulas has them whole', async ({ page }) => {
    const { text, formulas } = await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('.prose p')].find(
        (one) => one.querySelectorAll('.katex').length > 1,
      );
      const inside = [...(paragraph?.querySelectorAll('.katex-html') ?? [])];
      const lastText = (node: Node): Node => (node.lastChild ? lastText(node.lastChild) : node);
      const [first, last] = [inside.at(0), inside.at(-1)] as [Element, Element];
      getSelection()?.setBaseAndExtent(lastText(first), 0, lastText(last), 0);
      const data = new DataTransfer();
      first.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      const formulas = [...(paragraph?.querySelectorAll('annotation') ?? [])].map(({ textContent }) => textContent);
      return { text: data.getData('text/plain'), formulas };
    });
    expect(text.match(/\$[^$]+\$/g)).toEqual(formulas.map((tex) => `$${tex}$`));
    expect(text).toMatch(/^\$[\s\S]*\$$/);
  });

  test('by the keys of a reader, the clipboard has it', async ({ page }) => {
    const tex = await page.evaluate(() => {
      const paragraph = document.querySelector('.prose p:has(.katex)') as Element;
      getSelection()?.selectAllChildren(paragraph);
      return paragraph.querySelector('annotation')?.textContent;
    });
    await page.keyboard.press('ControlOrMeta+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`$${tex}$`);
  });
});

async function translatedParts(page: import('@playwright/test').Page): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.closest('[translate="no"]') === null)
        .map((element) => element.outerHTML.slice(0, 120)),
    untranslated,
  );
}
