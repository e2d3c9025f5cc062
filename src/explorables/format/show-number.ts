import { inPowersOfTen, typesetMeasured, typesetNumber } from '../../figures/parts/typeset-number.ts';

/**
 * A number for the page: with so many decimals, `2.4 × 10¹⁵` or `3.0 × 10⁻⁷` where those would not tell it, and words
 * when it is none.
 */
export function showNumber(value: number, decimals: number): string {
  return Number.isFinite(value) ? typesetMeasured(value, decimals) : 'too large for a float';
}

/** The same in TeX. */
export function texNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '\\text{too large}';
  const by = inPowersOfTen(value, decimals);
  return by ? `${by.mantissa} \\times 10^{${by.power}}` : typesetNumber(value, decimals).replace('−', '-');
}

/** The same in parentheses if it is negative, or written as a product, as a factor of another product has to be. */
export function texFactor(value: number, decimals: number): string {
  return inParentheses(texNumber(value, decimals));
}

/** A number that is set already, in parentheses if it is negative, so that it can follow a sign. */
export function inParentheses(tex: string): string {
  return tex.startsWith('-') ? `(${tex})` : tex;
}
