import type { LinePuzzle, PlacedLine } from './line-puzzle.ts';

/** The verdict on an arrangement: that it is the solution, or the first difference. */
export interface LinesVerdict {
  readonly isRight: boolean;
  /** Whether it may still be right, in another order than the solution's: all its lines are there, and no other. */
  readonly mayBeRight?: boolean;
  /** The place of the line that it is about, from 0. */
  readonly at?: number;
  readonly words: string;
}

/**
 * Compares the lines that a reader has chosen, in their order, with the solution. Lines with the same text are the same
 * line. Where another order may be right as well, only the check of the exercise can tell.
 */
export function judgeLines(puzzle: LinePuzzle, placed: readonly PlacedLine[]): LinesVerdict {
  const verdict = firstDifference(puzzle, placed);
  return !verdict.isRight && hasAllLines(puzzle, placed) ? { ...verdict, mayBeRight: true } : verdict;
}

function hasAllLines({ lines }: LinePuzzle, placed: readonly PlacedLine[]): boolean {
  const codes = (some: readonly { readonly code: string }[]) => some.map(({ code }) => code).sort();
  return String(codes(lines)) === String(codes(placed.map(({ line }) => line)));
}

function firstDifference({ lines }: LinePuzzle, placed: readonly PlacedLine[]): LinesVerdict {
  // A line that is wrong for its indentation only, such as a `return` in a loop, is right where it is put further left.
  const isRightHere = ({ line, level }: PlacedLine) =>
    lines.some((one) => one.code === line.code && one.level === level);
  const wrong = placed.findIndex((one) => one.line.reason !== undefined && !isRightHere(one));
  if (wrong >= 0) return differs(wrong, `Line ${wrong + 1} does not belong: ${placed[wrong]?.line.reason}.`);
  const other = lines.findIndex(({ code }, i) => placed[i]?.line.code !== code);
  if (other >= 0 && other >= placed.length) {
    const missing = lines.length - placed.length;
    const what = missing === 1 ? 'One line is missing.' : `${missing} lines are missing.`;
    return { isRight: false, words: `What is there is in order. ${what}` };
  }
  if (other >= 0) {
    const before = other === 0 ? '' : `Up to line ${other} it is the solution. `;
    return differs(other, `${before}Line ${other + 1} of the solution is another one.`);
  }
  if (placed.length > lines.length) return differs(lines.length, 'There are more lines than in the solution.');
  const indent = lines.findIndex(({ level }, i) => placed[i]?.level !== level);
  if (indent >= 0) {
    const way =
      (placed[indent]?.level ?? 0) < (lines[indent]?.level ?? 0) ? 'further to the right' : 'further to the left';
    return differs(indent, `The lines are in order. Line ${indent + 1} belongs ${way}.`);
  }
  return { isRight: true, words: 'These are the lines of the solution, in order.' };
}

function differs(at: number, words: string): LinesVerdict {
  return { isRight: false, at, words };
}
