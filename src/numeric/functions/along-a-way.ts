import type { Point } from '../../core/point.ts';
import { orZero } from '../or-zero.ts';

/** A quadratic form `xx·x² + yy·y²`. */
export interface Squares {
  readonly xx: number;
  readonly yy: number;
}

/** Heights and slopes of a quadratic form along a straight way. */
export interface Way {
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly climb: number;
  /** The slopes in the direction of the way at both ends, per unit of length; `undefined` if the way has almost no length. */
  readonly slopes: readonly [start: number, end: number] | undefined;
  /** The height at a part of the way, from 0 to 1. */
  readonly height: (part: number) => number;
  /** The parts of the way at which it crosses a height, in order. */
  readonly crossings: (height: number) => readonly number[];
}

/** Two points that are nearer to each other than this have no way between them whose slope a float could tell. */
const shortest = 1e-9;

/**
 * Follows `xx·x² + yy·y²` from one point straight to another: `start + first·t + second·t²` at the part t of the way. A
 * climb or a slope that is negligible relative to its terms, or to the slope at the other end, is exactly 0.
 */
export function alongAWay({ xx, yy }: Squares, [x, y]: Point, to: Point): Way {
  const [dx, dy] = [to[0] - x, to[1] - y];
  const length = Math.hypot(dx, dy);
  const start = xx * x * x + yy * y * y;
  const end = xx * to[0] * to[0] + yy * to[1] * to[1];
  const rises = [
    [2 * xx * x * dx, 2 * yy * y * dy],
    [2 * xx * to[0] * dx, 2 * yy * to[1] * dy],
  ] as const;
  const [first, last] = rises.map(([a, b]) => orZero(a + b, rises.flat())) as [number, number];
  const second = orZero(xx * dx * dx + yy * dy * dy, [dx * dx, dy * dy]);
  return {
    length,
    start,
    end,
    climb: orZero(end - start, [end, start]),
    slopes: length < shortest ? undefined : [first / length, last / length],
    height: (part) => start + first * part + second * part * part,
    crossings: (height) => roots(second, first, start - height).filter((part) => part > 0 && part < 1),
  };
}

/** The real roots of `a·t² + b·t + c`, in order. */
function roots(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const root = Math.sqrt(b * b - 4 * a * c);
  return Number.isNaN(root) ? [] : [(-b - root) / (2 * a), (-b + root) / (2 * a)].sort((one, other) => one - other);
}
