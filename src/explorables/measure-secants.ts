import { forwardDifference } from '../numeric/forward-difference.ts';
import { type Formula, readFormula } from './formula.ts';
import { robustView } from './robust-view.ts';

/** The slopes of the lines through a point of a curve and a second one that comes near it. */
export interface Secants {
  readonly formula: Formula;
  readonly x: number;
  readonly y: number;
  /** How far the second point is, step by step. */
  readonly nudges: readonly number[];
  /** NaN or infinite where the curve has no value. */
  readonly slope: (nudge: number) => number;
  /** By the rules of calculus. */
  readonly exact: number;
  readonly view: ReturnType<typeof robustView>;
}

/** The nudge becomes ten times smaller in this many steps, so that one can watch the line turn. */
const stepsPerTen = 10;
export const lastSecant = 4 * stepsPerTen;
const across = [-4.6, 6.4] as const;

/** @throws SyntaxError if the text is no formula. */
export function measureSecants(text: string, x: number, h: number): Secants {
  const formula = readFormula(text);
  return {
    formula,
    x,
    y: formula.value(x),
    nudges: Array.from({ length: lastSecant + 1 }, (_, step) => shrunk(h, step)),
    slope: (nudge) => forwardDifference(formula.value, x, nudge),
    exact: formula.derivative(x),
    view: robustView(formula.value, across),
  };
}

/** Every tenth of the nudges, each a tenth of the one before. */
export function tenths(h: number): number[] {
  return [0, 1, 2, 3, 4].map((tens) => shrunk(h, tens * stepsPerTen));
}

/** Every tenth nudge is exactly a tenth of the one ten before, as a decimal number is. */
function shrunk(h: number, step: number): number {
  const tens = Math.floor(step / stepsPerTen);
  return Number(`${h}e-${tens}`) * 10 ** (-(step - tens * stepsPerTen) / stepsPerTen);
}
