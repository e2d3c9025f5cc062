import { allReals } from './all-reals.ts';
import type { FunctionOfOne } from './function-of-one.ts';

/** (3x + 1)², a square of a line: its slope is twice the inside, times 3. */
export const squareOfLine: FunctionOfOne = {
  formula: '(3x + 1)²',
  tex: '(3x + 1)^2',
  python: '(3 * x + 1) * (3 * x + 1)',
  domain: allReals,
  value: (x) => (3 * x + 1) * (3 * x + 1),
  derivative: (x) => 6 * (3 * x + 1),
  secondDerivative: () => 18,
};

/** (2x + 3)², the composition of doubling, adding 3 and squaring. */
export const squareOfDouble: FunctionOfOne = {
  formula: '(2x + 3)²',
  tex: '(2x + 3)^2',
  python: '(2 * x + 3) * (2 * x + 3)',
  domain: allReals,
  value: (x) => (2 * x + 3) * (2 * x + 3),
  derivative: (x) => 4 * (2 * x + 3),
  secondDerivative: () => 8,
};

/** sin(x²), a wave that gets faster and steeper. */
export const sineOfSquare: FunctionOfOne = {
  formula: 'sin(x²)',
  tex: '\\sin(x^2)',
  python: 'math.sin(x * x)',
  domain: allReals,
  value: (x) => Math.sin(x * x),
  derivative: (x) => Math.cos(x * x) * 2 * x,
  secondDerivative: (x) => 2 * Math.cos(x * x) - 4 * x * x * Math.sin(x * x),
};

/** (x³ + 1)⁴. */
export const fourthOfCube: FunctionOfOne = {
  formula: '(x³ + 1)⁴',
  tex: '(x^3 + 1)^4',
  python: '(x**3 + 1)**4',
  domain: allReals,
  value: (x) => (x ** 3 + 1) ** 4,
  derivative: (x) => 4 * (x ** 3 + 1) ** 3 * 3 * (x * x),
  secondDerivative: (x) => 24 * x * (x ** 3 + 1) ** 3 + 108 * x ** 4 * ((x ** 3 + 1) * (x ** 3 + 1)),
};

/** e²ˣ, whose slope is twice its height. */
export const exponentialOfDouble: FunctionOfOne = {
  formula: 'e²ˣ',
  tex: 'e^{2x}',
  python: 'math.exp(2 * x)',
  domain: allReals,
  value: (x) => Math.exp(2 * x),
  derivative: (x) => Math.exp(2 * x) * 2,
  secondDerivative: (x) => Math.exp(2 * x) * 4,
};
