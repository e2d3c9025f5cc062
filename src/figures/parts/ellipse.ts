import type { Point } from '../../core/point.ts';
import { spaced } from './curve.ts';

/** A function of two variables whose curvatures are the same everywhere, by its lowest point and the two of them. */
export interface Valley {
  /** In units of the axes. */
  readonly center: Point;
  /** Second derivatives along the two directions, both above 0. */
  readonly curvatures: readonly [number, number];
  /** How far the first of the two directions is turned from the x axis, in radians. */
  readonly angle: number;
}

/** Points of the ellipse on which the valley has this height above its lowest point, the first one again at the end. */
export function ellipse({ center, curvatures: [a, b], angle }: Valley, height: number, count = 121): Point[] {
  const [wide, high] = [Math.sqrt((2 * height) / a), Math.sqrt((2 * height) / b)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return spaced(0, 2 * Math.PI, count).map((t): Point => {
    const [u, v] = [wide * Math.cos(t), high * Math.sin(t)];
    return [center[0] + cos * u - sin * v, center[1] + sin * u + cos * v];
  });
}
