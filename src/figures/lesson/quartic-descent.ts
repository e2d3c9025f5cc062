import { arrow } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { gradientDescent1d } from '../../numeric/descent/gradient-descent-1d.ts';
import { quartic } from '../../numeric/functions/functions-of-one.ts';
import { curve } from '../parts/curve.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { AnyMarks, Marks } from '../parts/mark.ts';
import { dot, line, link } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';
import { distinct } from '../parts/walk.ts';
import { quarticFrame, quarticWalk as walk } from './quartic-frame.ts';

/** The picture ends here, far below the first point: at its scale the valley would be a flat line. */
const [, top] = quarticFrame.view.y;
/** At this height, below the curve, the same walk is drawn on a line of its own, where its start has a place. */
const track = -3.1;

/** Where the line from a point above the picture to one inside crosses its upper edge. */
function entry([x0, y0]: Point, [x1, y1]: Point): Point {
  return [x1 + ((x0 - x1) * (top - y1)) / (y0 - y1), top];
}

/** The walk along x alone: a dot for each place, and the first step as a hop. */
function alongTrack(points: readonly Point[]): AnyMarks[] {
  const places = distinct(points, 0.012).map(([x]): Point => [x, track]);
  const hop = { stroke: color.step, strokeWidth: size.line, headLength: 8, bend: -40, insetStart: 5, insetEnd: 6 };
  const [from = [0, 0], to = [0, 0]] = places;
  return [
    arrow([from], { ...hop, x1: from[0], y1: from[1], x2: to[0], y2: to[1] }),
    dot(places, { fill: color.step, r: size.dot }),
  ];
}

/** A dotted line from a place on the track to its point on the curve, or out of the picture. */
function plumbLines(points: readonly Point[]): Marks {
  return link(points, {
    x1: '0',
    x2: '0',
    y1: () => track,
    y2: ([, y]: Point) => Math.min(y, top),
    stroke: color.step,
    strokeDasharray: '1,5',
    strokeLinecap: 'round',
  });
}

function words(points: readonly Point[]): Marks[] {
  const [[startX, startY] = [0, 0], [secondX] = [0], [thirdX] = [0]] = points;
  const [endX] = points.at(-1) ?? [0];
  const below = { y: track, dy: 18, fill: color.step };
  return [
    label({ x: 0, y: 4.6, text: '*x*⁴ − 3*x*² + 2', fill: color.function }),
    label({
      x: startX,
      y: top,
      dx: 8,
      dy: 16,
      anchor: 'start',
      text: `height\n${typesetNumber(startY)} ↑`,
      fill: color.step,
    }),
    label({ ...below, x: startX, text: 'start' }),
    label({ ...below, x: secondX, text: '1' }),
    label({ ...below, x: thirdX, text: '2' }),
    label({ ...below, x: endX, dx: -10, dy: 0, anchor: 'end', text: `step ${walk.steps}: ${typesetNumber(endX, 4)}` }),
  ];
}

function describe(points: readonly Point[]): string {
  const at = (step: number) => typesetNumber(points[step]?.[0] ?? Number.NaN, 4);
  const [endX, endY] = points.at(-1) ?? [Number.NaN, Number.NaN];
  return [
    'The curve of x to the fourth minus 3 x squared plus 2: two valleys with a hill between them.',
    `A walk down starts at x = ${walk.start}, where the height is ${typesetNumber(quartic.value(walk.start))}, above the edge of the picture.`,
    `Its first steps lead to ${at(1)}, ${at(2)}, ${at(3)} and ${at(4)}: the first is long, and each is shorter than the one before.`,
    `After ${walk.steps} steps it stands in the right-hand valley, at x = ${typesetNumber(endX, 4)} and height ${typesetNumber(endY, 2)}.`,
  ].join(' ');
}

/** Lesson 05: x⁴ − 3x² + 2 and the descent from 3 with rate 0.01, on the curve and, below it, along x. */
export function quarticDescent(): Figure {
  const { path } = gradientDescent1d(quartic, walk.start, walk.rate, { steps: walk.steps });
  const points = path.map(({ position, value }): Point => [position, value]);
  const [first = [0, 0], second = [0, 0], third = [0, 0]] = points;
  const onCurve = distinct(points.slice(1), 0.02);
  return panel({
    name: 'quartic-descent',
    title: 'Gradient descent on x⁴ − 3x² + 2 from x = 3',
    description: describe(points),
    ...quarticFrame,
    ticks: { x: [-2, -1, 0, 1, 2, 3], y: [0, 5, 10] },
    marks: [
      curve(quartic.value, [-2.165, 2.165], 81),
      plumbLines([first, second, third]),
      line([entry(first, second), ...onCurve], { stroke: color.step, strokeWidth: size.line }),
      dot(onCurve, { fill: color.step, r: size.point - 0.5 }),
      alongTrack(points),
      words(points),
    ],
  });
}
