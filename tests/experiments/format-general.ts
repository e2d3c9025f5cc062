import { requireCount } from '../../src/numeric/check-argument.ts';
import { formatExponent, significantDigits } from '../../src/numeric/format/format-exponent.ts';
import { formatFixed } from '../../src/numeric/format/format-fixed.ts';
import { nonFinite } from '../../src/numeric/format/round-decimal.ts';

/**
 * A number as Python's `f"{value:.{digits}g}"` prints it, character for character: at most `digits` significant
 * digits, without trailing zeros, with an exponent only below 1e-4 and where the digits do not reach the point.
 *
 * @param digits a whole number from 1 up; default 6, as `f"{value:g}"` has it.
 * @throws RangeError if digits is anything else.
 * @see Python's documentation, Format Specification Mini-Language, type `g`
 */
export function formatGeneral(value: number, digits = 6): string {
  requireCount('digits', digits, 1);
  const special = nonFinite(value);
  if (special !== undefined) return special;
  const { exponent } = significantDigits(value, digits);
  if (exponent >= -4 && exponent < digits) return withoutTrailingZeros(formatFixed(value, digits - 1 - exponent));
  const [mantissa, power] = formatExponent(value, digits - 1).split('e');
  return `${withoutTrailingZeros(String(mantissa))}e${power}`;
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
