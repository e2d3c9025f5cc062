import type { Point } from '../../core/point.ts';
import type { View } from './view.ts';

/**
 * The parts of a path that lie in a view, each a path of its own, cut exactly at the edge. Places that are NaN or
 * infinite are left out with the lines to them, so that a run that diverges can be drawn.
 *
 * @see Liang & Barsky, A New Concept and Method for Line Clipping, 1984
 */
export function cutPath(places: readonly Point[], view: View): Point[][] {
  const parts: Point[][] = [];
  let from = places[0];
  for (const to of places.slice(1)) {
    const last = parts[parts.length - 1];
    // Most lines need no cutting, and a walk of thousands is cut in every frame: nothing is made for these.
    if (last !== undefined && last[last.length - 1] === from && isInside(to, view)) last.push(to);
    else addTo(parts, cutLine(from ?? to, to, view));
    from = to;
  }
  return parts;
}

function addTo(parts: Point[][], cut: readonly [Point, Point] | undefined): void {
  if (cut === undefined) return;
  const last = parts.at(-1);
  if (last !== undefined && same(last.at(-1), cut[0])) last.push(cut[1]);
  else parts.push([...cut]);
}

/** Whether a place lies in a view. */
export function isInside([x, y]: Point, view: View): boolean {
  return x >= view.x[0] && x <= view.x[1] && y >= view.y[0] && y <= view.y[1];
}

/** The part of a straight line that lies in a view, if any. */
export function cutLine(from: Point, to: Point, view: View): [Point, Point] | undefined {
  if (isInside(from, view) && isInside(to, view)) return [from, to];
  const [[x0, y0], [x1, y1], { x, y }] = [from, to, view];
  const [dx, dy] = [x1 - x0, y1 - y0];
  if (![x0, y0, dx, dy].every(Number.isFinite)) return undefined;
  const edges = [
    [-dx, x0 - x[0]],
    [dx, x[1] - x0],
    [-dy, y0 - y[0]],
    [dy, y[1] - y0],
  ] as const;
  if (edges.some(([rate, room]) => rate === 0 && room < 0)) return undefined;
  const enter = Math.max(0, ...edges.filter(([rate]) => rate < 0).map(([rate, room]) => room / rate));
  const leave = Math.min(1, ...edges.filter(([rate]) => rate > 0).map(([rate, room]) => room / rate));
  if (enter >= leave) return undefined;
  const at = (part: number): Point =>
    part === 0 ? [x0, y0] : part === 1 ? [x1, y1] : [x0 + part * dx, y0 + part * dy];
  return [at(enter), at(leave)];
}

function same(a: Point | undefined, b: Point): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}
