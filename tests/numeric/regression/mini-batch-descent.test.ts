import { describe, expect, it, test } from 'vitest';
import { gradientDescent } from '../../../src/numeric/descent/gradient-descent.ts';
import { constantRate, decayingRate, steppedRate } from '../../../src/numeric/descent/schedule.ts';
import { numpyRandom } from '../../../src/numeric/random/numpy-random.ts';
import { lineRows } from '../../../src/numeric/regression/design-matrix.ts';
import { leastSquares } from '../../../src/numeric/regression/least-squares.ts';
import { miniBatchDescent } from '../../../src/numeric/regression/mini-batch-descent.ts';
import { fixture } from '../fixture.ts';

interface Batches {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly path: readonly (readonly [m: number, b: number, loss: number, epoch: number, rate: number])[];
}

describe('descent in batches', () => {
  const [row] = fixture<Batches>('batches') as [Batches];
  const rows = lineRows(row.x);

  it('with a seed and a schedule goes the way of a NumPy loop, to the bit', () => {
    const random = numpyRandom(7);
    random.uniform(-3, 3, 23);
    random.normal(0, 0.5, 23);
    const run = { epochs: 6, batchSize: 5, schedule: steppedRate(0.1, 2), permutation: random.permutation };
    const { path, reason } = miniBatchDescent(rows, row.y, [0, 0], run);
    expect(reason).toBe('steps used up');
    const { value } = leastSquares(rows, row.y);
    expect(path.slice(1).map(({ position, epoch, rate }) => [...position, value(position), epoch, rate])).toEqual(
      row.path,
    );
  });

  const inOrder = (length: number) => Array.from({ length }, (_, i) => i);

  it('with one batch of everything is gradient descent', () => {
    const run = { epochs: 20, batchSize: 100, schedule: constantRate(0.05), permutation: inOrder };
    const { path } = miniBatchDescent(rows, row.y, [0, 0], run);
    const { path: plainPath } = gradientDescent(leastSquares(rows, row.y), [0, 0], 0.05, { steps: 20 });
    expect(path.map(({ position }) => position)).toEqual(plainPath.map(({ position }) => position));
  });

  it('ends when a weight is no longer finite', () => {
    const run = { epochs: 1_000_000, batchSize: 5, schedule: constantRate(100), permutation: inOrder };
    const { path, reason } = miniBatchDescent(rows, row.y, [0, 0], run);
    expect(reason).toBe('diverged');
    expect(path.length).toBeLessThan(500);
  });

  it('refuses a batch of nothing', () => {
    const run = { epochs: 1, batchSize: 0, schedule: constantRate(0.1), permutation: inOrder };
    expect(() => miniBatchDescent(rows, row.y, [0, 0], run)).toThrow(
      'the batch size is 0; write a whole number from 1 up',
    );
  });
});

test('schedules', () => {
  expect([0, 49, 50, 99, 100].map(steppedRate(0.1, 50))).toEqual([0.1, 0.1, 0.05, 0.05, 0.025]);
  expect([0, 1, 9].map(decayingRate(1, 1))).toEqual([1, 0.5, 0.1]);
  expect([0, 7].map(constantRate(0.3))).toEqual([0.3, 0.3]);
  expect(() => constantRate(0)).toThrow(RangeError);
  expect(() => steppedRate(0.1, 0)).toThrow('every is 0; write a whole number from 1 up');
  expect(() => steppedRate(0.1, 5, 1)).toThrow('the factor is 1; write a number from 0 to below 1, for example 0.5');
});
