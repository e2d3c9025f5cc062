import fc from 'fast-check';
import { derivative, parse } from 'mathjs/number';
import { expect, test } from 'vitest';
import { readFormula } from '../../../src/explorables/formula/formula.ts';
import { typedFunctions } from '../../../src/explorables/formula/formula-hints.ts';
import { cases } from '../../depth.ts';

/** Texts of formulas: with parentheses and without, so that it is precedence that says what they mean. */
const { formula } = fc.letrec<{ formula: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { weight: 4, arbitrary: fc.constant('x') },
    { weight: 2, arbitrary: fc.constantFrom('2', '3', '5', '0.5', '0', '1', '1.5e-1', '.25') },
    fc.constantFrom('e', 'pi'),
  ),
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('atom'),
    fc.tuple(tie('formula'), fc.constantFrom(' + ', ' - ', '*', ' / ', '^', ' '), tie('formula')).map(joined),
    tie('formula').map((inside) => `(${inside})`),
    tie('formula').map((after) => `-${after}`),
    fc.tuple(fc.constantFrom(...typedFunctions, 'sec', 'csc', 'cot', 'sech'), tie('formula')).map(applied),
  ),
}));

/** A name before a parenthesis is called, and two numbers side by side are none. */
function joined([left, sign, right]: readonly [string, string, string]): string {
  return sign === ' ' && (/[\w.]$/.test(left) || /^[\d.-]/.test(right)) ? `${left}*${right}` : `${left}${sign}${right}`;
}

function applied([name, of]: readonly [string, string]): string {
  return `${name}(${of})`;
}

const places = [-2.3, -1, -0.4, 0, 0.3, 1, 1.7, 3.1];

type Real = (x: number) => number;

/** But for rounding, which an ill-conditioned formula makes as large as what the last digits of x change. */
function isNear(own: Real, theirs: Real, x: number): boolean {
  const value = theirs(x);
  const changes = [x - 1e-12, x + 1e-12].map((near) => Math.abs(theirs(near) - value));
  const rounding = Math.max(...changes.filter(Number.isFinite), 0);
  return Math.abs(own(x) - value) <= 1e-8 * (1 + Math.abs(value)) + rounding;
}

const says = (text: string, own: Real, theirs: Real, x: number) => `${text} at ${x}: ${own(x)}, not ${theirs(x)}`;

test('a formula has the value that mathjs reads in its text', () => {
  fc.assert(
    fc.property(formula, (text) => {
      fc.pre(text.length <= 60);
      const { value } = readFormula(text);
      const compiled = parse(text).compile();
      const theirs: Real = (x) => compiled.evaluate({ x });
      for (const x of places) {
        const isRight = Number.isFinite(theirs(x)) ? isNear(value, theirs, x) : !Number.isFinite(value(x));
        expect(isRight, says(text, value, theirs, x)).toBe(true);
      }
    }),
    { numRuns: cases(500, 50_000) },
  );
});

test('a formula has the derivative that mathjs finds', () => {
  fc.assert(
    fc.property(formula, (text) => {
      fc.pre(text.length <= 60);
      const { value, derivative: slope } = readFormula(text);
      const compiled = derivative(parse(text), 'x', { simplify: false }).compile();
      const theirs: Real = (x) => compiled.evaluate({ x });
      for (const x of places) {
        // Where a formula has values on one side only, its rules may lead anywhere.
        const isWhole = [x - 1e-9, x, x + 1e-9].map(value).every(Number.isFinite);
        if (isWhole && Number.isFinite(theirs(x)))
          expect(isNear(slope, theirs, x), says(text, slope, theirs, x)).toBe(true);
      }
    }),
    { numRuns: cases(500, 50_000) },
  );
});
