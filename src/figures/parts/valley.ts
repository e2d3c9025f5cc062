import { line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { contourLook } from './contours.ts';
import { cutToFrame } from './cut-to-frame.ts';
import { ellipse, type Valley } from './ellipse.ts';
import type { Marks } from './mark.ts';
import { color } from './theme.ts';
import { trail } from './trail.ts';
import type { View } from './view.ts';

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
  { heights, stroke = color.function }: { readonly heights: readonly number[]; readonly stroke?: string },
): Marks[] {
  return heights.flatMap((height) => trail(ellipse(valley, height), view, { stroke, ...contourLook }));
}

/**
 * The contour lines of ½(a x² + b y²) at some heights, cut off at the frame: of the figure, or of one panel (`facet`) if it
 * has several.
 */
export function bowlContours(
  curvatures: readonly [a: number, b: number],
  heights: readonly number[],
  facet?: string,
): Markish {
  const valley: Valley = { center: [0, 0], curvatures, angle: 0 };
  const places = heights.flatMap((height) => ellipse(valley, height, 361).map(([x, y]) => ({ x, y, height })));
  const place = { x: 'x', y: 'y', z: 'height', ...(facet && { fx: () => facet }) };
  return line(places, { ...place, stroke: color.function, ...contourLook, clip: true, render: cutToFrame });
}
