import { line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';

/**
 * Many dots as one element: lines of no length with round ends. A walk has hundreds of dots, and a picture that moves
 * draws them in every frame.
 *
 * @param r the radius of a dot, in units of the drawing
 */
export function dots(places: readonly Point[], { fill, r }: { readonly fill: string; readonly r: number }): Markish {
  return line(places, { curve: touching, stroke: fill, strokeWidth: 2 * r, strokeLinecap: 'round' });
}

/** A curve, as Plot and D3 have them, that only touches each of its points. */
function touching(context: CanvasPath) {
  const nothing = () => {};
  return {
    areaStart: nothing,
    areaEnd: nothing,
    lineStart: nothing,
    lineEnd: nothing,
    point: (x: number, y: number) => {
      context.moveTo(x, y);
      context.lineTo(x, y);
    },
  };
}
