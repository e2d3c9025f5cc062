import { inPowersOfTen, typesetNumber } from '../../figures/parts/typeset-number.ts';
import { formatExponent } from '../../numeric/format/format-exponent.ts';
import { withoutZeros } from './show-number.ts';

/** A number for a formula, in TeX: with so many decimals, by a power of ten where those would not tell it. */
export function texNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '\\text{too large}';
  const by = inPowersOfTen(value, decimals);
  return by ? `${by.mantissa} \\times 10^{${by.power}}` : typesetNumber(value, decimals).replace('−', '-');
}

/** The same in parentheses if it is negative, or written as a product, as a factor of another product has to be. */
export function texFactor(value: number, decimals: number): string {
  return inParentheses(texNumber(value, decimals));
}

/** The same with at most so many decimals, {@link withoutZeros}. */
export function plain(value: number, decimals = 2): string {
  return withoutZeros(texNumber(value, decimals), value);
}

/** A number by its power of ten, with so many decimals; `0` if it is exactly zero. */
export function texScientific(value: number, decimals = 0): string {
  if (value === 0) return '0';
  const [mantissa = '', power = ''] = formatExponent(value, decimals).split('e');
  return `${mantissa} \\times 10^{${Number(power)}}`;
}

/** A number that is set already, in parentheses if it is negative, so that it can follow a sign. */
export function inParentheses(tex: string): string {
  return tex.startsWith('-') ? `(${tex})` : tex;
}

/** About how many digits would be as wide as these numbers, with their letters and signs. */
export function widthInDigits(...texts: readonly string[]): number {
  return texts
    .join('')
    .replaceAll('\\times', '...')
    .replace(/[{}^\s]/g, '').length;
}
