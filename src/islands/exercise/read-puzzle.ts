import type { LinePuzzle } from '../../exercises/line-puzzle.ts';

const empty: LinePuzzle = { lines: [], wrong: [], given: '' };

/** The lines of the solution of an exercise, which its cell brings with it. */
export function readPuzzle({ dataset }: HTMLElement): LinePuzzle {
  const { lines } = dataset;
  return lines === undefined ? empty : (JSON.parse(lines) as LinePuzzle);
}
