/**
 * Has the blocks of a text laid out that were too far from the window to be laid out when the page opened
 * (`src/styles/layout/far-blocks.css`), one at a time and while the browser has nothing else to do: a page that opens is
 * not held up by what nobody sees yet, and soon is whole, for screen readers as well, to which a block that is not laid out
 * tells what is hidden in it.
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

/** The blocks of a page that may not be laid out yet. */
export function farBlocks(page: Document): HTMLElement[] {
  const blocks = page.querySelectorAll<HTMLElement>(
    '.lesson-main > .prose > *, .lesson-main > .prose > .checkpoint > *',
  );
  return [...blocks].filter((block) => getComputedStyle(block).contentVisibility === 'auto');
}

function whenIdle(then: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then);
  else setTimeout(then, 50);
}
