import { at } from '../../core/at.ts';
import { mean } from '../linear/pairwise-sum.ts';

/**
 * The mean of the squared differences, `np.mean((predictions - targets) ** 2)`, in the squared units of the targets.
 *
 * @throws RangeError if there are no numbers, or not as many predictions as targets.
 */
export function meanSquaredError(predictions: readonly number[], targets: readonly number[]): number {
  if (targets.length === 0) throw new RangeError('there are no targets; write at least one');
  if (predictions.length !== targets.length) {
    throw new RangeError(
      `there are ${predictions.length} predictions and ${targets.length} targets; write one for each`,
    );
  }
  const squares = new Float64Array(targets.length);
  for (let i = 0; i < squares.length; i++) {
    const error = at(predictions, i) - at(targets, i);
    // As NumPy squares an array: a product, rounded once. A power need not be.
    squares[i] = error * error;
  }
  return mean(squares);
}
