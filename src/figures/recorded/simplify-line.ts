import type { Point } from '../../core/point.ts';
/**
 * The same line with fewer points: none of those left out is farther than `tolerance` from it (Douglas and Peucker 1973).
 * Closed lines stay closed.
 */
export function simplifyLine(points: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [from, to] = range;
    const farthest = farthestFrom(points, from, to);
    if (farthest.distance <= tolerance) continue;
    kept.add(farthest.index);
    open.push([from, farthest.index], [farthest.index, to]);
  }
  return points.filter((_, i) => kept.has(i));
}

function farthestFrom(points: readonly Point[], from: number, to: number): { index: number; distance: number } {
  const a: Point = points[from] ?? [0, 0];
  const b: Point = points[to] ?? [0, 0];
  let farthest = { index: from, distance: -1 };
  for (let index = from + 1; index < to; index++) {
    const distance = distanceTo(points[index] ?? a, a, b);
    if (distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dx * (y - ay) - dy * (x - ax)) / length;
}
