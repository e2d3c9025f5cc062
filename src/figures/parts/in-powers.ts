import type { Point } from '../../core/point.ts';

/** Values against their index on a scale of powers of ten: 0 lies at minus infinity, negative values have no place (NaN). */
export function inPowers(values: readonly number[]): Point[] {
  return values.map((value, index): Point => [index, Math.log10(value)]);
}
