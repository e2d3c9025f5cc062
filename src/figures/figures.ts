import type { Figure } from './figure.ts';
import { parabolaTangents } from './parabola-tangents.ts';
import { quarticDescent } from './quartic-descent.ts';

/** Every figure that stands in a lesson, by the name that the lesson writes. Computed when it is asked for. */
export const figures: Readonly<Record<string, () => Figure>> = {
  'parabola-tangents': parabolaTangents,
  'quartic-descent': quarticDescent,
};
