import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import type { FunctionOfMany } from '../../numeric/functions/function-of-many.ts';
import { arrow } from '../parts/arrow.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, link } from '../parts/marks.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';

/** A point of a map with two arrows: the gradient, and a direction. Both may be hidden. */
export interface DirectionArrows {
  readonly point: Point;
  readonly direction: Point;
  readonly gradient: Point | undefined;
  /** The reader's guess of the steepest direction. */
  readonly guess: Point | undefined;
}

/** The length of the arrow for a gradient of length 1, in units of the axes: the longest one still fits. */
const scale = 0.145;
/** How long a direction is drawn: its own length, 1, leaves too little room between its two ends. */
const reach = 1.8;

/** Where the arrow of a direction ends. */
export function tipOf(point: Point, direction: Point): Point {
  return [point[0] + reach * direction[0], point[1] + reach * direction[1]];
}

const times = ([x, y]: Point, factor: number): Point => [x * factor, y * factor];
const ends = (from: Point, by: Point, factor: number) => ({
  x1: from[0],
  y1: from[1],
  x2: from[0] + factor * by[0],
  y2: from[1] + factor * by[1],
});

/** The arrows at a point, with their names, and the level way across the gradient. */
export function directionArrows({ point, direction, gradient, guess }: DirectionArrows): Marks[] {
  const head = { headLength: 10, strokeWidth: size.strong } as const;
  const drawn = gradient !== undefined && Math.hypot(...gradient) > 1e-9 ? gradient : undefined;
  return [
    drawn ? level(point, drawn) : null,
    showing('gradient', drawn ? arrow([0], { ...ends(point, drawn, scale), ...head, stroke: color.gradient }) : []),
    showing('u', arrow([0], { ...ends(point, direction, reach), ...head, stroke: color.step, strokeDasharray: '6,4' })),
    guess ? arrow([0], { ...ends(point, guess, reach), ...head, stroke: color.ink }) : null,
    dot([point], { fill: color.function, stroke: color.surface, r: size.point + 1.5 }),
    drawn
      ? named(point, { by: times(drawn, scale), to: side(drawn, direction), text: 'gradient', fill: color.gradient })
      : null,
    guess ? named(point, { by: times(guess, reach), to: -1, text: 'your guess', fill: color.ink }) : null,
    drawn
      ? named(point, { by: times(direction, reach), to: -side(drawn, direction), text: 'way', fill: color.step })
      : null,
  ];
}

/** Whether an arrow points to the left of another, as 1, or to its right, as −1. */
const side = (arrow: Point, other: Point) => (arrow[0] * other[1] - arrow[1] * other[0] > 0 ? -1 : 1);

interface ArrowName {
  /** From the foot of the arrow to its tip, in units of the axes. */
  readonly by: Point;
  /** The side: left (1) or right (−1). */
  readonly to: number;
  readonly text: string;
  readonly fill: string;
}

/** A name beside the middle of an arrow. */
function named([x, y]: Point, { by, to, text, fill }: ArrowName): Marks {
  const length = Math.hypot(...by);
  const [right, up] = [(-to * by[1]) / length, (to * by[0]) / length];
  const anchor = Math.abs(right) < 0.4 ? 'middle' : right > 0 ? 'start' : 'end';
  return label({ x: x + by[0] / 2, y: y + by[1] / 2, dx: 10 * right, dy: -16 * up, anchor, text, fill });
}

/** Half a unit to either side, at a right angle to the gradient. */
function level([x, y]: Point, [gx, gy]: Point): Marks {
  const length = 2 * Math.hypot(gx, gy);
  const [dx, dy] = [-gy / length, gx / length];
  return link([[x, y]], {
    x1: x - dx,
    y1: y - dy,
    x2: x + dx,
    y2: y + dy,
    stroke: color.inkSoft,
    strokeWidth: 1.5,
    strokeDasharray: '1,4',
    strokeLinecap: 'round',
  });
}

/** Gradient arrows over a map, faint: they are the surroundings of the one that counts. */
export function gradientField({ gradient }: FunctionOfMany, feet: readonly Point[]): Marks {
  const tip = (foot: Point, axis: 0 | 1) => foot[axis] + 0.045 * at(gradient(foot), axis);
  const steep = feet.filter((foot) => Math.hypot(...(gradient(foot) as [number, number])) > 0.5);
  return arrow(steep, {
    x1: '0',
    y1: '1',
    x2: (foot: Point) => tip(foot, 0),
    y2: (foot: Point) => tip(foot, 1),
    stroke: color.gradient,
    strokeOpacity: 0.45,
    strokeWidth: 1.4,
    headLength: 6,
    insetEnd: 0,
  });
}
