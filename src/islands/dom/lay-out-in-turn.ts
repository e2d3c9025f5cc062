/**
 * Has the blocks of a lesson laid out that were too far from the window to be laid out when the page opened
 * (`src/styles/layout/far-blocks.css`): a page that opens is not held up by what nobody sees yet, and soon is whole, for
 * screen readers as well, to which a block that is not laid out tells what is hidden in it.
 */
export async function layOutFarBlocks(page: Document): Promise<void> {
  // With another font all that is laid out would be laid out once more.
  await page.fonts.ready;
  const blocks = page.querySelectorAll<HTMLElement>(
    '.lesson-main > .prose > *, .lesson-main > .prose > .checkpoint > *',
  );
  layOutInTurn([...blocks].filter((block) => getComputedStyle(block).contentVisibility === 'auto'));
}

/**
 * Has blocks laid out one at a time, while the browser has nothing else to do.
 *
 * @param idle calls a function when the browser has nothing else to do
 */
export function layOutInTurn(blocks: Iterable<HTMLElement>, idle = whenIdle): void {
  const waiting = [...blocks];
  const next = () => {
    const block = waiting.shift();
    if (block === undefined) return;
    block.style.contentVisibility = 'visible';
    idle(next);
  };
  idle(next);
}

function whenIdle(then: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then);
  else setTimeout(then, 50);
}
