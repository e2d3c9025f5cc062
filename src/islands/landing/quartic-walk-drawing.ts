import type { Point } from '../../core/point.ts';
import { placeInQuartic } from '../../figures/lesson/quartic-frame.ts';
import { color, size } from '../../figures/parts/theme.ts';
import type { DescentState } from '../../numeric/descent/descent.ts';

/** Half the length of the tangent, in units of the drawing: steep or level, it stays in the picture. */
const reach = 46;

/** A shape of the picture: its element, and its attributes. */
export type Shape = readonly [tag: 'path' | 'circle', attributes: Readonly<Record<string, string | number>>];

/** A walk down the curve so far: its path, a dot for each place, the tangent at the last one, and the ball there. */
export function quarticWalkDrawing(states: readonly DescentState<number>[]): Shape[] {
  const points = states.map(({ position, value }) => placeInQuartic([position, value]));
  const last = states.at(-1);
  const [ball] = points.slice(-1);
  if (!last || !ball) return [];
  const { position, value, gradient } = last;
  const ahead = placeInQuartic([position + 1, value + gradient]);
  const [dx, dy] = [ahead[0] - ball[0], ahead[1] - ball[1]];
  const unit = reach / Math.hypot(dx, dy);
  const tangent = [-unit, unit].map((part): Point => [ball[0] + part * dx, ball[1] + part * dy]);
  return [
    ['path', { d: pathOf(points), fill: 'none', stroke: color.step, 'stroke-width': size.line }],
    ...points.map(([cx, cy]): Shape => ['circle', { cx, cy, r: size.dot, fill: color.step }]),
    ['path', { d: pathOf(tangent), stroke: color.tangent, 'stroke-width': size.strong, 'stroke-linecap': 'round' }],
    ['circle', { cx: ball[0], cy: ball[1], r: 9, fill: color.step, stroke: color.surface, 'stroke-width': 2 }],
  ];
}

/** The limits of x within which the curve is in the picture. */
export const quarticLimits = { least: -2.1, most: 2.1 } as const;

function pathOf(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
}
