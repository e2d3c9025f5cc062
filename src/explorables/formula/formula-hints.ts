import { nearestWord } from '../../core/nearest-word.ts';

/** Functions that formulas do not have, by name in lower case: an example, and how to write it. */
export const written: Readonly<Record<string, readonly [example: string, formula: string]>> = {
  max: ['max(x, 0)', '(x + abs(x)) / 2'],
  maximum: ['maximum(x, 0)', '(x + abs(x)) / 2'],
  min: ['min(x, 0)', '(x - abs(x)) / 2'],
  minimum: ['minimum(x, 0)', '(x - abs(x)) / 2'],
  relu: ['relu(x)', '(x + abs(x)) / 2'],
  sigmoid: ['sigmoid(x)', '1 / (1 + exp(-x))'],
  logistic: ['logistic(x)', '1 / (1 + exp(-x))'],
  expit: ['expit(x)', '1 / (1 + exp(-x))'],
  logit: ['logit(x)', 'log(x / (1 - x))'],
  softplus: ['softplus(x)', 'log(1 + exp(x))'],
  silu: ['silu(x)', 'x / (1 + exp(-x))'],
  swish: ['swish(x)', 'x / (1 + exp(-x))'],
  gaussian: ['gaussian(x)', 'exp(-x**2 / 2)'],
  sign: ['sign(x)', 'x / abs(x)'],
  sgn: ['sgn(x)', 'x / abs(x)'],
  heaviside: ['heaviside(x)', '(1 + x / abs(x)) / 2'],
  log10: ['log10(x)', 'log(x) / log(10)'],
  lg: ['lg(x)', 'log(x) / log(10)'],
  log2: ['log2(x)', 'log(x) / log(2)'],
  ld: ['ld(x)', 'log(x) / log(2)'],
  lb: ['lb(x)', 'log(x) / log(2)'],
  log1p: ['log1p(x)', 'log(1 + x)'],
  expm1: ['expm1(x)', 'exp(x) - 1'],
  exp2: ['exp2(x)', '2**x'],
  pow: ['pow(x, 2)', 'x**2'],
  power: ['power(x, 2)', 'x**2'],
  square: ['square(x)', 'x**2'],
  sqr: ['sqr(x)', 'x**2'],
  cbrt: ['cbrt(x)', 'x / abs(x)**(2/3)'],
  root: ['root(x)', 'sqrt(x)'],
  reciprocal: ['reciprocal(x)', '1 / x'],
  sinc: ['sinc(x)', 'sin(x) / x'],
  asinh: ['asinh(x)', 'log(x + sqrt(x**2 + 1))'],
  acosh: ['acosh(x)', 'log(x + sqrt(x**2 - 1))'],
  atanh: ['atanh(x)', 'log((1 + x) / (1 - x)) / 2'],
};

/** The functions that may be typed. */
export const typedFunctions = [
  'sin',
  'cos',
  'tan',
  'exp',
  'log',
  'sqrt',
  'abs',
  'tanh',
  'sinh',
  'cosh',
  'asin',
  'acos',
  'atan',
] as const;

/** Functions that jump again and again. No formula of these functions is the same, but one jumps too. */
export const jumping = [
  'floor',
  'ceil',
  'round',
  'rint',
  'trunc',
  'fix',
  'int',
  'frac',
  'mod',
  'fmod',
  'remainder',
] as const;

/** The suggestion for a function that jumps. */
export const jump = 'x / abs(x)';

const there = 'sin, cos, tan, exp, log, sqrt, abs, tanh, sinh, cosh, asin, acos and atan';
const isFunction = (name: string) => (typedFunctions as readonly string[]).includes(name);

/** The replacement of a function that is not supported. */
export function functionHint(name: string): string {
  const known = writtenAs(name);
  if (known) return known;
  if ((jumping as readonly string[]).includes(name.toLowerCase()))
    return `It jumps again and again, and a formula here cannot. For a single jump, at 0, write ${jump}.`;
  const [, factor, own] = /^(x|e|pi)(.+)$/.exec(name) ?? [];
  if (factor !== undefined && own !== undefined && isFunction(own)) return `Write ${factor} * ${own}(x).`;
  const near = nearestWord(name, [...typedFunctions, ...Object.keys(written)]);
  if (near === undefined) return `There are ${there}.`;
  return writtenAs(near) ?? `Did you mean ${near}(x)?`;
}

/** The replacement of an unknown name. */
export function nameHint(name: string): string {
  if (isFunction(name)) return `Write ${name}(x), with parentheses.`;
  const own = typedFunctions.find((one) => name === `${one}x`);
  if (own !== undefined) return `Write ${own}(x).`;
  const [, power] = /^x(\d+)$/.exec(name) ?? [];
  if (power !== undefined) return `Write x**${power} for the power, ${power}*x for the product.`;
  if (name.length > 1 && /^(?:x|e|pi)+$/.test(name)) return `Write ${name.match(/x|e|pi/g)?.join(' * ')}.`;
  const known = writtenAs(name);
  if (known) return known;
  const near = name.length > 2 ? nearestWord(name, typedFunctions) : undefined;
  if (near !== undefined) return `Did you mean ${near}(x)?`;
  return name.length === 1
    ? 'The variable is called x here; e and pi are numbers.'
    : 'The formula may use x, e and pi.';
}

/** The hint for a character or a notation that formulas do not have. */
export function signHint(sign: string): string {
  if (sign === '=' || sign === ':') return `Type only the part after the “${sign}”.`;
  if (sign === '//') return 'Division is written /.';
  if ('[]{}'.includes(sign)) return 'Use round parentheses, ( and ).';
  if (sign === ',') return 'A decimal is written with a point: 0.5.';
  if (sign === '|') return 'Bars come in pairs: |x|, or abs(x).';
  return 'Use + - * / and **.';
}

/** The formula to write for a known function that is not supported. */
function writtenAs(name: string): string | undefined {
  const key = name.toLowerCase();
  const [example, formula] = (Object.hasOwn(written, key) && written[key]) || [];
  return example === undefined ? undefined : `For ${example} write ${formula}.`;
}
