import type { Point } from '../../core/point.ts';
import { isInside } from './cut-path.ts';
import type { Marks } from './mark.ts';
import { cross } from './marks.ts';
import type { PanelOptions } from './panel.ts';
import { color, size } from './theme.ts';

/** Room for the titles of a pair of pictures: a line through points, and the map of its loss. */
export const pairMargins = { left: 32, right: 8, top: 26, bottom: 54 } as const;

/** How every map of a line's loss is set: its slope m to the right, its height b upwards. */
export const lossPlane = {
  margins: pairMargins,
  xTitle: { text: 'slope *m*', dy: 40 },
  yTitle: { text: 'height *b*', dx: -24, dy: -14 },
} as const satisfies Partial<PanelOptions>;

/** A cross at the lowest point of a map, if that is in the view. */
export function lowestPoint(place: Point, view: PanelOptions['view']): Marks {
  return isInside(place, view) ? cross(place, { stroke: color.ink, strokeWidth: size.line, r: size.point + 1 }) : null;
}
