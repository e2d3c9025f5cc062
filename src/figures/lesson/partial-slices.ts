import { dot, line, type Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import { bowl } from '../../numeric/functions/functions-of-many.ts';
import { spaced } from '../parts/curve.ts';
import type { Figure } from '../parts/figure.ts';
import { panelLabel } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';

const point: readonly [number, number] = [1, 2];

/** One coordinate moves and the other is held. */
interface Slice {
  readonly moved: 0 | 1;
  readonly caption: string;
  /** How far the tangent is drawn to either side. */
  readonly reach: number;
}

const slices: readonly Slice[] = [
  { moved: 0, caption: `*y* held at ${point[1]}`, reach: 1.7 },
  { moved: 1, caption: `*x* held at ${point[0]}`, reach: 0.8 },
];

const height = bowl.value(point);

function heightAt({ moved }: Slice, t: number): number {
  return bowl.value(point.with(moved, t));
}

function slopeOf({ moved }: Slice): number {
  return at(bowl.gradient(point), moved);
}

function draw(slice: Slice): Markish[] {
  const here = point[slice.moved];
  const fx = slice.caption;
  const ends = [here - slice.reach, here + slice.reach].map((t) => [t, height + slopeOf(slice) * (t - here)] as const);
  const graph = spaced(-3, 3, 41).map((t) => [t, heightAt(slice, t)] as const);
  const inside = graph.filter(([, y]) => y <= 30);
  const round = { strokeLinecap: 'round', fx: () => fx } as const;
  return [
    line(inside, { ...round, x: '0', y: '1', stroke: color.function, strokeWidth: size.strong }),
    line(ends, { ...round, x: '0', y: '1', stroke: color.tangent, strokeWidth: size.strong }),
    dot([[here, height]], { x: '0', y: '1', fx: () => fx, fill: color.tangent, r: size.point }),
  ];
}

function describe(): string {
  const [x, y] = point;
  const [alongX, alongY] = [at(bowl.gradient(point), 0), at(bowl.gradient(point), 1)];
  return [
    `Two cuts through the bowl x squared plus 3 y squared, side by side at the same scale, both through the point (${x}, ${y}) at height ${height}, each with its tangent there.`,
    `On the left y is held at ${y} and x moves: the tangent rises by ${alongX} per unit of x.`,
    `On the right x is held at ${x} and y moves: the tangent rises by ${alongY} per unit of y, ${alongY / alongX} times as steeply.`,
  ].join(' ');
}

/** Lesson 03: the two slices of x² + 3y² through (1, 2), with their tangents. */
export function partialSlices(): Figure {
  return panel({
    name: 'partial-slices',
    title: 'Two slices of x² + 3y² through the point (1, 2)',
    description: describe(),
    height: 338,
    view: { x: [-3.1, 3.1], y: [0, 30] },
    margins: { left: 30, right: 4, top: 34, bottom: 56 },
    facets: { fx: { axis: null, domain: slices.map(({ caption }) => caption), padding: 0.08 } },
    ticks: { x: [-2, 0, 2], y: [0, 10, 20, 30] },
    marks: [
      slices.flatMap(draw),
      slices.map((slice) => panelLabel({ x: 0, y: 30, dy: -20, text: slice.caption, facet: slice.caption })),
      slices.map((slice) =>
        panelLabel({
          x: slice.moved === 0 ? 1 : 1.75,
          y: slice.moved === 0 ? 8.2 : 13,
          dx: slice.moved === 0 ? 0 : -6,
          anchor: slice.moved === 0 ? 'middle' : 'end',
          text: `slope ${slopeOf(slice)}`,
          fill: color.tangent,
          facet: slice.caption,
        }),
      ),
      slices.map((slice) =>
        panelLabel({
          x: 0,
          y: 0,
          dy: 44,
          text: slice.moved === 0 ? '*x*' : '*y*',
          fill: color.inkSoft,
          facet: slice.caption,
        }),
      ),
    ],
  });
}
