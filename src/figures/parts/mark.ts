import type { Markish as PlotMarkish } from '@observablehq/plot';
import type { Element } from 'hast';

/** How a mark is drawn, with Plot's names and meaning. Widths are in units of the drawing. */
export interface Look {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeOpacity?: number;
  readonly strokeLinejoin?: 'round';
  readonly strokeLinecap?: 'round';
  readonly strokeDasharray?: string;
}

/** The look of what is a line. */
export type Stroked = Look & { readonly stroke: string };

/** From the units of the axes to units of the drawing, and where the frame is in these. */
export interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A mark of our own: it is as Plot draws it, but data instead of elements, which takes a small part of Plot's time. */
export interface Mark {
  /** The quantity that it shows: see {@link showing}. */
  readonly term?: string;
  /** `undefined` if there is nothing to draw. */
  readonly draw: (scales: Scales) => Element | undefined;
}

/** Marks of our own, nested as they come. */
export type Marks = Mark | null | undefined | readonly Marks[];

/** The marks of what seldom changes, which Plot draws: its own among ours. */
export type AnyMarks = PlotMarkish | Mark | null | undefined | readonly AnyMarks[];

/** The attributes of a group, and the value that each of them has where it is not given. */
const attributes = [
  ['fill', 'fill'],
  ['fillOpacity', 'fill-opacity', 1],
  ['stroke', 'stroke'],
  ['strokeWidth', 'stroke-width', 1],
  ['strokeOpacity', 'stroke-opacity', 1],
  ['strokeLinejoin', 'stroke-linejoin'],
  ['strokeLinecap', 'stroke-linecap'],
  ['strokeMiterlimit', 'stroke-miterlimit'],
  ['strokeDasharray', 'stroke-dasharray'],
  ['paintOrder', 'paint-order'],
  ['textAnchor', 'text-anchor', 'middle'],
  ['fontSize', 'font-size'],
  ['transform', 'transform'],
] as const;

/** The look that the elements of a group have in common. */
export type GroupLook = Partial<Record<(typeof attributes)[number][0], string | number | undefined>>;

/**
 * The group of a mark's elements, or nothing if there are none. It names each attribute that another mark may have, so that
 * a standing group can become this one.
 */
export function group(name: string, look: GroupLook, children: Element[]): Element | undefined {
  if (children.length === 0) return undefined;
  const properties: Record<string, string | number | undefined> = {};
  for (const [key, attribute, usual] of attributes) properties[attribute] = look[key] === usual ? undefined : look[key];
  // It is for corners that are not round.
  if (look.strokeLinejoin === 'round') properties['stroke-miterlimit'] = undefined;
  return element('g', { ...properties, 'data-term': undefined, 'data-mark': name }, children);
}

/** An element as data (hast). An attribute that is `undefined` is not set. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  children: Element['children'] = [],
): Element {
  return { type: 'element', tagName, properties: { ...properties }, children };
}

/** In thousandths of a unit, which is enough. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
