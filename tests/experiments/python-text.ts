import { formatExponent } from '../../src/numeric/format-exponent.ts';
import { formatFixed } from '../../src/numeric/format-fixed.ts';
import { formatGeneral } from '../../src/numeric/format-general.ts';

/** What `print` leaves of these lines: each ended by `\n`. */
export function printed(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** `f"{value:{width}.{decimals}f}"` */
export function fixed(value: number, decimals: number, width = 0): string {
  return formatFixed(value, decimals).padStart(width);
}

/** `f"{value:{width}.{decimals}e}"` */
export function exponent(value: number, decimals: number, width = 0): string {
  return formatExponent(value, decimals).padStart(width);
}

/** `f"{value:<{width}g}"`, or with a number of digits `f"{value:<{width}.{digits}g}"` */
export function general(value: number, width = 0, digits = 6): string {
  return formatGeneral(value, digits).padEnd(width);
}

/** `f"{value:{width}}"` of a whole number. */
export function whole(value: number, width = 0): string {
  return String(value).padStart(width);
}

/** `str` of a truth value. */
export function truth(value: boolean): string {
  return value ? 'True' : 'False';
}
