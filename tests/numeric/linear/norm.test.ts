import fc from 'fast-check';
import { expect, test } from 'vitest';
import { norm } from '../../../src/numeric/linear/norm.ts';

test.each([
  [[], 0],
  [[0, -0], 0],
  [[-3, 4], 5],
  [[3e-200, 4e-200], 5e-200],
  [[2 ** 600, -(2 ** 600)], 2 ** 600 * Math.SQRT2],
  [[5e-324], 5e-324],
  [[Number.MAX_VALUE], Number.MAX_VALUE],
  [[1, 1e-200], 1],
  [[1, Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  [[Number.NEGATIVE_INFINITY, 1e-200], Number.POSITIVE_INFINITY],
  [[Number.NaN, 1e-200], Number.NaN],
  [[Number.NaN, Number.POSITIVE_INFINITY], Number.NaN],
])('the length of %j is %d', (vector, length) => {
  expect(norm(vector)).toBe(length);
});

const numbers = fc.oneof(
  fc.constant(0),
  fc.double({ min: 2 ** -40, max: 1, noNaN: true }),
  fc.double({ min: -1, max: -(2 ** -40), noNaN: true }),
);
const vectors = fc.array(numbers, { minLength: 1, maxLength: 8 });

test('a vector times a power of two has its length times that power, at every size', () => {
  fc.assert(
    fc.property(vectors, fc.integer({ min: -900, max: 900 }), (vector, power) => {
      const length = norm(vector);
      expect(Math.abs(norm(vector.map((x) => x * 2 ** power)) / 2 ** power - length)).toBeLessThanOrEqual(
        2e-15 * length,
      );
    }),
  );
});

test('at ordinary sizes the length is the root of the plain sum, to the bit', () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      expect(norm(vector)).toBe(Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0)));
    }),
  );
});
