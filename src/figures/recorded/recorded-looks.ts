import {
  color,
  either,
  finite,
  flag,
  list,
  number,
  oneOf,
  optional,
  type Read,
  record,
  text,
} from './read-plain-data.ts';

/** A color, or none. */
export const maybeColor = optional(color);
export const numbers = list(number);
const isList = (value: unknown) => Array.isArray(value);

/** One for all, or one for each. */
export const colors = either(isList, list(maybeColor), maybeColor);

/** A text with its look; null is the default of the page. Sizes are in typographic points. */
export const words = record({ text, size: optional(finite), color: maybeColor, bold: flag, italic: flag });

export const dash = optional(oneOf('solid', 'dashed', 'dashdot', 'dotted'));
export const shape = oneOf(
  'point',
  'pixel',
  'circle',
  'triangle down',
  'triangle up',
  'triangle left',
  'triangle right',
  'square',
  'pentagon',
  'star',
  'hexagon',
  'plus',
  'cross',
  'filled plus',
  'filled cross',
  'diamond',
  'thin diamond',
  'vertical bar',
  'horizontal bar',
);

/** At each point of a line: its diameter in typographic points. */
export const marker = record({ shape, size: finite, face: maybeColor, edge: maybeColor, edgeWidth: finite });
export const lineLook = { color: maybeColor, width: finite, dash };
export const areaLook = { fill: colors, edge: colors, width: finite };

/** Diameters in typographic points: one for all, or one for each. */
const sizes = either(isList, numbers, finite);
export const pointLook = {
  sizes,
  colors,
  shape,
  edge: either((value) => value === 'face', oneOf('face'), colors),
  edgeWidth: finite,
  /** Whether colors stand for numbers: then they stay as they are on a dark page. */
  mapped: flag,
};

export type RecordedWords = Read<typeof words>;
export type RecordedShape = Read<typeof shape>;
export type RecordedMarker = Read<typeof marker>;
export type RecordedDash = Read<typeof dash>;
