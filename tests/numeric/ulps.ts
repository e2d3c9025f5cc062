/**
 * How many doubles lie between two numbers: 0 if they are the same (two NaNs are, and 0 and −0 are), 1 if they are
 * neighbours, infinity if one is NaN and the other is not.
 */
export function ulpsBetween(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  const distance = order(a) - order(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The place of a double in the row of all doubles, counted from 0; −0 and 0 share theirs. */
function order(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}
