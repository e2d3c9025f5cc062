import { everywhere } from './everywhere.ts';
import type { FunctionOfOne } from './function-of-one.ts';

/*
 * A product of two is one rounding in every language. A power is not: JavaScript's `x ** 2` is `x * x`, and CPython
 * calls the C library's `pow`, which gives another last bit for about 1 input in 1,000. Squares are therefore written
 * as products. `x ** 3` and `x ** 4` reach the same `pow` as CPython on Linux with glibc, where both agree to the last
 * bit; `x * x * x * x` would differ from Python's `x**4` for 1 input in 4. The fixtures hold all of this to account.
 */

/** x², the first curve of the guide. */
export const square: FunctionOfOne = {
  formula: 'x²',
  tex: 'x^2',
  python: 'x * x',
  domain: everywhere,
  value: (x) => x * x,
  derivative: (x) => 2 * x,
  secondDerivative: () => 2,
};

/** x³, level at 0 and yet without a minimum there. */
export const cube: FunctionOfOne = {
  formula: 'x³',
  tex: 'x^3',
  python: 'x * x * x',
  domain: everywhere,
  value: (x) => x * x * x,
  derivative: (x) => 3 * x * x,
  secondDerivative: (x) => 6 * x,
};

/** x² − 4x + 3, a parabola whose minimum, −1 at x = 2, is not zero. */
export const parabola: FunctionOfOne = {
  formula: 'x² − 4x + 3',
  tex: 'x^2 - 4x + 3',
  python: 'x * x - 4 * x + 3',
  domain: everywhere,
  value: (x) => x * x - 4 * x + 3,
  derivative: (x) => 2 * x - 4,
  secondDerivative: () => 2,
};

/** x⁴ − 3x² + 2: minima of −1/4 at x = ±√(3/2), a local maximum of 2 at 0. */
export const quartic: FunctionOfOne = {
  formula: 'x⁴ − 3x² + 2',
  tex: 'x^4 - 3x^2 + 2',
  python: 'x**4 - 3 * (x * x) + 2',
  domain: everywhere,
  value: (x) => x ** 4 - 3 * (x * x) + 2,
  derivative: (x) => 4 * x ** 3 - 6 * x,
  secondDerivative: (x) => 12 * (x * x) - 6,
};

/** x⁴ − 3x² + x + 2: the same two valleys, tilted, so that the left one is the deeper. */
export const tiltedQuartic: FunctionOfOne = {
  formula: 'x⁴ − 3x² + x + 2',
  tex: 'x^4 - 3x^2 + x + 2',
  python: 'x**4 - 3 * (x * x) + x + 2',
  domain: everywhere,
  value: (x) => x ** 4 - 3 * (x * x) + x + 2,
  derivative: (x) => 4 * x ** 3 - 6 * x + 1,
  secondDerivative: (x) => 12 * (x * x) - 6,
};

/** 1 − x², a hill: level at its top, where a minimum is sought in vain. */
export const hill: FunctionOfOne = {
  formula: '1 − x²',
  tex: '1 - x^2',
  python: '1 - x * x',
  domain: everywhere,
  value: (x) => 1 - x * x,
  derivative: (x) => -2 * x,
  secondDerivative: () => -2,
};
