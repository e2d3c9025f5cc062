import type { Point } from '../../core/point.ts';
import type { FigureFrame } from './figure-frame.ts';

/**
 * The ends of a tangent at a place: so many units of the drawing to either side for every slope, so that steep
 * tangents are as long to the eye as level ones.
 */
export function tangentEnds([x, y]: Point, slope: number, reach: number, frame: FigureFrame): [Point, Point] {
  const [left, top] = frame.toDrawing([x, y]);
  const [right, up] = frame.toDrawing([x + 1, y + slope]);
  const length = Math.hypot(right - left, up - top);
  const along = (by: number): Point => [left + ((right - left) * by) / length, top + ((up - top) * by) / length];
  return [frame.fromDrawing(along(-reach)), frame.fromDrawing(along(reach))];
}
