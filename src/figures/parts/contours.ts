import { contour, type Markish } from '@observablehq/plot';
import { cutToFrame } from './cut-to-frame.ts';
import { color } from './theme.ts';
import type { View } from './view.ts';

/**
 * Contour lines of a function of two variables at the given heights, by default in the color of functions, and faint,
 * so that what lies on them stands out. Traced on a grid of 8 units of the drawing, which is a fifth of the bytes of Plot's
 * default and looks the same for smooth functions. The tracing closes lines along its edge, so it goes beyond the
 * window by more than `cutToFrame` keeps.
 */
export function contours(
  f: (point: readonly number[]) => number,
  { x, y }: View,
  { heights, stroke = color.function }: { readonly heights: readonly number[]; readonly stroke?: string },
): Markish {
  return contour({
    value: (px: number, py: number) => f([px, py]),
    ...beyond({ x, y }),
    clip: true,
    render: cutToFrame,
    thresholds: [...heights],
    pixelSize: 8,
    stroke,
    strokeWidth: 1.2,
    strokeOpacity: 0.55,
  });
}

function beyond({ x, y }: View): { x1: number; x2: number; y1: number; y2: number } {
  const [dx, dy] = [(x[1] - x[0]) / 40, (y[1] - y[0]) / 40];
  return { x1: x[0] - dx, x2: x[1] + dx, y1: y[0] - dy, y2: y[1] + dy };
}
