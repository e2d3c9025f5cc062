import { type Markish, type TextOptions, text } from '@observablehq/plot';
import { color, size } from './theme.ts';

/** A text in the picture, at a point given in the units of the axes and moved by `dx`, `dy` units of the drawing. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly dx?: number;
  readonly dy?: number;
  /** Where the point is, seen from the text: `start` if the text begins there. Default `middle`. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Default the ink of the text. */
  readonly fill?: string;
  /** In a figure of several panels, the column (`facet`) or the row (`row`) that it belongs to. */
  readonly facet?: string;
  readonly row?: string;
}

/** The label as a mark, with a halo of the page's color, so that it stays readable on a line. */
export function label({
  x,
  y,
  text: words,
  dx = 0,
  dy = 0,
  anchor = 'middle',
  fill = color.ink,
  ...panel
}: Label): Markish {
  const halo = { stroke: color.surface, strokeWidth: 5, strokeLinejoin: 'round' } satisfies TextOptions;
  const place = { ...(panel.facet ? { fx: [panel.facet] } : {}), ...(panel.row ? { fy: [panel.row] } : {}) };
  return text([words], { ...halo, ...place, x: [x], y: [y], dx, dy, textAnchor: anchor, fill, fontSize: size.label });
}
