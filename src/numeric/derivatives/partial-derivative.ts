import { requireCount } from '../check-argument.ts';
import { centralDifference } from './central-difference.ts';

/**
 * The partial derivative of `f` at `point` in the direction of one axis, by a central difference: that coordinate is
 * moved by h both ways, and all others stay. In units of f per unit of that coordinate.
 *
 * @param axis which coordinate, counted from 0.
 * @param h default 1e-5; see {@link centralDifference} for its effect on the error.
 * @throws RangeError if the point has no such coordinate, or h is 0, infinite or NaN.
 */
export function partialDerivative(
  f: (point: readonly number[]) => number,
  point: readonly number[],
  axis: number,
  h = 1e-5,
): number {
  const x = point[requireCount('the axis', axis)];
  if (x === undefined) {
    throw new RangeError(`the axis is ${axis} and the point has ${point.length} coordinates; they are counted from 0`);
  }
  return centralDifference((moved) => f(point.with(axis, moved)), x, h);
}
