import { line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import type { View } from './contours.ts';
import { spaced } from './curve.ts';
import { cutPath } from './cut-path.ts';
import { color } from './theme.ts';

/** A function of two variables whose curvatures are the same everywhere, by its lowest point and the two of them. */
export interface Valley {
  readonly center: Point;
  readonly curvatures: readonly [number, number];
  /** How far the first of the two directions is turned from the x axis, in radians. */
  readonly angle: number;
}

/** The valley at a lowest point with the second derivatives `[[xx, xy], [xy, yy]]`. */
export function valleyAt(center: Point, [xx, xy, yy]: readonly [number, number, number]): Valley {
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [middle, half] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return { center, curvatures: [middle + half, Math.max(middle - half, 1e-12)], angle };
}

/** The contour lines at some heights above the lowest point: ellipses, exact, and drawn in a fraction of the time. */
export function valleyContours(
  valley: Valley,
  view: View,
  above: readonly number[],
  stroke: string = color.function,
): Markish[] {
  return above.flatMap((height) =>
    cutPath(ellipse(valley, height), view).map((part) => line(part, { stroke, strokeWidth: 1.2, strokeOpacity: 0.55 })),
  );
}

/** The ellipse on which the valley has this height above its lowest point. */
export function ellipse({ center, curvatures: [a, b], angle }: Valley, height: number): Point[] {
  const [wide, high] = [Math.sqrt((2 * height) / a), Math.sqrt((2 * height) / b)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return spaced(0, 2 * Math.PI, 121).map((t): Point => {
    const [u, v] = [wide * Math.cos(t), high * Math.sin(t)];
    return [center[0] + cos * u - sin * v, center[1] + sin * u + cos * v];
  });
}
