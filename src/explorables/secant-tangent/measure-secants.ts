import { forwardDifference } from '../../numeric/derivatives/forward-difference.ts';
import { commonSlope, oneSidedSlope, type Side } from '../../numeric/derivatives/one-sided-slopes.ts';
import { type Formula, readFormula } from '../formula/formula.ts';
import { viewOf } from './view-of.ts';

/** The slopes of the lines through a point of a curve and a second one that comes near it. */
export interface Secants {
  readonly formula: Formula;
  readonly x: number;
  readonly y: number;
  /** How far the second point is, step by step. */
  readonly nudges: readonly number[];
  /** NaN or infinite where the curve has no value. */
  readonly slope: (nudge: number) => number;
  /** By the rules of calculus. NaN or infinite where they give no number. */
  readonly exact: number;
  /** The limits of the slopes from either side; without a value at the point there are none. */
  readonly sides: readonly [left: Side, right: Side] | undefined;
  /** The slope of the tangent: by the rules, or where those give no number, what both sides settle on. NaN if there is none. */
  readonly tangent: number;
  readonly view: ReturnType<typeof viewOf>;
}

/** The nudge becomes ten times smaller in this many steps, so that one can watch the line turn. */
const stepsPerTen = 10;
export const lastSecant = 4 * stepsPerTen;

/** @throws SyntaxError if the text is no formula. */
export function measureSecants(text: string, x: number, h: number): Secants {
  const formula = readFormula(text);
  const [y, exact] = [formula.value(x), formula.derivative(x)];
  const sides = Number.isFinite(y)
    ? ([oneSidedSlope(formula.value, x, -1), oneSidedSlope(formula.value, x, 1)] as const)
    : undefined;
  const measured = sides && commonSlope(...sides);
  // As near as a float comes: the edge of where the formula has values may lie within the nudges.
  const near = Math.abs(x) * 2 ** -50 || Number.MIN_VALUE;
  const whole = [y, formula.value(x - near), formula.value(x + near)].every(Number.isFinite);
  return {
    formula,
    x,
    y,
    nudges: Array.from({ length: lastSecant + 1 }, (_, step) => shrunk(h, step)),
    slope: (nudge) => forwardDifference(formula.value, x, nudge),
    exact,
    sides,
    tangent: whole && Number.isFinite(exact) ? exact : (measured ?? Number.NaN),
    view: viewOf(formula.value),
  };
}

/** Every tenth of the nudges, each a tenth of the one before. */
export function tenths(h: number): number[] {
  return [0, 1, 2, 3, 4].map((tens) => shrunk(h, tens * stepsPerTen));
}

/** Ten times smaller in ten steps; between the tenths, rounded to three digits, so that the page shows the very number. */
function shrunk(h: number, step: number): number {
  const tens = Math.floor(step / stepsPerTen);
  const parts = step - tens * stepsPerTen;
  return parts === 0 ? Number(`${h}e-${tens}`) : Number((h * 10 ** (-step / stepsPerTen)).toPrecision(3));
}
