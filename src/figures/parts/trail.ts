import type { Point } from '../../core/point.ts';
import { cutPath, isInside } from './cut-path.ts';
import type { Marks } from './mark.ts';
import { dot, line } from './marks.ts';
import { color, size } from './theme.ts';
import type { View } from './view.ts';
import { distinct } from './walk.ts';

/** How a line is drawn. Widths in units of the drawing. */
export interface Stroke {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
  readonly strokeLinejoin?: 'round';
  readonly strokeLinecap?: 'round';
}

/** A line through many places. */
export interface TrailLook extends Stroke {
  /** Places nearer to the one before than this, in units of the axes, are left out. Default 0: none is. */
  readonly apart?: number;
}

/** The parts of a path that lie in a view, as lines. */
export function trail(places: readonly Point[], view: View, { apart = 0, ...stroke }: TrailLook): Marks[] {
  return cutPath(places, view).map((part) => line(apart > 0 ? distinct(part, apart) : part, stroke));
}

/** The places that lie in a view. */
export function placesInside(places: readonly Point[], view: View): Point[] {
  return places.filter((place) => isInside(place, view));
}

/** The look of a point: its radius `r` is in units of the drawing. */
export interface PointLook {
  readonly fill: string;
  readonly r?: number;
}

/** Where something is now: a larger point with an edge of the page's color, or nothing if that is not in the view. */
export function standingPoint(place: Point, view: View, { fill, r = size.point + 1 }: PointLook): Marks {
  return isInside(place, view) ? dot([place], { fill, stroke: color.surface, r }) : null;
}
