import { at } from '../../core/at.ts';
import { mean } from '../linear/pairwise-sum.ts';

/** The signs of a pattern that a model has missed, in the units of the targets. */
export interface ResidualSigns {
  /** The root of the mean of their squares. */
  readonly spread: number;
  /** The size of the largest. */
  readonly largest: number;
  /** The mean of those in the outer half of x minus the mean of those in the inner half: a curve. */
  readonly ends: number;
  /** The spread in the upper half of x, divided by that in the lower half: a funnel. */
  readonly ratio: number;
  /** The mean of the second half in their order minus the mean of the first half: a drift. */
  readonly late: number;
}

/**
 * Numbers that tell a curve, a funnel, an outlier and a drift from residuals without a pattern. A difference that is
 * negligible relative to the residuals is exactly 0.
 *
 * @param xs evenly spread, in the order in which the targets were measured.
 * @param residuals one for each x.
 */
export function residualSigns(xs: readonly number[], residuals: readonly number[]): ResidualSigns {
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const middle = (low + high) / 2;
  const where = (is: (x: number, i: number) => boolean) => residuals.filter((_, i) => is(at(xs, i), i));
  const spread = spreadOf(residuals);
  const apart = (one: readonly number[], other: readonly number[]) => {
    const difference = mean(one) - mean(other);
    return Math.abs(difference) <= 1e-12 * spread ? 0 : difference;
  };
  const isFar = (x: number) => Math.abs(x - middle) > (high - low) / 4;
  const isLate = (i: number) => i >= xs.length / 2;
  return {
    spread,
    largest: Math.max(...residuals.map(Math.abs)),
    ends: apart(
      where(isFar),
      where((x) => !isFar(x)),
    ),
    ratio: spreadOf(where((x) => x > middle)) / spreadOf(where((x) => x <= middle)),
    late: apart(
      where((_, i) => isLate(i)),
      where((_, i) => !isLate(i)),
    ),
  };
}

const spreadOf = (some: readonly number[]) => Math.sqrt(mean(some.map((one) => one * one)));
