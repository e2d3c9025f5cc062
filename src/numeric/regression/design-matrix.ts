import { last } from '../../core/at.ts';
import { requireCount } from '../check-argument.ts';

/** One row for each sample, one column for each weight: a model that is linear in its weights predicts `row · weights`. */
export type DesignMatrix = readonly (readonly number[])[];

/** The rows `[x, 1]` of a line `m * x + b`: the weights are `[m, b]`. */
export function lineRows(xs: readonly number[]): DesignMatrix {
  return xs.map((x) => [x, 1]);
}

/** The rows `[x1, x2, …, 1]` of a linear model of several features: the last weight is the intercept. */
export function featureRows(samples: readonly (readonly number[])[]): DesignMatrix {
  return samples.map((sample) => [...sample, 1]);
}

/**
 * The rows `[x**degree, …, x, 1]` of a polynomial, highest power first, as `numpy.vander` has them. Powers are built
 * by multiplication. Throws a RangeError if the degree is not a whole number from 0 up.
 */
export function polynomialRows(xs: readonly number[], degree: number): DesignMatrix {
  requireCount('the degree', degree);
  return xs.map((x) => {
    const powers = [1];
    for (let k = 0; k < degree; k++) powers.push(last(powers) * x);
    return powers.reverse();
  });
}
