/** The state of a history entry: the link that was followed from it. */
interface Left {
  readonly leftBy: string;
  /** The distance of the link from the top of the window, in CSS pixels. */
  readonly top: number;
}

/**
 * Shows code in the cell of the example that a link leads to, with an entry in the history, so that Back returns to the
 * link. Returns false if there is no such cell; then the link works as a plain link.
 *
 * @param within the id of the element that contains the link
 */
export function openInCell(link: HTMLAnchorElement, within: string, code: string): boolean {
  const cell = document.querySelector(`${link.hash} python-cell`);
  if (cell === null || !takesProposals(cell)) return false;
  const left: Left = { leftBy: within, top: link.getBoundingClientRect().top };
  history.replaceState({ ...history.state, ...left }, '');
  history.pushState(null, '', link.hash);
  void cell.propose(code);
  return true;
}

/** Returns the focus to the link that {@link openInCell} was called for, at its former position in the window. */
export function returnFromCell(link: HTMLElement, within: string): void {
  window.addEventListener('popstate', ({ state }: { state: Partial<Left> | null }) => {
    if (state?.leftBy !== within) return;
    // The browser restores the scroll position; but the height of the cell may have changed.
    requestAnimationFrame(() => {
      link.focus({ preventScroll: true });
      window.scrollBy({ top: link.getBoundingClientRect().top - (state.top ?? 0), behavior: 'instant' });
    });
  });
}

function takesProposals(cell: Element): cell is Element & { propose(code: string): void } {
  return 'propose' in cell && typeof cell.propose === 'function';
}
