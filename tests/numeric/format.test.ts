import { describe, expect, it, test } from 'vitest';
import { formatExponent } from '../../src/numeric/format/format-exponent.ts';
import { formatFixed } from '../../src/numeric/format/format-fixed.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import { formatGeneral } from '../experiments/format-general.ts';
import { fixture } from './fixture.ts';

interface Case {
  readonly value: number;
  readonly fixed: readonly string[];
  readonly exponent: readonly string[];
  readonly general: readonly string[];
  readonly repr: string;
}

test.each(fixture<Case>('formats'))(
  '$repr is printed as Python prints it',
  ({ value, fixed, exponent, general, repr }) => {
    expect(fixed.map((_, decimals) => formatFixed(value, decimals))).toEqual(fixed);
    expect(exponent.map((_, decimals) => formatExponent(value, decimals))).toEqual(exponent);
    expect(general.map((_, i) => formatGeneral(value, i + 1))).toEqual(general);
    expect(formatRepr(value)).toBe(repr);
  },
);

describe('where toFixed would not do', () => {
  it('differs from it in a tie, in the sign of a zero and for large numbers', () => {
    expect([formatFixed(0.125, 2), (0.125).toFixed(2)]).toEqual(['0.12', '0.13']);
    expect([formatFixed(-0, 2), (-0).toFixed(2)]).toEqual(['-0.00', '0.00']);
    expect([formatFixed(1e21, 1), (1e21).toFixed(1)]).toEqual(['1000000000000000000000.0', '1e+21']);
  });
});

test.each([-1, 1.5, Number.NaN])('%s decimals are refused, with a remedy', (decimals) => {
  const message = `decimals is ${decimals}; write a whole number from 0 up`;
  expect(() => formatFixed(1, decimals)).toThrow(new RangeError(message));
  expect(() => formatExponent(1, decimals)).toThrow(new RangeError(message));
});

test('no significant digits at all are refused', () => {
  expect(() => formatGeneral(1, 0)).toThrow(new RangeError('digits is 0; write a whole number from 1 up'));
});
