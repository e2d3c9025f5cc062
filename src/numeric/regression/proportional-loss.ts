import { at } from '../../core/at.ts';
import { mean } from '../linear/pairwise-sum.ts';
import { meanSquaredError } from './mean-squared-error.ts';

/** A model without an intercept, `w * x`, on some data. */
export interface ProportionalFit {
  /** Prediction minus target, in the units of the targets. */
  readonly errors: readonly number[];
  /** The mean of their squares. */
  readonly loss: number;
  /** The derivative of the loss with respect to w; exactly 0 if it is negligible relative to the terms of its sum. */
  readonly slope: number;
}

/**
 * How well `w * x` predicts the targets: errors, mean squared error, and the slope `mean(2 * error * x)`.
 *
 * @throws RangeError if there is no data, or not as many targets as inputs.
 */
export function proportionalLoss(x: readonly number[], targets: readonly number[], w: number): ProportionalFit {
  const predictions = x.map((one) => w * one);
  const loss = meanSquaredError(predictions, targets);
  const errors = predictions.map((prediction, i) => prediction - at(targets, i));
  const terms = errors.map((error, i) => 2 * error * at(x, i));
  const sum = mean(terms);
  // At the lowest point the terms cancel, and a float leaves its last bits.
  const noise = 1e-13 * Math.max(...x.map((one, i) => Math.abs(one * at(targets, i))));
  return { errors, loss, slope: Math.abs(sum) <= noise ? 0 : sum };
}
