import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../property-seed.ts';
import { compareOutput } from '../../src/examples/compare/compare.ts';
import { numberGap } from '../../src/examples/compare/number-gap.ts';
import { outputTokens } from '../../src/examples/compare/output-tokens.ts';
import { parseTolerance, sameWithin } from '../../src/examples/compare/tolerance.ts';
import { parseInfoString } from '../../src/examples/extract/info-string.ts';

function isSame(option: string, expected: string, actual: string): boolean {
  const tolerance = parseTolerance(`${option}: a reason here`);
  if (!tolerance) throw new Error(`\`${option}\` is no tolerance.`);
  return !compareOutput(`${expected}\n`, `${actual}\n`, (a, b) => sameWithin(tolerance, a, b));
}

describe('a tolerance', () => {
  it.each([
    ['absolute 0.01', '1.00', '1.01'],
    ['absolute 0.01', 'loss: 0.500 after 3 steps', 'loss: 0.509 after 3 steps'],
    ['absolute 2', '100', '102'],
    ['relative 1e-6', '1000000.0', '1000001.0'],
    ['relative 1e-6', '-1e-09', '-1.0000001e-09'],
    ['relative 0.01', '[ 9.99  1.00]\n[ 2.00  3.00]', '[10.01  1.00]\n[ 2.00  3.00]'],
    ['relative 0.01', '| a | 9.99 |', '| a | 10.0 |'],
    ['relative 0.01', '(1.5+2.5j)', '(1.501+2.501j)'],
    ['relative 0.01', 'total 1,234.50', 'total 1,235.50'],
    ['relative 0.01', '99.9% of 3.20ms', '99.8% of 3.21ms'],
    ['digits shown', '0.333', '0.3333333333333333'],
    ['digits shown', '0.12', '0.125'],
    ['digits shown', '0.38', '0.375'],
    ['digits shown', '2.67', '2.675'],
    ['digits shown', '1.00e-05', '9.996e-06'],
    ['digits shown', '3.142, 2.718', '3.141592653589793, 2.718281828459045'],
  ])('%s accepts %j for %j', (option, expected, actual) => {
    expect(isSame(option, expected, actual)).toBe(true);
  });

  it.each([
    ['absolute 0.01', '1.00', '1.011'],
    ['absolute 1', '0.5', '-0.4'],
    ['absolute 1', '0.0', '-0.0'],
    ['absolute 1', '3', '3.0'],
    ['absolute 1', '3.', '3'],
    ['absolute 1', 'nan', '0.0'],
    ['absolute 1', '1.0', 'inf'],
    ['absolute 1', 'inf', '-inf'],
    ['absolute 100', 'x2', 'x3'],
    ['absolute 100', 'v1.5', 'v1.6'],
    ['absolute 100', '2026-01-02', '2026-01-03'],
    ['absolute 100', '12:30:45', '12:30:46'],
    ['absolute 100', 'NumPy 1.26.4', 'NumPy 1.26.5'],
    ['absolute 100', '2.0rc1', '2.1rc1'],
    ['absolute 100', '2nd', '3rd'],
    ['absolute 100', '0x1f', '0x2f'],
    ['absolute 1', '1.0 m', '1.5 s'],
    ['absolute 1', 'a  1.0', 'a 1.0'],
    ['absolute 1', '1.0\n2.0', '1.0'],
    ['absolute 1', '1.0', '1.0 2.0'],
    ['relative 0.1', '0.0', '1e-300'],
    ['relative 1e-6', '3e-09', '1e-09'],
    ['digits shown', '0.336', '0.3333333333333333'],
    ['digits shown', '0.34', '0.3333333333333333'],
    ['digits shown', '0.13', '0.125'],
    ['digits shown', '2.68', '2.675'],
    ['digits shown', '0.3330', '0.333'],
    ['digits shown', '3', '3.2'],
    ['digits shown', '0', '0.4'],
    ['digits shown', '-0.3', '0.3'],
  ])('%s refuses %j for %j', (option, expected, actual) => {
    expect(isSame(option, expected, actual)).toBe(false);
  });

  it('"digits shown" accepts what toPrecision rounds, and nothing that is a unit beside it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), fc.integer({ min: 2, max: 9 }), (x, digits) => {
        const text = String(x);
        const shown = x.toExponential(digits);
        if (!/[.e]/.test(text) || text.replace(/e.*|\D/g, '').length <= digits + 1) return;
        expect(isSame('digits shown', shown, text)).toBe(true);
        const [mantissa = '', exponent = ''] = shown.split('e');
        const beside = (BigInt(mantissa.replace('.', '')) + 1n).toString();
        expect(isSame('digits shown', `${beside[0]}.${beside.slice(1)}e${exponent}`, text)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('needs a kind, an amount and a reason on the fence', () => {
    const messages = (value: string) =>
      parseInfoString(`tolerance="${value}"`, 'lesson').problems.map(({ rule }) => rule);
    expect(messages('relative 1e-9: sums differ')).toEqual([]);
    for (const wrong of [
      '1e-9',
      'relative 1e-9',
      'relative 1e-9: why',
      'relative 0: a reason here',
      'relative 2: a reason here',
      'absolute -1: a reason here',
      'digits: a reason here',
    ]) {
      expect(messages(wrong)).toEqual(['option/value']);
    }
    expect(parseInfoString('tolerence="digits shown: a reason here"', 'lesson').problems[0]?.message).toContain(
      '`tolerance`',
    );
  });

  it('is not applied to what else differs: the kind is of what is left', () => {
    const tolerance = parseTolerance('absolute 0.1: a reason here');
    if (!tolerance) throw new Error('It is a tolerance.');
    const difference = compareOutput('1.00\na b\n', '1.05\na  b\n', (a, b) => sameWithin(tolerance, a, b));
    expect(difference).toMatchObject({ kind: 'layout', line: 2, column: 3 });
  });
});

describe('the gap between numbers', () => {
  it.each([
    ['1.0', '1.0000000000000002', { absolute: 2 ** -52, relative: 2 ** -52, ulps: 1 }],
    ['x = 2.0, y = 4.0', 'x = 2.5, y = 5.0', { absolute: 1, relative: 0.25, ulps: 2 ** 50 }],
    ['0.0', '5e-324', { absolute: 5e-324, relative: Number.POSITIVE_INFINITY, ulps: 1 }],
    ['-5e-324', '5e-324', { absolute: 1e-323, relative: 2, ulps: 2 }],
  ])('of %j and %j', (expected, actual, gap) => {
    expect(numberGap(expected, actual)).toEqual(gap);
  });

  it.each([
    ['a', 'b'],
    ['1.0', '1.0 2.0'],
    ['1.0', '1.0'],
  ])('is none of %j and %j', (expected, actual) => {
    expect(numberGap(expected, actual)).toBeUndefined();
  });
});

describe('tokens of an output', () => {
  it('are the whole text again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) =>
          outputTokens(text)
            .map((one) => one.text)
            .join('') === text,
      ),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.eE+-,: x_np()[]\n') }),
        (text) =>
          outputTokens(text)
            .map((one) => one.text)
            .join('') === text,
      ),
    );
  });
});
