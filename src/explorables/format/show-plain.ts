import { showNumber, texNumber } from './show-number.ts';

/** Without the zeros at the end that say nothing: `2.50` is `2.5`. A power of ten stays as it is. */
const trimmed = (text: string) => (/^[-−]?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text);

/** For TeX: at most two decimals, and none that say nothing. */
export const plain = (value: number, decimals = 2) => trimmed(texNumber(value, decimals));
/** The same as the page writes it, with a minus sign. */
export const said = (value: number, decimals = 2) => trimmed(showNumber(value, decimals));
