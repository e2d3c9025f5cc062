import { formatExponent } from '../../src/numeric/format/format-exponent.ts';
import { formatFixed } from '../../src/numeric/format/format-fixed.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import { formatGeneral } from './format-general.ts';

/** The output of `print` for these lines: each ended by `\n`. */
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

/** `str` of a NumPy array of floats whose decimals are few: `[79.57  1.87]`. */
export function array(values: readonly number[]): string {
  return `[${alignedFloats(values).join(' ')}]`;
}

/** `str` of a NumPy table of floats: every column is as wide as the widest number of all. */
export function table(rows: readonly (readonly number[])[]): string {
  const texts = alignedFloats(rows.flat());
  const width = rows[0]?.length ?? 0;
  const lines = rows.map((_, i) => `[${texts.slice(i * width, (i + 1) * width).join(' ')}]`);
  return `[${lines.join('\n ')}]`;
}

/** Floats with their points below one another, without the zeros that only fill up. */
function alignedFloats(values: readonly number[]): string[] {
  const parts = values.map((value) => formatRepr(value).replace(/\.0$/, '.').split('.'));
  const width = (part: number) => Math.max(...parts.map((text) => text[part]?.length ?? 0));
  const [left, right] = [width(0), width(1)];
  return parts.map(([before = '', after = '']) => `${before.padStart(left)}.${after.padEnd(right)}`);
}

/** `numpy.round(value, decimals)` */
export function rounded(value: number, decimals: number): number {
  return Number(formatFixed(value, decimals));
}

/** `str` of a NumPy array of floats that was rounded with `round(decimals)`. */
export function roundedArray(values: readonly number[], decimals: number): string {
  return array(values.map((value) => rounded(value, decimals)));
}
