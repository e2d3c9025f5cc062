import type { Point } from '../../core/point.ts';
import { spaced } from './curve.ts';
import { element, group, type Mark } from './mark.ts';
import { pathThrough } from './marks.ts';
import { color } from './theme.ts';
import { traceLines } from './trace-contours.ts';
import type { View } from './view.ts';

/** About 8 units of the drawing apart: for smooth functions, more places look the same. */
const places = 52;

/** The look of contour lines: faint, so that what lies on them stands out. */
export const contourLook = { strokeWidth: 1.2, strokeOpacity: 0.55 } as const;

/** Contour lines of a function of two variables at the given heights, by default in the color of functions. */
export function contours(
  f: (point: readonly number[]) => number,
  { x, y }: View,
  { heights, stroke = color.function }: { readonly heights: readonly number[]; readonly stroke?: string },
): Mark {
  const lines = tracedOnce(f, { x, y }, heights);
  return {
    draw: (scales) =>
      group(
        'contour',
        { fill: 'none', stroke, ...contourLook },
        lines.map((one) => element('path', { d: pathThrough(one, scales) })),
      ),
  };
}

/** The lines of each function, by view and heights: to trace them takes milliseconds, and readers return to a setting. */
const traced = new WeakMap<object, Map<string, Point[][]>>();

function tracedOnce(f: (point: readonly number[]) => number, view: View, heights: readonly number[]): Point[][] {
  const all = traced.get(f) ?? new Map<string, Point[][]>();
  traced.set(f, all);
  const key = JSON.stringify([view, heights]);
  const lines = all.get(key) ?? traceAll(f, view, heights);
  all.set(key, lines);
  return lines;
}

function traceAll(f: (point: readonly number[]) => number, { x, y }: View, heights: readonly number[]): Point[][] {
  const [across, up] = [spaced(...x, places), spaced(...y, places)];
  const grid = up.map((py) => across.map((px) => f([px, py])));
  const at = ([low, high]: View['x'], index: number) => low + ((high - low) * index) / (places - 1);
  return heights.flatMap((height) =>
    traceLines(grid, height).map((trace) => trace.map(([column, row]): Point => [at(x, column), at(y, row)])),
  );
}
