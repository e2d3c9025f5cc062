import { requireCount } from '../check-argument.ts';
import { nonFinite, roundDecimal, signOf } from './round-decimal.ts';

/**
 * A number as Python's `f"{value:.{decimals}e}"` prints it, character for character: one digit before the point,
 * `decimals` after it, and an exponent with a sign and at least two digits.
 *
 * @param decimals a whole number, zero or more.
 * @throws RangeError if decimals is anything else.
 * @see Python's documentation, Format Specification Mini-Language, type `e`
 */
export function formatExponent(value: number, decimals: number): string {
  requireCount('decimals', decimals);
  const special = nonFinite(value);
  if (special !== undefined) return special;
  const { digits, exponent } = significantDigits(value, decimals + 1);
  const fraction = decimals === 0 ? '' : `.${digits.slice(1)}`;
  return `${signOf(value)}${digits.charAt(0)}${fraction}${formatPower(exponent)}`;
}

/**
 * The first `count` decimal digits of a finite number, rounded exactly with ties to even, and the power of ten that
 * belongs to the first of them. The sign is ignored; zero has only zeros and the power 0.
 */
export function significantDigits(value: number, count: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const exponent = Number(value.toExponential().split('e')[1]);
  const digits = roundDecimal(value, count - 1 - exponent).toString();
  const carried = digits.length > count;
  return { digits: digits.slice(0, count), exponent: carried ? exponent + 1 : exponent };
}

/** An exponent as Python writes it: `e-05`, `e+16`. */
export function formatPower(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${Math.abs(exponent).toString().padStart(2, '0')}`;
}
