import { text as facetText, type Markish } from '@observablehq/plot';
import type { Mark } from './mark.ts';
import { text } from './text.ts';
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
}

/** The label as a mark, with a halo of the page's color, so that it stays readable on a line. */
export function label({ x, y, text: words, ...options }: Label): Mark {
  return text([words], { ...lookOf(options), x, y });
}

/** The same in a figure of several panels: in the column (`facet`) or the row (`row`) that it belongs to. */
export function panelLabel({
  x,
  y,
  text: words,
  facet,
  row,
  ...options
}: Label & { readonly facet?: string; readonly row?: string }): Markish {
  const panel = { ...(facet !== undefined && { fx: [facet] }), ...(row !== undefined && { fy: [row] }) };
  return facetText([words], { ...lookOf(options), ...panel, x: [x], y: [y] });
}

function lookOf({ dx = 0, dy = 0, anchor = 'middle', fill = color.ink }: Omit<Label, 'x' | 'y' | 'text'>) {
  const halo = { stroke: color.surface, strokeWidth: 5, strokeLinejoin: 'round' } as const;
  return { ...halo, dx, dy, textAnchor: anchor, fill, fontSize: size.label };
}
