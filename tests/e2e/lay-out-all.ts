import type { Page } from '@playwright/test';

/** Has the browser lay out the blocks that are far from the window as well, for what is asked of the whole page. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.prose > *, .checkpoint > * { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}
