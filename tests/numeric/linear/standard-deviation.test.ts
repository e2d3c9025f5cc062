import { expect, test } from 'vitest';
import { standardDeviation } from '../../../src/numeric/linear/standard-deviation.ts';
import { fixture } from '../fixture.ts';

test.each(fixture<{ numbers: number[]; deviation: number }>('deviations'))(
  "$numbers.length numbers have NumPy's standard deviation, to the bit",
  ({ numbers, deviation }) => {
    expect(standardDeviation(numbers)).toBe(deviation);
  },
);

test.each([
  [[], Number.NaN],
  [[5, 5, 5], 0],
  [[-1, 1], 1],
  [[1, Number.NaN], Number.NaN],
  [[0, Number.POSITIVE_INFINITY], Number.NaN],
])('of %o it is %s', (numbers, deviation) => {
  expect(standardDeviation(numbers)).toBe(deviation);
});
