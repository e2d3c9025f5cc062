import { showNumber } from './show-number.ts';

/** At most two decimals, and none that say nothing. */
export const plain = (value: number) =>
  Math.abs(value) < 1e6 ? String(Number(value.toFixed(2)) + 0) : showNumber(value, 0);
/** The same as the page writes it, with a minus sign. */
export const said = (value: number) => plain(value).replace('-', '−');
