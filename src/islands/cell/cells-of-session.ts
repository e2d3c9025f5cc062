import type { Cell } from './cell.ts';

/** The cells that share a namespace with `cell`, itself included, in the order in which they stand on the page. */
export function cellsOfSession(cell: Cell): Cell[] {
  return [...document.querySelectorAll('python-cell')].filter(({ session }) => session === cell.session);
}

/** The cells of the session of `cell`, up to and with it. */
export function cellsUpTo(cell: Cell): Cell[] {
  const all = cellsOfSession(cell);
  return all.slice(0, all.indexOf(cell) + 1);
}
