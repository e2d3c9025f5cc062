import { requireCount } from '../check-argument.ts';
import { nonFinite, roundDecimal, signOf } from './round-decimal.ts';

/**
 * A number as Python's `f"{value:.{decimals}f}"` prints it, character for character.
 *
 * It differs from `value.toFixed(decimals)` in ties (0.125 to two places is 0.12 here, 0.13 there), in the sign of a
 * zero (`-0.00` is kept), from 1e21 up (no exponent), and in `nan` and `inf`.
 *
 * @param decimals digits after the point: a whole number, zero or more.
 * @throws RangeError if decimals is anything else.
 * @see Python's documentation, Format Specification Mini-Language, type `f`
 */
export function formatFixed(value: number, decimals: number): string {
  requireCount('decimals', decimals);
  const special = nonFinite(value);
  if (special !== undefined) return special;
  const digits = roundDecimal(value, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const point = decimals === 0 ? '' : '.';
  return `${signOf(value)}${whole}${point}${digits.slice(digits.length - decimals)}`;
}
