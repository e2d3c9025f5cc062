import { expect, test } from 'vitest';
import { bowlAround } from '../../src/explorables/bowl-around.ts';
import { lineRows } from '../../src/numeric/design-matrix.ts';
import { leastSquares } from '../../src/numeric/least-squares.ts';

test('a mean squared error written around its lowest point has the same heights', () => {
  const loss = leastSquares(lineRows([1, 2, 3]), [4, 3, 9]);
  const bowl = bowlAround(loss, [2.5, 1 / 3]);
  for (const line of [
    [2, 1],
    [0, 0],
    [-1, 6],
    [5, -4],
  ]) {
    expect(bowl(line)).toBeCloseTo(loss.value(line), 10);
  }
});
