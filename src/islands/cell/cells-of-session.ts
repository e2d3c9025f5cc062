import type { Cell } from './cell.ts';

/** The cells that share a namespace with `cell`, including `cell`, in the order of the page. */
export function cellsOfSession(cell: Cell): Cell[] {
  return [...document.querySelectorAll('python-cell')].filter(({ session }) => session === cell.session);
}

/** The cells of the session of `cell`, up to and including it. */
export function cellsUpTo(cell: Cell): Cell[] {
  const all = cellsOfSession(cell);
  return all.slice(0, all.indexOf(cell) + 1);
}
