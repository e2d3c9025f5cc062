import { expect, test } from 'vitest';
import { mean, pairwiseSum, sumOfFirst } from '../../../src/numeric/linear/pairwise-sum.ts';
import { fixture } from '../fixture.ts';

test.each(fixture<{ numbers: number[]; sum: number; mean: number }>('sums'))(
  '$numbers.length numbers are summed as NumPy sums them, to the bit',
  (row) => {
    expect(pairwiseSum(row.numbers)).toBe(row.sum);
    expect(mean(row.numbers)).toBe(row.mean);
  },
);

test('the first so many are summed as if there were no others, and more than there are is an error', () => {
  const numbers = Float64Array.from({ length: 300 }, (_, i) => 1 / (i + 3));
  for (const count of [0, 7, 8, 50, 129, 300])
    expect(sumOfFirst(count, numbers)).toBe(pairwiseSum(numbers.subarray(0, count)));
  expect(() => sumOfFirst(301, numbers)).toThrow('there are 300 numbers; sum at most as many');
});
