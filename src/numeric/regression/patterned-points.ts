import { at } from '../../core/at.ts';

/** Twenty-four places, in the order in which they are measured: every seventh of 0 to 23, around and around. */
export const measuredAt: readonly number[] = Array.from({ length: 24 }, (_, i) => (7 * i) % 24);

/** The errors of the measurements: even over x and over their order, as far as can be. */
export const measuredErrors: readonly number[] = [
  ...[0.8, -0.6, 0.7, 0.6, -0.7, -0.6, 0.5, 0.4],
  ...[0.2, -0.8, 0, -0.4, 0, -0.5, -0.8, -0.2],
  ...[-0.6, 0, 0.4, 0.3, -0.3, 0.4, 0.3, 0.9],
];

/** The index of the value that is wrong where there is one. */
export const wrongIndex = 5;

/** How the points differ from a line and its errors. */
export type Pattern = 'none' | 'curve' | 'funnel' | 'outlier' | 'drift';

/** Measurements near the line 2 + x / 4, with a pattern of some strength beside their errors. */
export function patternedPoints(pattern: Pattern, strength: number): number[] {
  return measuredAt.map((x, i) => {
    const error = 0.5 * at(measuredErrors, i);
    return 2 + 0.25 * x + error + strayOf(pattern, strength, { x, i, error });
  });
}

/** How far a pattern moves one point. */
function strayOf(
  pattern: Pattern,
  strength: number,
  { x, i, error }: { readonly x: number; readonly i: number; readonly error: number },
): number {
  switch (pattern) {
    case 'none':
      return 0;
    case 'curve':
      return 1.2 * strength * ((x - 11.5) / 11.5) ** 2;
    case 'funnel':
      return error * ((strength * x) / 11.5 - 0.8);
    case 'outlier':
      return i === wrongIndex ? 2 * strength : 0;
    case 'drift':
      return (0.9 * strength * (i - 11.5)) / 11.5;
  }
}
