import { at } from '../../core/at.ts';
import { requireFinite, requirePositive } from '../check-argument.ts';
import { norm } from '../linear/norm.ts';
import { type Descent, type DescentState, followDescent, type StoppingRule } from './descent.ts';

/** The part of a function of several variables that a descent needs. The gradient may be exact or measured. */
export interface Terrain {
  readonly value: (point: readonly number[]) => number;
  readonly gradient: (point: readonly number[]) => readonly number[];
}

/**
 * Gradient descent in any number of dimensions with a fixed rate: `p = p - rate * gradient(p)`, again and again.
 *
 * @param start where to begin: one finite number for each input, at least one.
 * @param rate the learning rate, greater than 0.
 * @returns every state from the start on, and why the run ended; see {@link StoppingRule} for when it does. Distances
 *   and slopes are Euclidean lengths.
 * @throws RangeError if the start is empty or not finite, the rate not positive and finite, the rule not valid, or the
 *   gradient has another number of elements than the point.
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., section 2.2 (steepest descent)
 */
export function gradientDescent(
  terrain: Terrain,
  start: readonly number[],
  rate: number,
  rule: StoppingRule,
): Descent<DescentState<readonly number[]>> {
  requirePositive('the learning rate', rate, '0.1');
  requireStart(start);
  const next = ({ position, gradient }: DescentState<readonly number[]>) =>
    stateAt(terrain, stepAgainst(position, gradient, rate));
  return followDescent(stateAt(terrain, start), next, norm, rule);
}

/** The point, the value and the gradient there. Throws a RangeError if point and gradient differ in length. */
export function stateAt({ value, gradient }: Terrain, position: readonly number[]): DescentState<readonly number[]> {
  const slopes = gradient(position);
  if (slopes.length !== position.length) {
    throw new RangeError(
      `the gradient has ${slopes.length} numbers and the point has ${position.length}; return one slope for each input`,
    );
  }
  return { position, value: value(position), gradient: slopes };
}

/** `start`, if it has at least one number and all are finite. Throws a RangeError otherwise. */
export function requireStart(start: readonly number[]): readonly number[] {
  if (start.length === 0)
    throw new RangeError('the start is empty; write one number for each input, for example [3, 2]');
  for (const x of start) requireFinite('a coordinate of the start', x, '3');
  return start;
}

function stepAgainst(position: readonly number[], gradient: readonly number[], rate: number): number[] {
  return position.map((x, i) => x - rate * at(gradient, i));
}
