import type { Point } from '../../core/point.ts';

/** A line with at most this number of points is drawn unchanged. */
const few = 1000;

/**
 * The points of a line that a drawing shows: of all that fall one after the other into the same column, one unit of the
 * drawing wide, the first, the lowest, the highest and the last. `place` says where a point is in the drawing.
 */
export function thinLine(points: readonly Point[], place: (point: Point) => readonly [number, number]): Point[] {
  if (points.length <= few) return [...points];
  const kept: Point[] = [];
  let run: { point: Point; height: number }[] = [];
  let column = Number.NaN;
  for (const point of points) {
    const [x, height] = place(point);
    if (Math.floor(x) !== column) {
      kept.push(...outline(run));
      run = [];
      column = Math.floor(x);
    }
    run.push({ point, height });
  }
  return [...kept, ...outline(run)];
}

function outline(run: readonly { point: Point; height: number }[]): Point[] {
  if (run.length <= 4) return run.map(({ point }) => point);
  const heights = run.map(({ height }) => height);
  const extreme = (pick: (a: number, b: number) => boolean) =>
    heights.reduce((best, height, i) => (pick(height, heights[best] ?? Number.NaN) ? i : best), 0);
  const wanted = new Set([0, extreme((a, b) => a < b), extreme((a, b) => a > b), run.length - 1]);
  const gaps = heights.flatMap((height, i) => (Number.isNaN(height) ? [i] : [])).slice(0, 1);
  return run.filter((_, i) => wanted.has(i) || gaps.includes(i)).map(({ point }) => point);
}
