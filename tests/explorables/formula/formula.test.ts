import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulaProblem, readFormula } from '../../../src/explorables/formula/formula.ts';
import { jump, jumping, typedFunctions, written } from '../../../src/explorables/formula/formula-hints.ts';
import { centralDifference } from '../../../src/numeric/derivatives/central-difference.ts';

test.each([
  ['', 0, 'Type a formula in x, for example x**2 - 4*x.'],
  ['2x +', 4, 'The formula stops too early, after “2x +”: something must follow.'],
  ['x) + 1', 1, 'At character 2, “) + 1” does not fit the text before it.'],
  ['x + y', 4, 'At character 5, “y” is not known. The variable is called x here; e and pi are numbers.'],
  ['x² + yy', 5, 'At character 6, “yy” is not known. The formula may use x, e and pi.'],
  ['sin x', 0, 'At character 1, “sin” is not known. Write sin(x), with parentheses.'],
  ['2 * x(x + 1)', 4, 'At character 5, x is called like a function. Write x * (…).'],
  ['1 + foo(x)', 4, 'At character 5, the function “foo” is not known.'],
  ['x!', 1, 'At character 2, “!” is not for formulas in x. Use + - * / and **.'],
  ['sin(x, 2)', 0, 'At character 1, sin takes one thing in its parentheses, and has 2.'],
  ['a = 3', 2, 'Type only the part after the “=”.'],
  ['f(x) = x', 5, 'Type only the part after the “=”.'],
  ['[1, 2]', 0, 'Use round parentheses, ( and ).'],
  ['"text"', 0, '“"” is not for formulas in x.'],
  ['true', 0, '“true” is not known. The formula may use x, e and pi.'],
  ['2x + yes + x', 5, 'At character 6, “yes” is not known.'],
  ['x * 1e999', 4, 'A number here is too large.'],
  ['sin(x) + sin + x', 9, 'At character 10, “sin” is not known. Write sin(x), with parentheses.'],
  ['(x + 1) * foo.sin(x)', 10, 'At character 11, the function “foo.sin” is not known.'],
  ['sin(x) + sin(x, 2)', 9, 'At character 10, sin takes one thing in its parentheses, and has 2.'],
  ['sin()', 0, 'At character 1, sin takes one thing in its parentheses, and has 0.'],
  ['√x + ln(θ + 1)', 8, 'At character 9, “θ” is not known.'],
  ['x + * 2', 4, 'At character 5, “* 2” does not fit the text before it.'],
  ['x^2 3', 4, 'At character 5, “3” does not fit the text before it. Put a sign between them'],
  ['x'.repeat(61), 60, 'Only 60 characters fit; this has 61.'],
])('%s is answered with where and why', (text, at, message) => {
  const problem = formulaProblem(text);
  expect(problem?.at).toBe(at);
  expect(problem?.message).toContain(message);
});

test.each([
  ['x^2', 'x * x'],
  ['(x + 1)^3', '(x + 1) * (x + 1) * (x + 1)'],
  ['x^4 - 3x^2 + 2', 'x**4 - 3 * (x * x) + 2'],
  ['-x^2', '-(x * x)'],
  ['2^x', 'math.pow(2, x)'],
  ['1 - (x - 2)', '1 - (x - 2)'],
  ['exp(-x^2) / pi', 'math.exp(-(x * x)) / math.pi'],
  ['abs(x)', 'abs(x)'],
  ['2 * sec(x)', '2 * (1 / math.cos(x))'],
  ['atan(x)', 'math.atan(x)'],
])('%s is %s in Python', (text, python) => {
  expect(readFormula(text).python).toBe(python);
});

test.each([
  ['x**2', 'x^2'],
  ['-x ** 2', '-x^2'],
  ['2**-x', '2^-x'],
  ['x²', 'x^2'],
  ['3x² − 2·x', '3*x^2 - 2*x'],
  ['x⁻¹ + x¹⁰', 'x^(-1) + x^10'],
  ['eˣ', 'e^x'],
  ['e**x', 'e^x'],
  ['2x', '2*x'],
  ['2πx', '2*pi*x'],
  ['sin(π x)', 'sin(pi*x)'],
  ['x × x ÷ 2', 'x*x/2'],
  ['√x', 'sqrt(x)'],
  ['2√x + √(x + 1)', '2*sqrt(x) + sqrt(x + 1)'],
  ['|x|', 'abs(x)'],
  ['|x - 1| + 2|x|', 'abs(x - 1) + 2*abs(x)'],
  ['||x| - 1|', 'abs(abs(x) - 1)'],
  ['x|x|', 'x*abs(x)'],
  ['ln(x)', 'log(x)'],
  ['tg(x) + arctan(x)', 'tan(x) + atan(x)'],
  ['math.sin(x) + np.exp(-x)', 'sin(x) + exp(-x)'],
  ['math.e**x + np.pi', 'e^x + pi'],
  ['Sin(X) + PI', 'sin(x) + pi'],
  ['np.log(np.abs(x))', 'log(abs(x))'],
  ['𝑥 + ２', 'x + 2'],
  ['1e-3x', '0.001*x'],
  ['2e x', '2*e*x'],
  ['1/2x', '1/2*x'],
  ['-1/2(x + 1)', '-1/2*(x + 1)'],
  ['x/2x', 'x/(2*x)'],
  ['2(x + 1)(x - 1)x', '2*(x + 1)*(x - 1)*x'],
  ['(x + 1)2', '(x + 1)*2'],
  ['x 2', 'x*2'],
  ['2^3^x', '2^(3^x)'],
  ['.5x + 2.', '0.5*x + 2'],
  ['x\n+1', 'x + 1'],
])('%s is %s, only spelt otherwise', (typed, plain) => {
  expect(formulaProblem(typed)).toBeUndefined();
  expect(readFormula(typed).python).toBe(readFormula(plain).python);
  expect(readFormula(typed).derivative(0.7)).toBe(readFormula(plain).derivative(0.7));
});

test.each([
  ['max(x, 0)', 'For max(x, 0) write (x + abs(x)) / 2.'],
  ['2 + sigmoid(x)', 'At character 5, the function “sigmoid” is not known. For sigmoid(x) write 1 / (1 + exp(-x)).'],
  ['sigmiod(x)', 'For sigmoid(x) write'],
  ['np.maximum(x, 0)', 'At character 1, the function “np.maximum” is not known. For maximum(x, 0) write'],
  ['log10(x)', 'For log10(x) write log(x) / log(10).'],
  ['log(x, 10)', 'For log(x, 2) write log(x) / log(2).'],
  ['pow(x, 2)', 'write x**2.'],
  ['sim(x)', 'Did you mean sin(x)?'],
  ['sqr(x)', 'For sqr(x) write x**2.'],
  ['exponential(x)', 'There are sin, cos'],
  ['xsin(x)', 'Write x * sin(x).'],
  ['pi(x + 1)', 'Write pi * (…).'],
  ['ln x', 'At character 1, “ln” is not known. Write log(x), with parentheses.'],
  ['√sin(x)', 'At character 1, “√” is not known. Write sqrt(x), with parentheses.'],
  ['sinx', 'Write sin(x).'],
  ['sin^2(x)', 'Write sin(x)**2.'],
  ['cos²(x)', 'Write cos(x)**2.'],
  ['tan⁻¹(x)', 'Write 1 / tan(x), or atan(x) for the inverse.'],
  ['x2', 'Write x**2 for the power, 2*x for the product.'],
  ['xx', 'Write x * x.'],
  ['t + 1', 'The variable is called x here'],
  ['θ', 'The variable is called x here'],
  ['y = x**2', 'Type only the part after the “=”.'],
  ['lambda x: x**2', 'Type only the part after the “:”.'],
  ['[x + 1] * 2', 'Use round parentheses'],
  ['0,5 * x', 'A decimal is written with a point: 0.5.'],
  ['|x', 'Bars come in pairs'],
  ['x // 2', 'Division is written /.'],
  ['x % 2', '“%” is not for formulas'],
  ['x # 2', '“#” is not for formulas'],
  ['(x + 1', 'a ) is missing'],
  ['2 3', 'Put a sign between them'],
  ['foo.sin(x)', 'is not known. There are'],
  ['1e999', 'A number here is too large.'],
])('%s is answered with what to write instead: %s', (text, hint) => {
  expect(formulaProblem(text)?.message).toContain(hint);
});

const reference: Readonly<Record<string, (x: number) => number>> = {
  max: (x) => Math.max(x, 0),
  min: (x) => Math.min(x, 0),
  relu: (x) => Math.max(x, 0),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  logit: (x) => -Math.log(1 / x - 1),
  softplus: (x) => Math.log1p(Math.exp(x)),
  silu: (x) => x / (1 + Math.exp(-x)),
  gaussian: (x) => Math.exp((-x * x) / 2),
  sign: Math.sign,
  heaviside: (x) => (x > 0 ? 1 : 0),
  log10: Math.log10,
  log2: Math.log2,
  log1p: Math.log1p,
  expm1: Math.expm1,
  exp2: (x) => 2 ** x,
  pow: (x) => x ** 2,
  square: (x) => x ** 2,
  cbrt: Math.cbrt,
  root: Math.sqrt,
  reciprocal: (x) => 1 / x,
  sinc: (x) => Math.sin(x) / x,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
};
const sameAs: Readonly<Record<string, string>> = {
  maximum: 'max',
  minimum: 'min',
  logistic: 'sigmoid',
  expit: 'sigmoid',
  swish: 'silu',
  sgn: 'sign',
  lg: 'log10',
  ld: 'log2',
  lb: 'log2',
  power: 'pow',
  sqr: 'square',
};

test.each(Object.entries(written))('the suggested formula for %s equals the function', (name, [example, formula]) => {
  expect(formulaProblem(example)?.message).toContain(`write ${formula}.`);
  const own = reference[sameAs[name] ?? name];
  if (own === undefined) throw new Error(`no reference for ${name}`);
  const { value } = readFormula(formula);
  // Where the function has a value, the formula has it too, but for 0, where some divide by it.
  for (const x of [0.3, 0.7, 1.5, -0.4, -8]) {
    if (Number.isFinite(own(x))) expect(value(x), `at ${x}`).toBeCloseTo(own(x), 12);
  }
  expect([0.3, 1.5].some((x) => Number.isFinite(value(x)))).toBe(true);
});

test.each(jumping)('%s is answered with a formula that jumps', (name) => {
  expect(formulaProblem(`${name}(x)`)?.message).toContain(`write ${jump}.`);
  const { value } = readFormula(jump);
  expect([value(-1e-9), value(1e-9)]).toEqual([-1, 1]);
});

test.each(typedFunctions)('%s may be typed, has a slope, and is in Python’s math', (name) => {
  const { value, derivative, python } = readFormula(`${name}(x)`);
  expect(derivative(0.4)).toBeCloseTo(centralDifference(value, 0.4), 6);
  expect(python).toBe(name === 'abs' ? 'abs(x)' : `math.${name}(x)`);
});

test.each([
  ['x**2', String.raw`2\,x`],
  ['x**3 - 3*x', String.raw`3\,{x}^{2}-3`],
  ['sin(x)', String.raw`\cos\left(x\right)`],
  ['exp(x)', String.raw`\exp\left(x\right)`],
  ['abs(x)', String.raw`\frac{\left|x\right|}{x}`],
  ['1/x', String.raw`-\frac{1}{{x}^{2}}`],
  ['7', '0'],
  ['0.1x^2 - 0.3x', String.raw`0.2\,x-0.3`],
  ['x^3/3 + x/6', String.raw`{x}^{2}+\frac{1}{6}`],
  ['√x', String.raw`\frac{1}{2\,\sqrt{x}}`],
  ['x*x^(1/3)', String.raw`\frac{4\,{x}^{\frac{1}{3}}}{3}`],
  ['(x - 1)(x + 2)', String.raw`2\,x+1`],
  ['x/(x^2 + 1)', String.raw`\frac{1-{x}^{2}}{{\left({x}^{2}+1\right)}^{2}}`],
  ['sin(x)^2 + cos(x)^2', '0'],
  ['x|x|', String.raw`2\,\left|x\right|`],
  ['sqrt(x^2)', String.raw`\frac{x}{\sqrt{{x}^{2}}}`],
  ['3 * 2^x', String.raw`3 \cdot {2}^{x}\,\ln\left(2\right)`],
  ['1/(1 + exp(-x))', String.raw`\frac{\exp\left(-x\right)}{{\left(1+\exp\left(-x\right)\right)}^{2}}`],
  ['tanh(2x)', String.raw`\frac{2}{{\cosh\left(2\,x\right)}^{2}}`],
  ['1e-9x', String.raw`1 \times 10^{-9}`],
])('the derivative of %s is written %s', (text, tex) => {
  expect(readFormula(text).derivativeTex).toBe(tex);
});

test.each([
  ['abs(x)', 2e-323, 1],
  ['abs(x)^0.5', -5e-323, -1 / (2 * Math.sqrt(5e-323))],
  ['tanh(10*x)', -1.9, 10 / Math.cosh(19) ** 2],
  ['sqrt(x)', 1e-320, 0.5 / Math.sqrt(1e-320)],
])('the derivative of %s at %f has all its digits', (text, x, slope) => {
  expect(readFormula(text).derivative(x) / slope).toBeCloseTo(1, 12);
});

const smooth = [
  'x^2',
  'x^3 - 3*x',
  'sin(x)*x',
  'exp(-x^2)',
  '1/(1 + exp(-x))',
  'tanh(2*x)',
  'cos(x)^2',
  'x/(x^2 + 1)',
  'sqrt(x^2 + 1)',
  'log(x^2 + 1)',
  '2^x',
  'e^x',
];

test('the derivative by the rules equals a central difference', () => {
  fc.assert(
    fc.property(fc.constantFrom(...smooth), fc.double({ min: -3, max: 3, noNaN: true }), (text, x) => {
      const { value, derivative } = readFormula(text);
      expect(derivative(x)).toBeCloseTo(centralDifference(value, x), 6);
    }),
  );
});

test('nothing that is typed is run, and nothing throws', () => {
  const hostile = [
    'import("x")',
    'cos.constructor("return 1")()',
    '__proto__',
    'constructor',
    'toString(x)',
    'x.y',
    'x; x',
    'f(x)=x',
    '2 m',
    'hasOwnProperty(x)',
    '`x`',
  ];
  for (const text of hostile) expect(formulaProblem(text)?.message, text).toMatch(/\w/);
  fc.assert(
    fc.property(fc.string({ maxLength: 20, unit: fc.constantFrom(...'x123.+-*/^()sincole, =[]"!|²√π⁻·𝑥') }), (text) => {
      const problem = formulaProblem(text);
      if (problem === undefined) expect(typeof readFormula(text).value(1.5)).toBe('number');
      else expect(problem.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
