import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '../../../src/figures/parts/spread-labels.ts';

const room = { low: 0, high: 10, apart: 1, taken: 3 };
const heights = (ys: readonly number[]) =>
  spreadLabels(
    ys.map((y) => ({ y })),
    room,
  ).map(({ y }) => y);

test('labels that are far enough from each other stay where they are, in the order of their heights', () => {
  expect(heights([8, 1, 5])).toEqual([1, 5, 8]);
});

test('labels at one height stand one above the other, and leave the place that is taken free', () => {
  expect(heights([5, 5, 5])).toEqual([5, 6, 7]);
  expect(heights([3])).toEqual([4]);
  expect(heights([10, 10])).toEqual([9, 10]);
});

test('no two labels are nearer than they may be, and none leaves the room', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 10 }), (ys) => {
      const placed = heights(ys);
      expect(placed.length).toBe(ys.length);
      placed.forEach((y, i) => {
        expect(y).toBeGreaterThanOrEqual(room.low);
        expect(y).toBeLessThanOrEqual(room.high);
        if (i > 0) expect(y - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(room.apart - 1e-12);
      });
    }),
  );
});
