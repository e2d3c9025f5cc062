import { typesetMeasured, typesetNumber, typesetPower } from '../../figures/parts/typeset-number.ts';
import { formatExponent } from '../../numeric/format/format-exponent.ts';

/**
 * A number for the page: with so many decimals, `2.4 × 10¹⁵` or `3.0 × 10⁻⁷` where those would not tell it, and words
 * when it is none.
 */
export function showNumber(value: number, decimals: number): string {
  return Number.isFinite(value) ? typesetMeasured(value, decimals) : 'too large for a float';
}

/** A number for the page, where it may be that there is none. */
export function showOrNone(value: number, decimals = 4): string {
  return Number.isFinite(value) ? showNumber(value, decimals) : 'none';
}

/** A number in a sentence: at most so many decimals, {@link withoutZeros}. */
export function said(value: number, decimals = 2): string {
  return withoutZeros(showNumber(value, decimals), value);
}

/** An answer to “how many times as far does it move?”, at the beginning of a sentence. @param still for a rate of 0 */
export function timesAsFar(rate: number, still: string): string {
  if (rate === 0) return still;
  return rate === 1 ? 'Just as far' : `${said(rate)} times as far`;
}

/** A number by its power of ten, with so many decimals: `2 × 10⁻¹⁰`; `0` if it is exactly zero. */
export function showScientific(value: number, decimals = 0): string {
  if (value === 0) return '0';
  const [mantissa = '', power = ''] = formatExponent(value, decimals).split('e');
  return byPower(mantissa, Number(power));
}

/** A number of which two digits are enough, however small or large: `0.25`, `1.2 × 10⁻⁶`, `0`. */
export function showSmall(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return 'too large for a float';
  const [mantissa = '', power = ''] = formatExponent(value, 1).split('e');
  const exponent = Number(power);
  if (exponent >= -2 && exponent < 3) return typesetNumber(value, Math.max(0, 1 - exponent));
  return byPower(mantissa, exponent);
}

/**
 * Without the zeros at the end that say nothing: 2.5 is `2.5` and not `2.50`. Those of 3.004 stay, since `3.00` says that it
 * is rounded and `3` does not. A power of ten stays as it is.
 */
export function withoutZeros(text: string, value: number): string {
  const isRounded = Math.abs(Number(text.replace('−', '-')) - value) > 1e-9 * Math.max(1, Math.abs(value));
  return isRounded || !/^[-−]?\d+\.\d+$/.test(text) ? text : text.replace(/\.?0+$/, '');
}

function byPower(mantissa: string, power: number): string {
  return `${mantissa.replace('-', '−')}\u00a0×\u00a0${typesetPower(power)}`;
}
