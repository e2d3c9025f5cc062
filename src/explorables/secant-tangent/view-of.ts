import { spaced } from '../../figures/parts/curve.ts';
import type { View } from '../../figures/parts/view.ts';

const wide = [-4.6, 6.4] as const;
const close = [-2.5, 3.5] as const;

/**
 * The part of the plane in which a function is shown, wherever its point is: a closer one for a function that is flat in the
 * middle beside what it is further out, where lines of different slopes would look like one.
 */
export function viewOf(f: (x: number) => number): View {
  const [all, middle] = [robustView(f, wide), robustView(f, [-1, 1])];
  return heightOf(all) > 200 * heightOf(middle) ? robustView(f, close) : all;
}

const heightOf = ({ y: [low, high] }: View) => high - low;

/**
 * The part of the plane that shows a function well over an interval: as high as the middle nine tenths of its values
 * need, with some room, so that a pole or a steep end does not press the rest flat. Zero is in view if it is near.
 */
function robustView(f: (x: number) => number, x: readonly [number, number]): View {
  const values = spaced(...x, 201)
    .map(f)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (part: number) => values[Math.round(part * (values.length - 1))] ?? 0;
  const [low, high] = [Math.max(at(0.05), -1e6), Math.min(at(0.92), 1e6)];
  const room = Math.max(high - low, 1e-6 + 0.1 * Math.abs(high), 1) * 0.12;
  const [bottom, top] = [low > 0 && low < high / 2 ? -room : low - room, high + room];
  return { x, y: bottom < top ? [bottom, top] : [-1, 1] };
}
