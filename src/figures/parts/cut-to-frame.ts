import type { RenderFunction } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { cutPath, isInside } from './cut-path.ts';
import type { View } from './view.ts';

/** Lines are cut this far outside the frame, in units of the drawing, so that the frame hides where they end. */
const beyond = 4;

/**
 * Leaves out of the lines of a mark with `clip: true` what its frame hides: most of a long ellipse, or the edge along
 * which Plot closes contour lines. For lines only, since an area would lose its border. An option `render` of a mark.
 */
export const cutToFrame: RenderFunction = (...[index, scales, values, frame, context, next]) => {
  const mark = next?.(index, scales, values, frame, context) ?? null;
  const { width, height, marginLeft, marginRight, marginTop, marginBottom } = frame;
  const view = {
    x: [marginLeft - beyond, width - marginRight + beyond],
    y: [marginTop - beyond, height - marginBottom + beyond],
  } as const;
  for (const path of mark?.querySelectorAll('path') ?? []) {
    path.setAttribute('d', cut(path.getAttribute('d') ?? '', view));
  }
  return mark;
};

/** The parts of a path of `M`, `L` and `Z` with absolute coordinates that lie in a view. A closed line stays whole. */
function cut(d: string, view: View): string {
  return d
    .split(/(?=M)/)
    .flatMap((line) => {
      const points = [...line.matchAll(/([^ML,]+),([^L,Z]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
      if (points.every((point) => isInside(point, view))) return [line];
      const whole = line.endsWith('Z') ? [...points, at(points, 0)] : points;
      return cutPath(fromOutside(whole, view), view).map((part) => `M${part.join('L')}`);
    })
    .join('');
}

/** A closed line, begun outside the view, so that it is not cut at its beginning as well. */
function fromOutside(points: readonly Point[], view: View): readonly Point[] {
  const [first, last] = [at(points, 0), at(points, points.length - 1)];
  const outside = points.findIndex((point) => !isInside(point, view));
  if (first[0] !== last[0] || first[1] !== last[1]) return points;
  return [...points.slice(outside), ...points.slice(1, outside + 1)];
}
