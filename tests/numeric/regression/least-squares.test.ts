import { expect, test } from 'vitest';
import { polynomialRows } from '../../../src/numeric/regression/design-matrix.ts';
import { leastSquares, samplesGradient } from '../../../src/numeric/regression/least-squares.ts';

const xs = Array.from({ length: 21 }, (_, i) => (i - 10) / 7);
const rows = polynomialRows(xs, 2);
const targets = xs.map((x) => Math.fround(3 * x * x - x + 1 / (x + 3)));
const weights = [0.1, -0.7, 0.3];

test('the gradient of some samples is that of these samples alone, whatever was asked for before', () => {
  const gradientOf = samplesGradient(rows, targets);
  for (const samples of [xs.map((_, i) => i), [3, 17, 4, 20, 0, 9, 12, 8, 1], [5], [2, 2, 7]]) {
    const alone = leastSquares(
      samples.map((i) => rows[i] ?? []),
      samples.map((i) => targets[i] ?? Number.NaN),
    );
    expect(gradientOf(weights, samples)).toEqual(alone.gradient(weights));
  }
});

test('a sample that is not there, more samples than rows and a row of another length are errors', () => {
  const gradientOf = samplesGradient(rows, targets);
  expect(() => gradientOf(weights, [21])).toThrow('There is no index 21 among 21 values.');
  expect(() =>
    gradientOf(
      weights,
      Array.from({ length: 22 }, () => 0),
    ),
  ).toThrow('there are 21 rows');
  expect(() => gradientOf([1, 2], [0])).toThrow('write two of the same length');
});
