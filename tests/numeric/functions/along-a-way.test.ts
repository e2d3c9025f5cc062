import { expect, test } from 'vitest';
import { alongAWay } from '../../../src/numeric/functions/along-a-way.ts';

const bowl = { xx: 1, yy: 3 };

test('heights, climb and slopes of a way along an axis', () => {
  const way = alongAWay(bowl, [-2, 0], [3, 0]);
  expect([way.start, way.end, way.climb, way.length]).toEqual([4, 9, 5, 5]);
  expect(way.slopes).toEqual([-4, 6]);
  expect(way.height(0.4)).toBe(0);
});

test('it crosses a height where the curve does, and not beyond its ends', () => {
  const way = alongAWay(bowl, [-2, 0], [3, 0]);
  expect(way.crossings(1)).toEqual([0.2, 0.6]);
  expect(way.crossings(6.25)).toEqual([0.9]);
  expect(way.crossings(-1)).toEqual([]);
});

test('what cancels is exactly 0: the diagonal of a saddle is level', () => {
  const way = alongAWay({ xx: 1, yy: -1 }, [-0.1, -0.1], [0.3, 0.3]);
  expect([way.climb, ...(way.slopes ?? [])]).toEqual([0, 0, 0]);
  expect(way.crossings(1)).toEqual([]);
});

test('a way of no length has no slope', () => {
  expect(alongAWay(bowl, [1, 1], [1, 1]).slopes).toBeUndefined();
});
