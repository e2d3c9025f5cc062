import { at } from '../../core/at.ts';
import { requireCount } from '../check-argument.ts';
import { requireStart, type Terrain } from '../descent/gradient-descent.ts';
import type { Schedule } from '../descent/schedule.ts';
import type { DesignMatrix } from './design-matrix.ts';
import { leastSquares, requireSamples } from './least-squares.ts';

/** How a descent in batches runs. */
export interface BatchRun {
  /** How often every sample is used: a whole number, zero or more. */
  readonly epochs: number;
  /** Samples for each step, from 1 up; the last batch of an epoch may be smaller. */
  readonly batchSize: number;
  readonly schedule: Schedule;
  /** The order of the samples in an epoch: the numbers from 0 to `length - 1`, each once. Asked once an epoch. */
  readonly permutation: (length: number) => readonly number[];
}

/** The weights after a step. */
export interface BatchState {
  readonly position: readonly number[];
  /** The mean squared error over *all* samples. */
  readonly value: number;
  /** The epoch that the step belongs to, counted from 0, and the rate that was used; the start has the first epoch's. */
  readonly epoch: number;
  readonly rate: number;
}

/**
 * Least squares by gradient descent in batches: each epoch goes through all samples in a new order, and each batch
 * gives one step against the gradient of its own mean squared error.
 *
 * @returns the start and the state after each step, and `diverged` if the loss became NaN or infinite (the run ends
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
  requireSamples(rows, targets);
  requireCount('epochs', epochs);
  requireCount('the batch size', batchSize, 1);
  const { value } = leastSquares(rows, targets);
  const path: BatchState[] = [{ position: requireStart(start), value: value(start), epoch: 0, rate: schedule(0) }];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const batch of slices(permutation(rows.length), batchSize)) {
      const position = stepOn(pick(rows, targets, batch), path[path.length - 1]?.position ?? start, schedule(epoch));
      path.push({ position, value: value(position), epoch, rate: schedule(epoch) });
      if (!Number.isFinite(path[path.length - 1]?.value)) return { path, reason: 'diverged' };
    }
  }
  return { path, reason: 'steps used up' };
}

function slices(order: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(order.length / size) }, (_, i) => order.slice(i * size, (i + 1) * size));
}

function pick(rows: DesignMatrix, targets: readonly number[], batch: readonly number[]): Terrain {
  return leastSquares(
    batch.map((i) => rows[i] ?? []),
    batch.map((i) => at(targets, i)),
  );
}

function stepOn({ gradient }: Terrain, position: readonly number[], rate: number): number[] {
  const slopes = gradient(position);
  return position.map((x, i) => x - rate * at(slopes, i));
}
