import { dot, line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import type { View } from './contours.ts';
import { cutPath, isInside } from './cut-path.ts';
import { color, size } from './theme.ts';
import { distinct } from './walk.ts';

/** How a line is drawn. Widths in units of the drawing. */
export interface Stroke {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
  readonly strokeLinejoin?: 'round';
  readonly strokeLinecap?: 'round';
}

/**
 * The parts of a path that lie in a view, as lines.
 *
 * @param apart places nearer to the one before than this, in units of the axes, are left out. Default 0: none is.
 */
export function trail(places: readonly Point[], view: View, stroke: Stroke, apart = 0): Markish[] {
  return cutPath(places, view).map((part) => line(apart > 0 ? distinct(part, apart) : part, stroke));
}

/** The places that lie in a view. */
export function placesInside(places: readonly Point[], view: View): Point[] {
  return places.filter((place) => isInside(place, view));
}

/**
 * Where something is now: a larger point with an edge of the page's color, or nothing if that is not in the view.
 *
 * @param r its radius in units of the drawing
 */
export function standingPoint(place: Point, view: View, fill: string, r: number = size.point + 1): Markish {
  return isInside(place, view) ? dot([place], { fill, stroke: color.surface, r }) : null;
}
