import { mean } from './pairwise-sum.ts';

/**
 * How far numbers lie from their mean, typically: the root of the mean squared distance, `numpy.std(numbers)` to the
 * bit. In the units of the numbers; of nothing, it is NaN.
 */
export function standardDeviation(numbers: readonly number[]): number {
  const middle = mean(numbers);
  return Math.sqrt(mean(numbers.map((x) => (x - middle) * (x - middle))));
}
