import type { Point } from '../../core/point.ts';
import { figureWidth } from '../parts/theme.ts';

/** The walk of the lesson on gradient descent, which the first page shows as well. */
export const quarticWalk = { start: 3, rate: 0.01, steps: 100 } as const;

/** The frame of its picture: what moves on the first page is drawn into it, without the library that drew the rest. */
export const quarticFrame = {
  height: 386,
  view: { x: [-2.3, 3.95], y: [-4.4, 10] },
  margins: { left: 26, right: 6, top: 14, bottom: 30 },
} as const;

/** The place of a point of the plane in the picture, in units of the drawing. */
export function placeInQuartic([x, y]: Point): Point {
  const { view, margins, height } = quarticFrame;
  const [width, tall] = [figureWidth - margins.left - margins.right, height - margins.top - margins.bottom];
  return [
    margins.left + (width * (x - view.x[0])) / (view.x[1] - view.x[0]),
    margins.top + (tall * (view.y[1] - y)) / (view.y[1] - view.y[0]),
  ];
}

/** The x of the plane at a distance from the left edge of the picture, as a part of its width. */
export function xInQuartic(part: number): number {
  const { view, margins } = quarticFrame;
  const width = figureWidth - margins.left - margins.right;
  return view.x[0] + ((part * figureWidth - margins.left) / width) * (view.x[1] - view.x[0]);
}
