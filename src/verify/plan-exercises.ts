import type { Fence } from '../examples/example.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { SessionRequest } from '../python/engine.ts';

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
 * All answers of an exercise that are to be run against its check; the solution with its mutants.
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
  const answer = (kind: PlannedAnswer['kind'], label: string, fence: Fence): PlannedAnswer => {
    const request = { code: check.text, ...(kind === 'solution' && { mutants: true, before }) };
    const block = { code: fence.text, values: [], check: request };
    return { exercise, kind, label, fence, request: { blocks: [...first, block] } };
  };
  return [
    answer('solution', '', solution),
    answer('starter', '', starter),
    ...wrong.map(({ label, fence }) => answer('wrong', label, fence)),
    ...alternatives.map(({ label, fence }) => answer('alternative', label, fence)),
    ...(parsons ? [answer('alternative', 'lines to order', parsons)] : []),
  ];
}
