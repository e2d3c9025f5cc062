import { showNumber } from './show-number.ts';

/** A number for the page, where it may be that there is none. */
export function showOrNone(value: number, decimals = 4): string {
  return Number.isFinite(value) ? showNumber(value, decimals) : 'none';
}
