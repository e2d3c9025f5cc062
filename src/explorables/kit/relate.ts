/**
 * The relation sign between an expression and its result: `=` if the numbers of the expression as they are shown give the
 * result to its last shown digit, `≈` if they do not, because digits are left out. So the line is true for the numbers that
 * it shows.
 *
 * @param shown the result in TeX, as {@link shownValue} reads it; one that is no number is equal by definition.
 * @param given the result computed from the shown numbers, by {@link shownValue} of each.
 */
export function relate(shown: string, given: number): '=' | '\\approx' {
  const { value, unit } = read(shown);
  if (Number.isNaN(value) || Number.isNaN(given)) return '=';
  // A tie could be rounded either way, so it does not count as equal.
  const slack = (unit / 2) * (1 - 1e-6);
  return value === given || Math.abs(value - given) < slack ? '=' : '\\approx';
}

/** The number that a piece of TeX shows: `-0.50`, `(-3)`, `2.4 \times 10^{15}`, with or without a term around it. NaN for words. */
export function shownValue(tex: string): number {
  return read(tex).value;
}

/** A shown number, and what its last digit counts. */
function read(tex: string): { value: number; unit: number } {
  const bare = tex.replace(/\\htmlData\{term=[\w-]+\}/g, '').replace(/[{}()\s]/g, '');
  const [, mantissa = '', decimals = '', power = '0'] = /^(-?\d+\.?(\d*))(?:\\times10\^(-?\d+))?$/.exec(bare) ?? [];
  if (mantissa === '') return { value: Number.NaN, unit: 0 };
  return { value: Number(`${mantissa}e${power}`), unit: Number(`1e${Number(power) - decimals.length}`) };
}
