import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../../../src/core/point.ts';
import { type Box, type Name, placeNames, type Spot } from '../../../src/islands/explorable/place-names.ts';

const picture = [300, 200] as const;
const name = (side: Name['side'], ...places: Point[]): Name => ({ size: [40, 20], places, side });

function boxOf({ places, size: [width, height] }: Name, { place, by }: Spot): Box {
  const [x = Number.NaN, y = Number.NaN] = places[place] ?? [];
  const [left, top] = [x + by[0] - width / 2, y + by[1] - height / 2];
  return { left, top, right: left + width, bottom: top + height };
}

function meet(a: Box, b: Box): boolean {
  return Math.min(a.right - b.left, b.right - a.left, a.bottom - b.top, b.bottom - a.top) > 1e-9;
}

test('names stand below and above their marks where there is room', () => {
  const names = [name('below', [150, 100]), name('above', [150, 100])];
  expect(placeNames(names, picture, [])).toEqual([
    { place: 0, by: [0, 19] },
    { place: 0, by: [0, -19] },
  ]);
});

test('a name stands beside another place of its mark rather than on words', () => {
  const words = { left: 60, top: 40, right: 140, bottom: 160 };
  const [spot] = placeNames([name('below', [100, 100], [250, 100])], picture, [words]);
  expect(spot).toEqual({ place: 1, by: [0, 19] });
});

test('names stay in the picture, and cover neither words nor one another', () => {
  const inside = fc.tuple(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }));
  const words = fc.tuple(fc.integer({ min: 0, max: 260 }), fc.integer({ min: 0, max: 185 }));
  fc.assert(
    fc.property(inside, inside, words, (guess, truth, [left, top]) => {
      const written = [{ left, top, right: left + 40, bottom: top + 15 }];
      const names = [name('below', guess), name('above', truth)];
      const boxes = placeNames(names, picture, written).map((spot, i) => boxOf(names[i] as Name, spot));
      for (const [i, box] of boxes.entries()) {
        expect(Math.min(box.left, box.top, 300 - box.right, 200 - box.bottom)).toBeGreaterThanOrEqual(-1e-9);
        expect([...written, ...boxes.slice(0, i)].some((other) => meet(box, other))).toBe(false);
      }
    }),
  );
});
