import type { Fence } from '../../examples/example.ts';
import type { Exercise } from '../../exercises/exercise.ts';
import { linePuzzle, solutionOf } from '../../exercises/line-puzzle.ts';
import type { CheckRequest, SessionRequest } from '../../python/engine.ts';

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
  const earlier = all
    .slice(0, all.indexOf(exercise))
    .filter(({ session }) => session !== undefined && session === exercise.session);
  const before = earlier.map((one) => one.solution.text);
  const requestFor = (
    text: string,
    setUp: readonly string[],
    asked: Pick<CheckRequest, 'mutants' | 'before'> = {},
  ): SessionRequest => ({
    blocks: [
      ...setUp.map((code) => ({ code, values: [] })),
      { code: text, values: [], check: { code: check.text, ...asked } },
    ],
  });
  const answer = (kind: PlannedAnswer['kind'], label: string, fence: Fence): PlannedAnswer => ({
    ...{ exercise, kind, label, fence },
    request: requestFor(fence.text, before),
  });
  // A reader may put the lines of the solution in an order of their own. In the page they run after the lines of earlier
  // solutions, as here.
  const inOrder = {
    ...answer('alternative', 'lines to order', parsons ?? solution),
    request: requestFor(linesInOrder(exercise), earlier.map(linesInOrder)),
  };
  return [
    {
      ...answer('solution', '', solution),
      requestWithMutants: requestFor(solution.text, before, { mutants: true, before }),
    },
    answer('starter', '', starter),
    ...wrong.map(({ label, fence }) => answer('wrong', label, fence)),
    ...alternatives.map(({ label, fence }) => answer('alternative', label, fence)),
    inOrder,
  ];
}

function linesInOrder({ parsons, solution }: Exercise): string {
  return solutionOf(linePuzzle((parsons ?? solution).text, []));
}
