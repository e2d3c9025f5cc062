import { formatExponent } from '../../numeric/format/format-exponent.ts';
import { formatFixed } from '../../numeric/format/format-fixed.ts';

/**
 * A number as a label shows it: rounded to `decimals` places (default 0), with a real minus sign, and no sign on what
 * rounds to zero. Throws a RangeError if decimals is not a whole number from 0 up.
 */
export function typesetNumber(value: number, decimals = 0): string {
  const text = formatFixed(value, decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** From here on a measured number is written with its power of ten. */
const large = 1e6;

/**
 * A number by its power of ten, `2.4` and `15`, where so many decimals would not tell it: where it is large, or where
 * they would all be zeros and it is not zero. Otherwise `undefined`.
 */
export function inPowersOfTen(value: number, decimals: number): { mantissa: string; power: number } | undefined {
  const hidden = value !== 0 && Number(formatFixed(value, decimals)) === 0;
  if (Math.abs(value) < large && !hidden) return undefined;
  const [mantissa = '', power = ''] = formatExponent(value, 1).split('e');
  return { mantissa, power: Number(power) };
}

/** A measured number for the page: with this number of decimals, or as `2.4 × 10¹⁵` if those cannot represent it. */
export function typesetMeasured(value: number, decimals: number): string {
  const by = inPowersOfTen(value, decimals);
  if (by === undefined) return typesetNumber(value, decimals);
  return `${by.mantissa.replace('-', '−')}\u00a0×\u00a0${typesetPower(by.power)}`;
}

/** A whole power of ten with its exponent raised: `10⁻⁵`. */
export function typesetPower(exponent: number): string {
  const raised = typesetNumber(exponent).replace(/[−\d]/g, (sign) => superscripts['−0123456789'.indexOf(sign)] ?? '');
  return `10${raised}`;
}

const superscripts = [...'⁻⁰¹²³⁴⁵⁶⁷⁸⁹'];
