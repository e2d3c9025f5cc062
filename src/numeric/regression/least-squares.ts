import { at } from '../../core/at.ts';
import type { Terrain } from '../descent/gradient-descent.ts';
import { dot } from '../linear/dot.ts';
import { pairwiseSum } from '../linear/pairwise-sum.ts';
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
  requireSamples(rows, targets);
  return {
    value: (weights) => meanSquaredError(predict(rows, weights), targets),
    gradient: (weights) => {
      const errors = predict(rows, weights).map((prediction, i) => prediction - at(targets, i));
      return weights.map((_, j) => {
        return (2 / targets.length) * pairwiseSum(errors.map((error, i) => error * at(at(rows, i), j)));
      });
    },
  };
}

/** Throws a RangeError if there are no samples, or not one target for each row. */
export function requireSamples(rows: DesignMatrix, targets: readonly number[]): void {
  if (rows.length === 0) throw new RangeError('there are no samples; write at least one');
  if (rows.length !== targets.length) {
    throw new RangeError(`there are ${rows.length} rows and ${targets.length} targets; write one target for each row`);
  }
}
