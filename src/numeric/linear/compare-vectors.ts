import type { Point } from '../../core/point.ts';
import { norm } from './norm.ts';

/** The relation of two vectors of the plane. */
export interface VectorComparison {
  /** Products that cancel up to a float's last bits make exactly 0. */
  readonly dot: number;
  readonly lengths: readonly [a: number, b: number];
  /** From −1 to 1; `undefined` if one of them has no length. */
  readonly cosine: number | undefined;
  /** Between them, in degrees from 0 to 180; `undefined` if one of them has no length. */
  readonly angle: number | undefined;
}

/** The dot product, the lengths and the angle of two vectors of the plane. */
export function compareVectors(a: Point, b: Point): VectorComparison {
  const lengths = [norm(a), norm(b)] as const;
  const [m, n] = lengths;
  if (m === 0 || n === 0) return { dot: 0, lengths, cosine: undefined, angle: undefined };
  // Of unit vectors, because products of very small numbers are 0 in floats.
  const [[ax, ay], [bx, by]] = [unit(a), unit(b)];
  const cosine = withoutNoise(ax * bx, ay * by);
  const sine = withoutNoise(ax * by, -ay * bx);
  return {
    dot: cosine === 0 ? 0 : a[0] * b[0] + a[1] * b[1],
    lengths,
    cosine: Math.max(-1, Math.min(1, cosine)),
    // The arc tangent is exact where an arc cosine loses half of its digits: near 0° and 180°.
    angle: Math.abs(Math.atan2(sine, cosine)) * (180 / Math.PI),
  };
}

/** Scaled by the larger component first: the length of the smallest floats has hardly a digit. */
function unit([x, y]: Point): Point {
  const scale = Math.max(Math.abs(x), Math.abs(y));
  const length = norm([x / scale, y / scale]);
  return [x / scale / length, y / scale / length];
}

function withoutNoise(a: number, b: number): number {
  return Math.abs(a + b) <= 1e-15 * (Math.abs(a) + Math.abs(b)) ? 0 : a + b;
}
