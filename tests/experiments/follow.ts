import type { Descent, DescentState } from '../../src/numeric/descent/descent.ts';

/**
 * The state after `step` steps of a loop that does not stop early. A run that converged stands on a slope of exactly
 * zero, where every further step of the loop leaves it.
 *
 * @throws RangeError if the run ended before that step for another reason.
 */
export function stateAfter<P>({ path, reason }: Descent<DescentState<P>>, step: number): DescentState<P> {
  const state = path[step] ?? (reason === 'converged' ? path.at(-1) : undefined);
  if (state !== undefined) return state;
  throw new RangeError(`the run ended after ${path.length - 1} steps (${reason}); step ${step} was asked for`);
}

/** The position after `step` steps; see {@link stateAfter}. */
export function positionAfter<P>(descent: Descent<DescentState<P>>, step: number): P {
  return stateAfter(descent, step).position;
}

/** The first step at which the position passes the test, or `undefined`. */
export function firstStep<P>({ path }: Descent<DescentState<P>>, passes: (position: P) => boolean): number | undefined {
  const step = path.findIndex(({ position }) => passes(position));
  return step < 0 ? undefined : step;
}

/** The largest absolute value of a vector, 0 for an empty one: `max(abs(x), abs(y))`. */
export function largest(vector: readonly number[]): number {
  return Math.max(0, ...vector.map(Math.abs));
}
