import { expect, test } from 'vitest';
import { at } from '../../../src/core/at.ts';
import type { Point } from '../../../src/core/point.ts';
import { fitEllipse } from '../../../src/figures/render/fit-ellipse.ts';

/** Points on an ellipse around the origin, from one angle to another. */
const around = (from: number, to: number): Point[] =>
  Array.from({ length: 61 }, (_, i) => {
    const angle = from + ((to - from) * i) / 60;
    return [60 * Math.cos(angle), 40 * Math.sin(angle)];
  });

test('an arc is small or large by more than the last bit of its angle: a half is small', () => {
  // Ends that rounding moves a little beyond the half, and a little before it.
  for (const off of [-1e-13, 0, 1e-13]) {
    const arcs = fitEllipse(around(0, Math.PI + off), 0.1) ?? [];
    expect(arcs.map(({ large, sweep }) => [large, sweep])).toEqual([[false, true]]);
  }
  expect(at(fitEllipse(around(0, 4), 0.1) ?? [], 0)).toMatchObject({ large: true, sweep: true });
  expect(at(fitEllipse(around(2, 0), 0.1) ?? [], 0)).toMatchObject({ large: false, sweep: false });
});
