import '../../styles/components/cell/diff.css';
import type { DiffRow } from '../../examples/compare/compare.ts';
import { makeElement } from '../dom/make-element.ts';

/** The names of the two sides of a comparison. */
export interface DiffNames {
  readonly expected: string;
  readonly actual: string;
}

/** The maximum number of lines of a comparison. */
const mostRows = 400;

/** A comparison, line by line. Each line is labeled in words as well: `lesson`, `yours`. */
export function diffPane(rows: readonly DiffRow[], names: DiffNames): HTMLElement {
  const lines = rows.slice(0, mostRows).map(({ side, text }) => {
    const whose = makeElement('span', { className: 'diff-side' }, side === 'both' ? '' : names[side]);
    const tag = side === 'expected' ? 'del' : side === 'actual' ? 'ins' : 'span';
    const line = makeElement(tag, { className: 'diff-text', translate: false }, text);
    return makeElement('div', { className: `diff-row diff-${side}` }, whose, line);
  });
  const pane = makeElement('div', { className: 'code diff', role: 'group', ariaLabel: 'Differences' }, ...lines);
  if (rows.length > mostRows) pane.append(`… ${rows.length - mostRows} lines more`);
  pane.tabIndex = 0;
  return pane;
}
