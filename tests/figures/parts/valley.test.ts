import { expect, test } from 'vitest';
import { ellipse } from '../../../src/figures/parts/ellipse.ts';
import { valleyAt } from '../../../src/figures/parts/valley.ts';
import { lineRows } from '../../../src/numeric/regression/design-matrix.ts';
import { leastSquares } from '../../../src/numeric/regression/least-squares.ts';

test('the loss of a line has the same height all along a contour line', () => {
  const { value } = leastSquares(lineRows([1, 2, 3]), [4, 3, 9]);
  const best = [2.5, 1 / 3] as const;
  // 2 / N times the sums of x², x and 1
  const valley = valleyAt(best, [28 / 3, 4, 2]);
  for (const place of ellipse(valley, 6)) expect(value(place) - value(best)).toBeCloseTo(6, 9);
});
