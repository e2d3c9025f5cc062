import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastPosition, moved, positionOf, snapped, valueAt } from '../../../src/explorables/kit/number-grid.ts';

const rates = { range: [0.001, 1.5], step: 'log' } as const;

test('a logarithmic slider reaches every number of two digits', () => {
  expect([0, 1, 89, 90, 180, 269, 270].map((position) => valueAt(rates, position))).toEqual([
    0.001, 0.0011, 0.0099, 0.01, 0.1, 0.99, 1,
  ]);
  expect([lastPosition(rates), valueAt(rates, lastPosition(rates))]).toEqual([275, 1.5]);
  expect([moved(rates, 0.99, 2), moved(rates, 1, -10), snapped(rates, 0.0123), snapped(rates, -1)]).toEqual([
    1.1, 0.9, 0.012, 0.001,
  ]);
});

test('a linear slider has no rounding dust', () => {
  const grid = { range: [-4, 4], step: 0.1 } as const;
  expect([43, 70].map((position) => valueAt(grid, position))).toEqual([0.3, 3]);
  expect([moved(grid, 0.3, -1), moved(grid, 3.95, 10), lastPosition(grid)]).toEqual([0.2, 4, 80]);
});

test('position and value are each other’s inverse', () => {
  const grids = fc.constantFrom({ range: [-4, 4], step: 0.1 } as const, rates, { range: [0, 360], step: 5 } as const);
  fc.assert(
    fc.property(grids, fc.nat(400), (grid, any) => {
      const position = Math.min(any, lastPosition(grid));
      expect(positionOf(grid, valueAt(grid, position))).toBe(position);
    }),
  );
});
