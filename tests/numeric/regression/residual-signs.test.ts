import { expect, test } from 'vitest';
import { residualSigns } from '../../../src/numeric/regression/residual-signs.ts';

const xs = [0, 5, 2, 7, 4, 1, 6, 3];

test('a curve shows at the ends, a funnel at the right, a drift late, and an outlier in the largest', () => {
  expect(residualSigns(xs, [1, -1, -1, 1, -1, 1, 1, -1])).toEqual({
    spread: 1,
    largest: 1,
    ends: 2,
    ratio: 1,
    late: 0,
  });
  expect(residualSigns(xs, [1, -3, -1, 3, 3, 1, -3, -1])).toMatchObject({ largest: 3, ratio: 3 });
  expect(residualSigns(xs, [-1, -1, -1, -1, 1, 1, 1, 1])).toMatchObject({ ends: 0, late: 2 });
});

test('a difference of last bits is 0', () => {
  expect(residualSigns(xs, [0.1, 0.2, -0.3, 0.1, 0.2, -0.3, 0.3, -0.3]).late).not.toBe(0);
  expect(residualSigns(xs, [0.3, -0.3, 0.1, -0.1, 0.1 + 0.2, -0.3, 0.1, -0.1]).late).toBe(0);
});
