/** What an entry of the history knows of the link that was followed from it. */
interface Left {
  readonly leftBy: string;
  /** How far below the top of the window the link stood. */
  readonly top: number;
}

/**
 * Shows code in the cell of the example that a link leads to, with an entry in the history, so that Back returns to the
 * link. Returns false where there is no such cell: then the link leads there by itself.
 *
 * @param within what the link is the only one of its kind in, by its id
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

/** Gives the focus back to the link that {@link openInCell} was called for, where it stood in the window. */
export function returnFromCell(link: HTMLElement, within: string): void {
  window.addEventListener('popstate', ({ state }: { state: Partial<Left> | null }) => {
    if (state?.leftBy !== within) return;
    // The browser puts the page where it was; but the cell may have grown meanwhile.
    requestAnimationFrame(() => {
      link.focus({ preventScroll: true });
      window.scrollBy({ top: link.getBoundingClientRect().top - (state.top ?? 0), behavior: 'instant' });
    });
  });
}

function takesProposals(cell: Element): cell is Element & { propose(code: string): void } {
  return 'propose' in cell && typeof cell.propose === 'function';
}
