import { dot, line, type Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import type { DescentState } from '../../numeric/descent/descent.ts';
import { color, size } from './theme.ts';

/** The places of a descent in two dimensions. */
export function placesOf(path: readonly DescentState<readonly number[]>[]): Point[] {
  return path.map(({ position }) => [at(position, 0), at(position, 1)]);
}

/** The style that distinguishes a walk from others: a dash, hollow points, their radius, its panel. */
export interface WalkStyle {
  readonly dash?: string;
  readonly hollow?: boolean;
  readonly radius?: number;
  readonly facet?: string;
}

/** A walk: its places joined, in the color of steps, with a larger point where it starts. */
export function walk(
  places: readonly Point[],
  { dash, hollow = false, radius = size.dot, facet }: WalkStyle = {},
): Markish[] {
  const at = { x: '0', y: '1', ...(facet === undefined ? {} : { fx: () => facet }) };
  const fill = hollow ? color.surface : color.step;
  const stroke = { stroke: color.step, strokeWidth: size.line };
  return [
    line(places, {
      ...at,
      ...stroke,
      strokeLinejoin: 'round',
      ...(dash === undefined ? {} : { strokeDasharray: dash }),
    }),
    dot(places.slice(1), { ...at, ...stroke, strokeWidth: radius / 2, fill, r: radius }),
    dot(places.slice(0, 1), { ...at, ...stroke, fill, r: size.point + 1 }),
  ];
}

/** The distinguishable places: each at least `apart` from the last one kept, and the last of all. */
export function distinct(places: readonly Point[], apart: number): Point[] {
  return keptApart(places, apart, 1);
}

/**
 * As {@link distinct}, for dots: each is at least `apart` from the last two kept, so that a walk that zig-zags for ever
 * between two sides does not draw dots on top of each other.
 */
export function spread(places: readonly Point[], apart: number): Point[] {
  return keptApart(places, apart, 2);
}

/** A walk of thousands is thinned in every frame: nothing is made for a place that is left out. */
function keptApart(places: readonly Point[], apart: number, from: 1 | 2): Point[] {
  const kept: Point[] = [];
  const isNear = ([x, y]: Point, other: Point | undefined) =>
    other !== undefined && (x - other[0]) ** 2 + (y - other[1]) ** 2 < apart ** 2;
  for (const place of places) {
    if (isNear(place, kept[kept.length - 1]) || (from === 2 && isNear(place, kept[kept.length - 2]))) continue;
    kept.push(place);
  }
  return [...kept, ...places.slice(-1)];
}
