import { expect, test } from 'vitest';
import { contours } from '../../../src/figures/parts/contours.ts';

const view = { x: [-2, 2], y: [-1, 1] } as const;
/** One unit of the axes is one of the drawing. */
const plain = { x: (value: number) => value, y: (value: number) => value, left: -2, right: 2, top: 1, bottom: -1 };
const saddle = ([x = 0, y = 0]: readonly number[]) => x * x - y * y;

test.each([0.5, -0.3])('a contour line at %d runs where the height is that, from edge to edge', (height) => {
  const paths = contours(saddle, view, { heights: [height] }).draw(plain)?.children ?? [];
  const lines = paths.map((path) =>
    [...String(path.type === 'element' && path.properties['d']).matchAll(/[ML]([^,]+),([^ML]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]),
  );
  expect(lines.length).toBe(2);
  for (const [x = 0, y = 0] of lines.flat()) expect(Math.abs(saddle([x, y]) - height)).toBeLessThan(0.01);
  for (const [x = 0, y = 0] of lines.flatMap((line) => [line[0] ?? [], line.at(-1) ?? []]))
    expect(Math.max(Math.abs(x) / 2, Math.abs(y))).toBeCloseTo(1, 3);
});
