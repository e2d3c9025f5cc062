import { at } from '../../core/at.ts';
import type { Terrain } from '../descent/gradient-descent.ts';
import { dot } from '../linear/dot.ts';
import { sumOfFirst } from '../linear/pairwise-sum.ts';
import type { DesignMatrix } from './design-matrix.ts';
import { meanSquaredError } from './mean-squared-error.ts';

/** The prediction of the model for each row: `row · weights`. Throws a RangeError if a row is not as long as the weights. */
export function predict(rows: DesignMatrix, weights: readonly number[]): number[] {
  return rows.map((row) => dot(row, weights));
}

/**
 * The mean squared error of a linear model as a function of its weights, with its exact gradient: for each weight,
 * `(2 / N) * np.sum(errors * column)`, where an error is prediction minus target. What a descent needs to fit a line,
 * several features or a polynomial; the sums are NumPy's, to the bit.
 *
 * @param rows the design matrix; see {@link DesignMatrix}.
 * @param targets one for each row.
 * @throws RangeError, here, if there are no rows or not as many targets; later, if a row is not as long as the weights.
 */
export function leastSquares(rows: DesignMatrix, targets: readonly number[]): Terrain {
  const gradientOf = samplesGradient(rows, targets);
  const all = targets.map((_, i) => i);
  return {
    value: (weights) => meanSquaredError(predict(rows, weights), targets),
    gradient: (weights) => gradientOf(weights, all),
  };
}

/**
 * The gradient of the mean squared error of some of the samples, given by their numbers: what a descent in batches needs.
 *
 * @throws RangeError, here, as {@link leastSquares}; later, if there is no sample of a number, there are more of them than
 *   rows, or a row is not as long as the weights.
 */
export function samplesGradient(
  rows: DesignMatrix,
  targets: readonly number[],
): (weights: readonly number[], samples: readonly number[]) => number[] {
  requireSamples(rows, targets);
  // Used again by every call: there are thousands, and to make arrays took longer than the arithmetic.
  const [errors, products] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  return (weights, samples) => {
    const count = samples.length;
    if (count > rows.length)
      throw new RangeError(`there are ${rows.length} rows; write the numbers of at most as many samples`);
    for (let k = 0; k < count; k++) {
      const i = at(samples, k);
      errors[k] = dot(at(rows, i), weights) - at(targets, i);
    }
    return weights.map((_, j) => {
      for (let k = 0; k < count; k++) products[k] = at(errors, k) * at(at(rows, at(samples, k)), j);
      return (2 / count) * sumOfFirst(count, products);
    });
  };
}

/** Throws a RangeError if there are no samples, or not one target for each row. */
export function requireSamples(rows: DesignMatrix, targets: readonly number[]): void {
  if (rows.length === 0) throw new RangeError('there are no samples; write at least one');
  if (rows.length !== targets.length) {
    throw new RangeError(`there are ${rows.length} rows and ${targets.length} targets; write one target for each row`);
  }
}
