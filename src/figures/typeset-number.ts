import { formatFixed } from '../numeric/format-fixed.ts';

/**
 * A number as a label shows it: rounded to `decimals` places (default 0), with a real minus sign, and no sign on what
 * rounds to zero. Throws a RangeError if decimals is not a whole number from 0 up.
 */
export function typesetNumber(value: number, decimals = 0): string {
  const text = formatFixed(value, decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** A whole power of ten with its exponent raised: `10⁻⁵`. */
export function typesetPower(exponent: number): string {
  const raised = typesetNumber(exponent).replace(/[−\d]/g, (sign) => superscripts['−0123456789'.indexOf(sign)] ?? '');
  return `10${raised}`;
}

const superscripts = [...'⁻⁰¹²³⁴⁵⁶⁷⁸⁹'];
