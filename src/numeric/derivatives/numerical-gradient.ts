import { partialDerivative } from './partial-derivative.ts';

/**
 * The gradient of `f` at `point`, measured: one partial derivative for each coordinate, in their order, by central
 * differences. It costs two calls of f for each coordinate. The gradient at an empty point is empty.
 *
 * @param h default 1e-5, the same for every coordinate.
 * @throws RangeError if h is 0, infinite or NaN.
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., section 8.1
 */
export function numericalGradient(
  f: (point: readonly number[]) => number,
  point: readonly number[],
  h = 1e-5,
): number[] {
  return point.map((_, axis) => partialDerivative(f, point, axis, h));
}
