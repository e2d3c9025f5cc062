import type { Point } from '../../core/point.ts';
import type { Way } from '../../numeric/functions/along-a-way.ts';
import { arrow } from '../parts/arrow.ts';
import { spaced } from '../parts/curve.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, dots, line, link, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** A straight way on a map, with its ends. */
export interface WayOnMap {
  readonly way: Way;
  readonly from: Point;
  readonly to: Point;
  /** The heights of the contour lines of the map. */
  readonly heights: readonly number[];
}

/** The way as an arrow on the map, with a dot wherever it crosses a contour line. */
export function wayMarks({ way, from, to, heights }: WayOnMap): Marks[] {
  const at = (part: number): Point => [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  const crossed = heights.flatMap((height) => way.crossings(height)).map(at);
  const ends = { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
  return [
    way.length < 0.3
      ? null
      : arrow([0], { ...ends, stroke: color.step, strokeWidth: size.strong, headLength: 9, insetEnd: 7 }),
    dots(crossed, { fill: color.step, r: size.dot + 0.5 }),
    ...ending('start', from, 'A'),
    ...ending('end', to, 'B'),
  ];
}

function ending(name: string, [x, y]: Point, text: string): Marks[] {
  return [
    showing(name, dot([[x, y]], { fill: color.tangent, stroke: color.surface, r: size.point + 1.5 })),
    label({ x, y, dy: y > 1.9 ? 24 : -24, text, fill: color.tangent }),
  ];
}

const parts = spaced(0, 1, 61);

/** The profile of the way: its height by the part of it that was walked, over the heights of the contour lines. */
export function profileOf(
  { way, heights }: WayOnMap,
  { scale, open }: { readonly scale: readonly [number, number]; readonly open: boolean },
  words: FigureText,
): Figure {
  const [low, high] = scale;
  return panel({
    ...words,
    name: 'profile',
    height: 345,
    view: { x: [-0.03, 1.03], y: [low, high] },
    margins: { left: 34, right: 8, top: 36, bottom: 52 },
    ticks: {
      x: [0, 0.5, 1],
      y: heights.filter((_, i) => i % 2 === 1),
      format: (tick) => ['A', 'half-way', 'B'][2 * tick] ?? '',
      yFormat: (tick) => typesetNumber(tick),
    },
    yTitle: { text: 'height along the way', dx: -30, dy: -18 },
    marks: [open ? moving(way, heights) : label({ x: 0.5, y: (low + high) / 2, text: '?' }), endsOf(way)],
    ground: {
      key: heights.join(),
      marks: () => [ruleY([...heights], { stroke: color.function, strokeOpacity: 0.3 })],
    },
  });
}

function moving(way: Way, heights: readonly number[]): Marks[] {
  const crossed = heights.flatMap((height) => way.crossings(height).map((part): Point => [part, height]));
  return [
    showing('climb', link([0], { x1: 1, x2: 1, y1: way.start, y2: way.end, stroke: color.loss, strokeWidth: 5 })),
    line(
      parts.map((part): Point => [part, way.height(part)]),
      { stroke: color.step, strokeWidth: size.strong },
    ),
    dots(crossed, { fill: color.step, r: size.dot + 0.5 }),
  ];
}

function endsOf({ start, end }: Way): Marks[] {
  const look = { fill: color.tangent, r: size.point + 0.5 };
  return [showing('start', dot([[0, start]], look)), showing('end', dot([[1, end]], look))];
}
