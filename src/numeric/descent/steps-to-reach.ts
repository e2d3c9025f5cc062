import { at } from '../../core/at.ts';
import { requireNotNegative } from '../check-argument.ts';
import { norm } from '../linear/norm.ts';
import type { Descent, DescentState } from './descent.ts';

/**
 * How many steps a descent took to come within `tolerance` of `target` (Euclidean distance) for the first time, or
 * `undefined` if it never did. Throws a RangeError if the tolerance is negative or NaN.
 */
export function stepsToReach(
  { path }: Descent<DescentState<readonly number[]>>,
  target: readonly number[],
  tolerance: number,
): number | undefined {
  requireNotNegative('tolerance', tolerance, '1e-6');
  const near = ({ position }: DescentState<readonly number[]>) =>
    norm(position.map((x, i) => x - at(target, i))) <= tolerance;
  const index = path.findIndex(near);
  return index < 0 ? undefined : index;
}
