import { dot } from '../linear/dot.ts';
import { norm } from '../linear/norm.ts';

/**
 * How fast a function changes per unit of distance when its point moves in `direction`: the dot product of the
 * gradient with the direction brought to length 1. It is largest, and equal to the length of the gradient, along the
 * gradient; zero at right angles to it; and the negative of the largest against it.
 *
 * @param direction of any length but zero; only where it points counts.
 * @throws RangeError if the direction has length zero or is not finite, or the two differ in length.
 */
export function directionalDerivative(gradient: readonly number[], direction: readonly number[]): number {
  return dot(gradient, unit(direction));
}

/** The vector of length 1 that points the same way. Throws a RangeError if there is none. */
export function unit(vector: readonly number[]): number[] {
  const length = norm(vector);
  if (Number.isFinite(length) && length > 0) return vector.map((x) => x / length);
  throw new RangeError(`the direction [${vector.join(', ')}] has length ${length}; write one that points somewhere`);
}
