import { expect, test } from 'vitest';
import { compareVectors } from '../../../src/numeric/linear/compare-vectors.ts';

test('the angles of the lesson, for arrows of length 5', () => {
  const all = (
    [
      [3, 4],
      [0, 5],
      [-4, 3],
      [-3, -4],
    ] as const
  ).map((other) => compareVectors([3, 4], other));
  expect(all.map(({ dot }) => dot)).toEqual([25, 20, 0, -25]);
  expect(all.map(({ angle }) => angle?.toFixed(1))).toEqual(['0.0', '36.9', '90.0', '180.0']);
});

/** The arc tangent of a processor may be off by its last bit; that the cosine is 0 depends on none. */
const rightAngle = expect.closeTo(90, 12);

test('products that cancel up to the last bits are exactly 0', () => {
  expect(0.1 * 0.9 + 0.3 * -0.3).not.toBe(0);
  expect(compareVectors([0.1, 0.3], [0.9, -0.3])).toMatchObject({ dot: 0, cosine: 0, angle: rightAngle });
});

test('the smallest arrows have an exact angle, and an arrow of no length has none', () => {
  expect(compareVectors([1e-323, 1e-323], [1, 0]).angle).toBeCloseTo(45, 12);
  expect(compareVectors([1e-300, 0], [0, 1e-300])).toMatchObject({ cosine: 0, angle: rightAngle });
  expect(compareVectors([0, 0], [1, 2])).toEqual({
    dot: 0,
    lengths: [0, Math.sqrt(5)],
    cosine: undefined,
    angle: undefined,
  });
});
