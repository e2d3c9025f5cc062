import type { NumberControl } from './control.ts';

/*
 * A slider stands at a whole number of positions from the low end of its range. On a linear scale they are `step`
 * apart; on a logarithmic one they are the numbers of two significant digits, 90 to each power of ten, so that every
 * position has a short name.
 */

type Grid = Pick<NumberControl, 'range' | 'step'>;

/** How many positions there are beyond the first. */
export function lastPosition(grid: Grid): number {
  return Math.round(rawPosition(grid, grid.range[1]));
}

/** The value at a position; positions beyond the ends give the ends. */
export function valueAt(grid: Grid, position: number): number {
  const [low, high] = grid.range;
  if (position <= 0) return low;
  if (position >= lastPosition(grid)) return high;
  if (grid.step === 'log') return twoDigits(twoDigitIndex(low) + position);
  return Number((low + position * grid.step).toFixed(decimalsOf(grid)));
}

/** The position nearest to a value. */
export function positionOf(grid: Grid, value: number): number {
  return Math.min(Math.max(Math.round(rawPosition(grid, value)), 0), lastPosition(grid));
}

/** The nearest value that the grid has. */
export function snapped(grid: Grid, value: number): number {
  return valueAt(grid, positionOf(grid, value));
}

/** The value some positions further. */
export function moved(grid: Grid, value: number, by: number): number {
  return valueAt(grid, positionOf(grid, value) + by);
}

/** How many decimals the values of a linear grid need. */
export function decimalsOf({ range: [low], step }: Grid): number {
  if (step === 'log') return 0;
  return Math.max(...[low, step].map((value) => String(value).split('.')[1]?.length ?? 0));
}

function rawPosition({ range: [low], step }: Grid, value: number): number {
  if (step !== 'log') return (value - low) / step;
  return value <= 0 ? 0 : twoDigitIndex(value) - twoDigitIndex(low);
}

/** Numbers of two significant digits, counted: 1 is 0, 1.1 is 1, 10 is 90, 0.99 is −1. */
function twoDigitIndex(value: number): number {
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  return Number(exponent) * 90 + Math.round(Number(mantissa) * 10) - 10;
}

function twoDigits(index: number): number {
  const exponent = Math.floor(index / 90);
  return Number(`${index - exponent * 90 + 10}e${exponent - 1}`);
}
