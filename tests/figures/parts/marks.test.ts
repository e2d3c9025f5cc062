import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Point } from '../../../src/core/point.ts';
import { arrow } from '../../../src/figures/parts/arrow.ts';
import { axes, facetAxes } from '../../../src/figures/parts/axes.ts';
import { scalesOf } from '../../../src/figures/parts/figure-frame.ts';
import type { AnyMarks, Marks } from '../../../src/figures/parts/mark.ts';
import { cross, dot, dots, line, link, rect, rings, ruleX, ruleY } from '../../../src/figures/parts/marks.ts';
import { panel } from '../../../src/figures/parts/panel.ts';
import { showing } from '../../../src/figures/parts/showing.ts';
import { text } from '../../../src/figures/parts/text.ts';
import { renderFigure } from '../../../src/figures/render/render-figure.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const words = { name: 'sample', title: 'A sample', description: 'It has marks.' };
const frame = { ...words, height: 300, view: { x: [0, 10], y: [-1, 1] } } as const;

/** What an element is, with its numbers to a hundredth, without the order of its attributes. */
function facts(element: Element): unknown {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${rounded(value)}`).sort();
  return [element.localName, attributes, [...element.children].map(facts), element.textContent];
}

function rounded(text: string): string {
  return text.replace(/-?\d+\.\d+(e-\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100 + 0));
}

/** The marks as they move: drawn by us alone. */
function moved(marks: Marks): unknown {
  const svg = renderFigure(panel({ ...frame, marks, ground: { key: '' } }), document);
  return [...(svg.lastElementChild?.children ?? [])].map(facts);
}

/** The marks in a picture that does not move, which Plot draws. */
function still(marks: AnyMarks): unknown {
  const svg = renderFigure(panel({ ...frame, marks }), document);
  return [...svg.children].filter(({ localName }) => localName === 'g').map(facts);
}

const places: readonly Point[] = [
  [1, 0.25],
  [2.3333, -0.5],
  [8, 1 / 3],
];
const rows = places.map(([x, y]) => [x, y, x + 1.7, y / 2]);
const ends = { x1: '0', y1: '1', x2: '2', y2: '3' } as const;
const corners = { x1: ([x]: Point) => x, x2: 9, y1: 0, y2: [0.5, -0.5, 1] };
const dashed = { stroke: 'red', strokeWidth: 1, strokeOpacity: 0.5, strokeDasharray: '2,5' } as const;
const round = { stroke: 'red', strokeLinejoin: 'round', strokeLinecap: 'round' } as const;
const label = { x: [3, 5, 7], y: [0, 0.5, 1], fontSize: 16, fill: 'red' };

const ticks = { x: [0, 5, 10], y: [-1, 0], format: (tick: number) => `*x* = ${tick}` };

const pairs: readonly (readonly [name: string, ours: Marks, plots: Plot.Markish])[] = [
  ['a line', line(places, dashed), Plot.line(places, dashed)],
  [
    'a wide line',
    line(places, { stroke: 'red', strokeWidth: 2.6 }),
    Plot.line(places, { stroke: 'red', strokeWidth: 2.6 }),
  ],
  ['filled dots', dot(places, { fill: 'red', r: 3 }), Plot.dot(places, { fill: 'red', r: 3 })],
  ['rings', dot(places, { ...dashed, r: 3 }), Plot.dot(places, { ...dashed, r: 3 })],
  [
    'dots with an edge',
    dot(places, { fill: 'red', stroke: 'blue', r: 3 }),
    Plot.dot(places, { fill: 'red', stroke: 'blue', r: 3 }),
  ],
  [
    'a cross',
    cross([1, 0.25], { stroke: 'red', strokeWidth: 2, r: 5 }),
    Plot.dot([[1, 0.25]], { symbol: 'times', stroke: 'red', strokeWidth: 2, r: 5 }),
  ],
  ['links of rows', link(rows, { ...ends, ...dashed }), Plot.link(rows, { ...ends, ...dashed })],
  ['round links', link(rows, { ...ends, ...round }), Plot.link(rows, { ...ends, ...round })],
  [
    'links by function, number and row',
    link(places, { ...corners, stroke: 'red' }),
    Plot.link([...places], { ...corners, x2: () => 9, y1: () => 0, stroke: 'red' }),
  ],
  ['arrows', arrow(rows, { ...ends, ...dashed }), Plot.arrow(rows, { ...ends, ...dashed })],
  [
    'arrows with insets, of which one is used up',
    arrow([...rows, [1, 0, 1.1, 0]], {
      ...ends,
      stroke: 'red',
      strokeWidth: 4,
      headLength: 7,
      insetStart: 24,
      insetEnd: 5,
    }),
    Plot.arrow([...rows, [1, 0, 1.1, 0]], {
      ...ends,
      stroke: 'red',
      strokeWidth: 4,
      headLength: 7,
      insetStart: 24,
      insetEnd: 5,
    }),
  ],
  ['vertical rules', ruleX([1, 4], dashed), Plot.ruleX([1, 4], dashed)],
  ['shorter ones', ruleX([1, 4], { ...dashed, y1: -0.5, y2: 1 }), Plot.ruleX([1, 4], { ...dashed, y1: -0.5, y2: 1 })],
  ['level rules', ruleY([0, 0.7], dashed), Plot.ruleY([0, 0.7], dashed)],
  [
    'rectangles',
    rect(places, { ...corners, fill: 'red', fillOpacity: 0.3 }),
    Plot.rect([...places], { ...corners, x2: () => 9, y1: () => 0, fill: 'red', fillOpacity: 0.3 }),
  ],
  ['axes', axes(ticks), facetAxes(ticks)],
  ['texts', text(['a', '', 'b'], label), Plot.text(['a', '', 'b'], label)],
  [
    'text with a halo, a variable and two lines',
    text(['height\n*x* up'], { ...label, stroke: 'blue', strokeWidth: 5, dx: 4, dy: -8, textAnchor: 'end' }),
    Plot.text(['height\n*x* up'], { ...label, stroke: 'blue', strokeWidth: 5, dx: 4, dy: -8, textAnchor: 'end' }),
  ],
];

test.each(pairs)('%s: ours are drawn as Plot draws its own, alone and among those of Plot', (_, ours, plots) => {
  expect(moved(ours)).toEqual(still([plots]));
  expect(still(ours)).toEqual(still([plots]));
});

test('dots are lines of no length at each place', () => {
  const svg = renderFigure(
    panel({ ...frame, marks: dots(places, { fill: 'red', r: 3 }), ground: { key: '' } }),
    document,
  );
  const path = svg.querySelector('path');
  expect(path?.getAttribute('d')?.match(/M([^ML]+)L\1/g)?.length).toBe(places.length);
  expect(path?.parentElement?.getAttribute('stroke-width')).toBe('6');
});

test('rings are circles around each place, in one path', () => {
  const svg = renderFigure(
    panel({ ...frame, marks: rings(places, { stroke: 'red', r: 3 }), ground: { key: '' } }),
    document,
  );
  const starts = [
    ...(svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(
      /M([\d.]+),([\d.]+)a3,3 0 1 0 6,0a3,3 0 1 0 -6,0/g,
    ),
  ];
  const { x, y } = scalesOf(panel(frame));
  expect(starts.map(([, left, middle]) => [Number(left) + 3, Number(middle)])).toEqual(
    places.map((place) => [expect.closeTo(x(place[0]), 2), expect.closeTo(y(place[1]), 2)]),
  );
});

test('marks with nothing to draw are left out, and those of a term carry its name', () => {
  const nothing = [
    null,
    undefined,
    line([], dashed),
    rings([], { stroke: 'red', r: 3 }),
    dot([], { fill: 'red', r: 3 }),
    text([''], label),
  ];
  const svg = renderFigure(
    panel({ ...frame, marks: showing('x', [nothing, [ruleY([0], dashed)]]), ground: { key: '' } }),
    document,
  );
  expect([...svg.querySelectorAll('.figure-moving > *')].map((group) => group.getAttribute('data-term'))).toEqual([
    'x',
  ]);
});
