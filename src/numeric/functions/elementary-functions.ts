import { allReals } from './all-reals.ts';
import type { FunctionOfOne } from './function-of-one.ts';

/** sin x, x in radians. */
export const sine: FunctionOfOne = {
  formula: 'sin x',
  tex: '\\sin x',
  python: 'math.sin(x)',
  domain: allReals,
  value: Math.sin,
  derivative: Math.cos,
  secondDerivative: (x) => -Math.sin(x),
};

/** eˣ, its own derivative. Infinite from about x = 709.8 on, where a double overflows. */
export const exponential: FunctionOfOne = {
  formula: 'eˣ',
  tex: 'e^x',
  python: 'math.exp(x)',
  domain: allReals,
  value: Math.exp,
  derivative: Math.exp,
  secondDerivative: Math.exp,
};

/** cos x, x in radians. */
export const cosine: FunctionOfOne = {
  formula: 'cos x',
  tex: '\\cos x',
  python: 'math.cos(x)',
  domain: allReals,
  value: Math.cos,
  derivative: (x) => -Math.sin(x),
  secondDerivative: (x) => -Math.cos(x),
};

/** ln x, the natural logarithm. Below 0 it is NaN; at 0 it is −∞. */
export const logarithm: FunctionOfOne = {
  formula: 'ln x',
  tex: '\\ln x',
  python: 'math.log(x)',
  domain: [0, Number.POSITIVE_INFINITY],
  value: Math.log,
  derivative: (x) => (x < 0 ? Number.NaN : 1 / x),
  secondDerivative: (x) => (x < 0 ? Number.NaN : -1 / (x * x)),
};

/** √x, infinitely steep at 0. */
export const squareRoot: FunctionOfOne = {
  formula: '√x',
  tex: '\\sqrt{x}',
  python: 'math.sqrt(x)',
  domain: [0, Number.POSITIVE_INFINITY],
  value: Math.sqrt,
  derivative: (x) => 1 / (2 * Math.sqrt(x)),
  secondDerivative: (x) => -1 / (4 * x * Math.sqrt(x)),
};

/** The sigmoid 1 / (1 + e⁻ˣ), from 0 to 1, steepest at 0 with slope 1/4. */
export const sigmoid: FunctionOfOne = {
  formula: '1 / (1 + e⁻ˣ)',
  tex: '\\frac{1}{1 + e^{-x}}',
  python: '1 / (1 + math.exp(-x))',
  domain: allReals,
  value: logistic,
  derivative: (x) => logistic(x) * (1 - logistic(x)),
  secondDerivative: (x) => logistic(x) * (1 - logistic(x)) * (1 - 2 * logistic(x)),
};

/** tanh x, the hyperbolic tangent, from −1 to 1, steepest at 0 with slope 1. */
export const hyperbolicTangent: FunctionOfOne = {
  formula: 'tanh x',
  tex: '\\tanh x',
  python: 'math.tanh(x)',
  domain: allReals,
  value: Math.tanh,
  derivative: (x) => 1 - Math.tanh(x) * Math.tanh(x),
  secondDerivative: (x) => -2 * Math.tanh(x) * (1 - Math.tanh(x) * Math.tanh(x)),
};

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
