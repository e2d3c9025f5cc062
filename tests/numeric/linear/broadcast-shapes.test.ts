import { expect, test } from 'vitest';
import { broadcastShapes } from '../../../src/numeric/linear/broadcast-shapes.ts';

test.each([
  [[2, 3], [3], [2, 3]],
  [
    [2, 3],
    [2, 1],
    [2, 3],
  ],
  [[3], [2, 1], [2, 3]],
  [[3], [2], undefined],
  [[], [4], [4]],
  [[], [], []],
  [[1], [0], [0]],
  [
    [5, 1, 4],
    [3, 1],
    [5, 3, 4],
  ],
])('%j and %j have the shape %j together, in either order', (a, b, shape) => {
  expect([broadcastShapes(a, b), broadcastShapes(b, a)]).toEqual([shape, shape]);
});
