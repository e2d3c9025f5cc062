import { at } from '../../core/at.ts';
import { requireCount } from '../check-argument.ts';
import { requireStart } from '../descent/gradient-descent.ts';
import type { Schedule } from '../descent/schedule.ts';
import type { DesignMatrix } from './design-matrix.ts';
import { samplesGradient } from './least-squares.ts';

/** How a descent in batches runs. */
export interface BatchRun {
  /** How often every sample is used: a whole number, zero or more. */
  readonly epochs: number;
  /** Samples for each step, from 1 up; the last batch of an epoch may be smaller. */
  readonly batchSize: number;
  readonly schedule: Schedule;
  /** The order of the samples in an epoch: the numbers from 0 to `length - 1`, each once. Called once an epoch. */
  readonly permutation: (length: number) => readonly number[];
}

/** The weights after a step. */
export interface BatchState {
  readonly position: readonly number[];
  /** The epoch that the step belongs to, counted from 0, and the rate that was used; the start has the first epoch's. */
  readonly epoch: number;
  readonly rate: number;
}

/**
 * Least squares by gradient descent in batches: each epoch goes through all samples in a new order, and each batch
 * gives one step against the gradient of its own mean squared error.
 *
 * The loss over all samples is left to the caller: to compute it at every step takes longer than the steps themselves.
 *
 * @returns the start and the state after each step, and `diverged` if a weight became NaN or infinite (the run ends
 *   there), otherwise `steps used up`.
 * @throws RangeError if there are no samples, not as many targets, the start is empty or not finite, or epochs or batch
 *   size are not whole numbers.
 * @see Bottou, Curtis & Nocedal, Optimization Methods for Large-Scale Machine Learning, 2018, section 3
 */
export function miniBatchDescent(
  rows: DesignMatrix,
  targets: readonly number[],
  start: readonly number[],
  { epochs, batchSize, schedule, permutation }: BatchRun,
): { readonly path: readonly BatchState[]; readonly reason: 'steps used up' | 'diverged' } {
  const gradient = samplesGradient(rows, targets);
  requireCount('epochs', epochs);
  requireCount('the batch size', batchSize, 1);
  let position: readonly number[] = requireStart(start);
  const path: BatchState[] = [{ position, epoch: 0, rate: schedule(0) }];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = schedule(epoch);
    for (const batch of slices(permutation(rows.length), batchSize)) {
      const slopes = gradient(position, batch);
      position = position.map((x, i) => x - rate * at(slopes, i));
      path.push({ position, epoch, rate });
      if (!position.every(Number.isFinite)) return { path, reason: 'diverged' };
    }
  }
  return { path, reason: 'steps used up' };
}

function slices(order: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(order.length / size) }, (_, i) => order.slice(i * size, (i + 1) * size));
}
