import { line, type Markish } from '@observablehq/plot';
import { spaced } from './curve.ts';
import { color } from './theme.ts';

/**
 * The contour line of ½(a x² + b y²) at a given height, exact, cut off at the frame: of the figure, or of one panel if
 * it has several.
 */
export function ellipse([a, b]: readonly [number, number], height: number, facet?: string): Markish {
  const [wide, high] = [Math.sqrt((2 * height) / a), Math.sqrt((2 * height) / b)];
  const points = spaced(0, 2 * Math.PI, 61).map((angle) => [wide * Math.cos(angle), high * Math.sin(angle)] as const);
  const style = { stroke: color.function, strokeWidth: 1.2, strokeOpacity: 0.55 };
  return line(points, { x: '0', y: '1', ...(facet && { fx: () => facet }), ...style, clip: true });
}
