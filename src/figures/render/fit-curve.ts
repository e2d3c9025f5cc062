import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';

/** A cubic Bézier curve: its start, two control points, and its end. */
export type Curve = readonly [start: Point, first: Point, second: Point, end: Point];

/** How often the times of the points are brought nearer to the curve. */
const rounds = 4;

/**
 * The curve nearest to a line by least squares, with the same ends; `undefined` if one of the points is farther from it
 * than `tolerance`. A line that follows a curve cuts its corners, so the middle between two points may be twice as far.
 *
 * @see Schneider, An Algorithm for Automatically Fitting Digitized Curves, Graphics Gems, 1990
 */
export function fitCurve(points: readonly Point[], tolerance: number): Curve | undefined {
  const dense = points.flatMap((point, i) => (i === 0 ? [point] : [middleOf(at(points, i - 1), point), point]));
  // The points of a graph are often at even distances along x, and a polynomial is then a curve with even times.
  const even = dense.map((_, i) => i / (dense.length - 1));
  return fitFrom(dense, even, tolerance) ?? fitFrom(dense, partsOfLength(dense), tolerance);
}

function fitFrom(dense: readonly Point[], start: readonly number[], tolerance: number): Curve | undefined {
  let times = start;
  for (let round = 0; round < rounds; round++) {
    const curve = nearestCurve(dense, times);
    if (!curve) return undefined;
    const reach = (i: number) => (i % 2 === 0 ? tolerance : 2 * tolerance);
    if (dense.every((point, i) => distance(point, pointAt(curve, at(times, i))) <= reach(i))) return curve;
    times = times.map((time, i) => nearerTime(curve, at(dense, i), time));
    if (times.some((time, i) => i > 0 && time <= at(times, i - 1))) return undefined;
  }
  return undefined;
}

/** Whether a line goes on in one direction, with no point farther than `tolerance` from the way between its ends. */
export function isStraight(points: readonly Point[], tolerance: number): boolean {
  const start = at(points, 0);
  const way = minus(at(points, points.length - 1), start);
  const length = Math.sqrt(dot(way, way));
  if (length === 0) return points.every((point) => distance(point, start) <= tolerance);
  let reached = 0;
  return points.every((point) => {
    const [x, y] = minus(point, start);
    const along = dot([x, y], way) / length;
    const goesOn = along >= reached - tolerance;
    reached = Math.max(reached, along);
    return goesOn && Math.abs(x * way[1] - y * way[0]) / length <= tolerance;
  });
}

/** The part of the line's length at which each point is. */
function partsOfLength(points: readonly Point[]): number[] {
  let length = 0;
  const reached = points.map((point, i) => {
    length += i === 0 ? 0 : distance(point, at(points, i - 1));
    return length;
  });
  return reached.map((one) => (length === 0 ? 0 : one / length));
}

/** The control points that bring a curve nearest to points at their times: two linear equations for each axis. */
function nearestCurve(points: readonly Point[], times: readonly number[]): Curve | undefined {
  const [start, end] = [at(points, 0), at(points, points.length - 1)];
  const weights = times.map(weightsAt);
  const sum = (term: (weight: Weights, i: number) => number) =>
    weights.reduce((all, weight, i) => all + term(weight, i), 0);
  const [aa, ab, bb] = [sum(([, a]) => a * a), sum(([, a, b]) => a * b), sum(([, , b]) => b * b)];
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 1e-12)) return undefined;
  const solve = (axis: 0 | 1) => {
    const rest = ([s, , , e]: Weights, i: number) => at(points, i)[axis] - s * start[axis] - e * end[axis];
    const [a, b] = [sum((weight, i) => weight[1] * rest(weight, i)), sum((weight, i) => weight[2] * rest(weight, i))];
    return [(a * bb - b * ab) / determinant, (b * aa - a * ab) / determinant] as const;
  };
  const [[x1, x2], [y1, y2]] = [solve(0), solve(1)];
  return [start, [x1, y1], [x2, y2], end];
}

/** How much each of the four points of a curve counts. */
type Weights = readonly [number, number, number, number];

function weightsAt(time: number): Weights {
  const rest = 1 - time;
  return [rest * rest * rest, 3 * rest * rest * time, 3 * rest * time * time, time * time * time];
}

function pointAt(curve: Curve, time: number): Point {
  const weights = weightsAt(time);
  const on = (axis: 0 | 1) => curve.reduce((sum, point, i) => sum + at(weights, i) * point[axis], 0);
  return [on(0), on(1)];
}

/** One step of Newton's method towards the time at which the curve is nearest to a point. */
function nearerTime(curve: Curve, point: Point, time: number): number {
  if (time === 0 || time === 1) return time;
  const [a, b, c, d] = curve;
  const rest = 1 - time;
  const steps = [minus(b, a), minus(c, b), minus(d, c)] as const;
  const along = (axis: 0 | 1) =>
    3 * (rest * rest * steps[0][axis] + 2 * rest * time * steps[1][axis] + time * time * steps[2][axis]);
  const turning = (axis: 0 | 1) =>
    6 * (rest * (steps[1][axis] - steps[0][axis]) + time * (steps[2][axis] - steps[1][axis]));
  const [speed, turn]: [Point, Point] = [
    [along(0), along(1)],
    [turning(0), turning(1)],
  ];
  const off = minus(pointAt(curve, time), point);
  const slope = dot(speed, speed) + dot(off, turn);
  return slope === 0 ? time : time - dot(off, speed) / slope;
}

function minus([ax, ay]: Point, [bx, by]: Point): Point {
  return [ax - bx, ay - by];
}

function dot([ax, ay]: Point, [bx, by]: Point): number {
  return ax * bx + ay * by;
}

function distance(a: Point, b: Point): number {
  const way = minus(a, b);
  return Math.sqrt(dot(way, way));
}

function middleOf([ax, ay]: Point, [bx, by]: Point): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}
