import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulaProblem, readFormula } from '../../src/explorables/formula.ts';
import { centralDifference } from '../../src/numeric/central-difference.ts';

test.each([
  ['', 0, 'Type a formula in x, for example x^2 - 4*x.'],
  ['2x +', 4, 'The formula stops too early, after “2x +”: something must follow.'],
  ['x) + 1', 1, 'At character 2, “) + 1” does not fit what stands before it.'],
  ['x + y', 4, 'At character 5, “y” is not known. The formula may use x, e and pi.'],
  ['sin x', 0, 'At character 1, “sin” is not known. Write sin(x), with parentheses.'],
  ['2 * x(x + 1)', 4, 'At character 5, x is called like a function. Write x * (…).'],
  ['1 + foo(x)', 4, 'At character 5, the function “foo” is not known.'],
  ['x!', 1, 'At character 2, “!” is not for formulas in x. Use + − * / and ^.'],
  ['sin(x, 2)', 0, 'At character 1, sin takes one thing in its parentheses, and has 2.'],
  ['a = 3', 0, 'This is more than a formula in x'],
  ['f(x) = x', 0, 'This is more than a formula in x'],
  ['[1, 2]', 0, 'This is more than a formula in x'],
  ['"text"', 1, '“text” is not a number.'],
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
])('%s is %s in Python', (text, python) => {
  expect(readFormula(text).python).toBe(python);
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

test('the derivative by the rules is what a central difference measures', () => {
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
    'x\n+1',
    'hasOwnProperty(x)',
    '`x`',
  ];
  for (const text of hostile) expect(formulaProblem(text)?.message, text).toMatch(/\w/);
  fc.assert(
    fc.property(fc.string({ maxLength: 20, unit: fc.constantFrom(...'x123.+-*/^()sincole, =[]"!') }), (text) => {
      const problem = formulaProblem(text);
      if (problem === undefined) expect(typeof readFormula(text).value(1.5)).toBe('number');
      else expect(problem.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
