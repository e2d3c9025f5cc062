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
}

/**
 * In how many sessions the mutants of a solution are run: engines run sessions at the same time, and one session takes a
 * part of the time after which a run is stopped.
 */
const mutantParts = 4;

/**
 * All answers of an exercise that are to be run against its check; the solution several times, each with a part of its
 * mutants.
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
  const parts = Array.from({ length: mutantParts }, (_, part) => ({ part, of: mutantParts }));
  return [
    ...parts.map((mutants) => ({
      ...answer('solution', '', solution),
      request: requestFor(solution, { mutants, before }),
    })),
    answer('starter', '', starter),
    ...wrong.map(({ label, fence }) => answer('wrong', label, fence)),
    ...alternatives.map(({ label, fence }) => answer('alternative', label, fence)),
    answer('alternative', 'lines to order', { ...lines, text: assembleLines(puzzle, solved) }),
  ];
}
