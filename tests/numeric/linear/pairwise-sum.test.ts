import { expect, test } from 'vitest';
import { mean, pairwiseSum } from '../../../src/numeric/linear/pairwise-sum.ts';
import { fixture } from '../fixture.ts';

test.each(fixture<{ numbers: number[]; sum: number; mean: number }>('sums'))(
  '$numbers.length numbers are summed as NumPy sums them, to the bit',
  (row) => {
    expect(pairwiseSum(row.numbers)).toBe(row.sum);
    expect(mean(row.numbers)).toBe(row.mean);
  },
);
