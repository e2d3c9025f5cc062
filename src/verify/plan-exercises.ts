import type { Fence } from '../examples/example.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { assembleLines, linePuzzle } from '../exercises/line-puzzle.ts';
import type { CheckRequest, SessionRequest } from '../python/engine.ts';

/** An answer to an exercise, and what its check must say of it. */
export interface PlannedAnswer {
  readonly exercise: Exercise;
  readonly kind: 'solution' | 'starter' | 'wrong' | 'alternative';
  /** The mistake of a wrong answer, the words of an alternative; else empty. */
  readonly label: string;
  readonly fence: Fence;
  readonly request: SessionRequest;
  /**
   * The same with changed solutions and made-up answers. They show that the check is sharp, and the check is the same
   * Python on each engine: one of the engines runs this instead of `request`.
   */
  readonly requestWithMutants?: SessionRequest;
}

/**
 * All answers of an exercise that are to be run against its check.
 *
 * @param all the exercises of the lesson: the solutions of earlier ones of its session run before each answer
 */
export function planAnswers(exercise: Exercise, all: readonly Exercise[]): PlannedAnswer[] {
  const { starter, solution, wrong, alternatives, parsons, check } = exercise;
  const before = all
    .slice(0, all.indexOf(exercise))
    .filter(({ session }) => session !== undefined && session === exercise.session)
    .map((earlier) => earlier.solution.text);
  const first = before.map((code) => ({ code, values: [] }));
  const requestFor = (fence: Fence, asked: Pick<CheckRequest, 'mutants' | 'before'> = {}): SessionRequest => ({
    blocks: [...first, { code: fence.text, values: [], check: { code: check.text, ...asked } }],
  });
  const answer = (kind: PlannedAnswer['kind'], label: string, fence: Fence): PlannedAnswer => ({
    ...{ exercise, kind, label, fence },
    request: requestFor(fence),
  });
  // A reader may put the lines of the solution in an order of their own, and that is judged by running them.
  const lines = parsons ?? solution;
  const puzzle = linePuzzle(lines.text, []);
  const solved = puzzle.lines.map((line) => ({ line, level: line.level }));
  return [
    { ...answer('solution', '', solution), requestWithMutants: requestFor(solution, { mutants: true, before }) },
    answer('starter', '', starter),
    ...wrong.map(({ label, fence }) => answer('wrong', label, fence)),
    ...alternatives.map(({ label, fence }) => answer('alternative', label, fence)),
    answer('alternative', 'lines to order', { ...lines, text: assembleLines(puzzle, solved) }),
  ];
}
