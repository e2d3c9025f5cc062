import { allReals } from './all-reals.ts';
import type { FunctionOfOne } from './function-of-one.ts';

/*
 * A product of two is rounded once, in every language and on every machine: squares are therefore written as products.
 * A power is not: its last bit depends on the C library and the processor, and in CPython `x**2` is such a power. Yet
 * `x ** 3` and `x ** 4` are within one unit in the last place of the true value, as CPython's are; `x * x * x * x`, with
 * its three roundings, misses it for more than 1 input in 5. The tests hold all of this to exact fractions.
 */

/** x², the first curve of the guide. */
export const square: FunctionOfOne = {
  formula: 'x²',
  tex: 'x^2',
  python: 'x * x',
  domain: allReals,
  value: (x) => x * x,
  derivative: (x) => 2 * x,
  secondDerivative: () => 2,
};

/** x³, level at 0 and yet without a minimum there. */
export const cube: FunctionOfOne = {
  formula: 'x³',
  tex: 'x^3',
  python: 'x * x * x',
  domain: allReals,
  value: (x) => x * x * x,
  derivative: (x) => 3 * x * x,
  secondDerivative: (x) => 6 * x,
};

/** x² − 4x + 3, a parabola whose minimum, −1 at x = 2, is not zero. */
export const parabola: FunctionOfOne = {
  formula: 'x² − 4x + 3',
  tex: 'x^2 - 4x + 3',
  python: 'x * x - 4 * x + 3',
  domain: allReals,
  value: (x) => x * x - 4 * x + 3,
  derivative: (x) => 2 * x - 4,
  secondDerivative: () => 2,
};

/** x⁴ − 3x² + 2: minima of −1/4 at x = ±√(3/2), a local maximum of 2 at 0. */
export const quartic: FunctionOfOne = {
  formula: 'x⁴ − 3x² + 2',
  tex: 'x^4 - 3x^2 + 2',
  python: 'x**4 - 3 * (x * x) + 2',
  domain: allReals,
  value: (x) => x ** 4 - 3 * (x * x) + 2,
  derivative: (x) => 4 * x ** 3 - 6 * x,
  secondDerivative: (x) => 12 * (x * x) - 6,
};

/** x⁴ − 3x² + x + 2: the same two valleys, tilted, so that the left one is the deeper. */
export const tiltedQuartic: FunctionOfOne = {
  formula: 'x⁴ − 3x² + x + 2',
  tex: 'x^4 - 3x^2 + x + 2',
  python: 'x**4 - 3 * (x * x) + x + 2',
  domain: allReals,
  value: (x) => x ** 4 - 3 * (x * x) + x + 2,
  derivative: (x) => 4 * x ** 3 - 6 * x + 1,
  secondDerivative: (x) => 12 * (x * x) - 6,
};

/** 1 − x², a hill: level at its top, and without a minimum. */
export const hill: FunctionOfOne = {
  formula: '1 − x²',
  tex: '1 - x^2',
  python: '1 - x * x',
  domain: allReals,
  value: (x) => 1 - x * x,
  derivative: (x) => -2 * x,
  secondDerivative: () => -2,
};
