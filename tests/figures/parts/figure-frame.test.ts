import { plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { cutPath } from '../../../src/figures/parts/cut-path.ts';
import type { Figure } from '../../../src/figures/parts/figure.ts';
import { figureFrame } from '../../../src/figures/parts/figure-frame.ts';

const margins = { marginLeft: 31, marginRight: 7, marginTop: 11, marginBottom: 29 };
const figure = (options: Figure['plot']): Figure => ({
  name: 'x',
  title: 't',
  description: 'd',
  width: 440,
  height: 300,
  plot: { ...margins, ...options },
});

test.each([
  ['linear', { x: { domain: [-2, 5] }, y: { domain: [0, 9] } }],
  ['log', { x: { type: 'log', domain: [1e-12, 1] }, y: { type: 'log', domain: [1e-14, 10] } }],
] as const)('the frame of a figure with %s axes is what Plot makes of them', (_, options) => {
  const drawn = figure(options as unknown as Figure['plot']);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = plot({ ...drawn.plot, marks: [], width: 440, height: 300, document });
  const frame = figureFrame(drawn);
  for (const [x, y] of [
    [0.5, 2],
    [1e-3, 1e-4],
    [1, 5],
  ] as const) {
    const spot = frame.toDrawing([x, y]);
    expect(spot[0]).toBeCloseTo(Number(svg.scale('x')?.apply(x)), 6);
    expect(spot[1]).toBeCloseTo(Number(svg.scale('y')?.apply(y)), 6);
    expect(frame.fromDrawing(spot)[0]).toBeCloseTo(x, 10);
  }
});

test('a figure that leaves its axes to Plot is refused', () => {
  expect(() => figureFrame({ ...figure({}), plot: margins })).toThrow('state its domain and all margins');
});

const view = { x: [0, 10], y: [0, 10] } as const;

test('a path is cut where it crosses the edge, and goes on where it comes back', () => {
  expect(
    cutPath(
      [
        [5, 5],
        [15, 5],
        [5, 15],
        [5, 5],
      ],
      view,
    ),
  ).toEqual([
    [
      [5, 5],
      [10, 5],
    ],
    [
      [5, 10],
      [5, 5],
    ],
  ]);
});

test('a path that passes through without a point inside is drawn where it is inside', () => {
  expect(
    cutPath(
      [
        [-5, 5],
        [15, 5],
      ],
      view,
    ),
  ).toEqual([
    [
      [0, 5],
      [10, 5],
    ],
  ]);
});

test('places that are not numbers, or too far away, are left out', () => {
  expect(
    cutPath(
      [
        [1, 1],
        [Number.NaN, 2],
        [3, 3],
        [4, 4],
        [Number.POSITIVE_INFINITY, 5],
      ],
      view,
    ),
  ).toEqual([
    [
      [3, 3],
      [4, 4],
    ],
  ]);
  expect(
    cutPath(
      [
        [5, 5],
        [1e300, 5],
      ],
      view,
    ),
  ).toEqual([
    [
      [5, 5],
      [10, 5],
    ],
  ]);
});
