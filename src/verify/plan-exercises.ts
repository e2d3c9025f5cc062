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

/** All answers of an exercise that are to be run against its check; the solution with its mutants. */
export function planAnswers(exercise: Exercise): PlannedAnswer[] {
  const { starter, solution, wrong, alternatives, parsons, check } = exercise;
  const answer = (kind: PlannedAnswer['kind'], label: string, fence: Fence): PlannedAnswer => {
    const request = { code: check.text, ...(kind === 'solution' && { mutants: true }) };
    return { exercise, kind, label, fence, request: { blocks: [{ code: fence.text, values: [], check: request }] } };
  };
  return [
    answer('solution', '', solution),
    answer('starter', '', starter),
    ...wrong.map(({ label, fence }) => answer('wrong', label, fence)),
    ...alternatives.map(({ label, fence }) => answer('alternative', label, fence)),
    ...(parsons ? [answer('alternative', 'lines to order', parsons)] : []),
  ];
}
