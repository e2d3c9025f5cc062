import { typesetNumber, typesetPower } from '../figures/typeset-number.ts';
import { formatExponent } from '../numeric/format-exponent.ts';

/** From here on a number is told by its power of ten. */
const large = 1e6;

/** A number for the page: with so many decimals, `2.4 × 10¹⁵` when it is large, and words when it is none. */
export function showNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return 'too large for a float';
  if (Math.abs(value) < large) return typesetNumber(value, decimals);
  const { mantissa, power } = parts(value);
  return `${mantissa.replace('-', '−')}\u00a0×\u00a0${typesetPower(power)}`;
}

/** The same in TeX. */
export function texNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '\\text{too large}';
  if (Math.abs(value) < large) return typesetNumber(value, decimals).replace('−', '-');
  const { mantissa, power } = parts(value);
  return `${mantissa} \\times 10^{${power}}`;
}

/** The same in parentheses if it is negative, as after a sign. */
export function texFactor(value: number, decimals: number): string {
  const text = texNumber(value, decimals);
  return text.startsWith('-') ? `(${text})` : text;
}

function parts(value: number): { mantissa: string; power: number } {
  const [mantissa = '', power = ''] = formatExponent(value, 1).split('e');
  return { mantissa, power: Number(power) };
}
