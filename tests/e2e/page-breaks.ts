import type { Page } from '@playwright/test';

/** The part of an A4 sheet that has text, in pixels. */
export const paper = { width: 574, height: 934 };

/** Blocks that may fill a sheet: the output of a listing. */
const whole = '.example *';

/**
 * What a printer would do wrong with a page, shown for print in a window as large as `paper`: a frame is cut in two, a
 * heading stands alone at the end of a sheet, a sheet stays nearly empty because what follows is kept whole, a word is
 * beyond the edge.
 */
export async function faultsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ width, height, whole }) => {
      const shown = [...document.querySelectorAll('main *:not(svg *, .katex *)')].filter((one) =>
        one.checkVisibility(),
      );
      const isKept = (one: Element | null): boolean =>
        one !== null && (getComputedStyle(one).breakInside === 'avoid' || isKept(one.parentElement));
      return shown.flatMap((one) => {
        const style = getComputedStyle(one);
        const box = one.getBoundingClientRect();
        const isFrame = style.borderTopWidth !== '0px' && style.borderBottomWidth !== '0px';
        const isHeading = /^H[1-3]$/.test(one.tagName);
        const faults = [
          isFrame && box.bottom > height && box.height < height / 2 && !isKept(one) && 'a frame that may be cut in two',
          isHeading && style.breakAfter !== 'avoid' && 'a heading that may be the last of a sheet',
          isHeading && one.querySelector('.exercise-number') && !isKept(one) && 'a heading that may be cut in two',
          style.breakInside === 'avoid' && box.height > height * 0.75 && !one.matches(whole) && 'kept whole, but large',
          box.right > width + 1 && style.position !== 'absolute' && 'beyond the edge',
        ];
        const name = `${one.localName}.${one.className}#${one.id}`;
        return faults.filter((fault) => typeof fault === 'string').map((fault) => `${name}: ${fault}`);
      });
    },
    { ...paper, whole },
  );
}
