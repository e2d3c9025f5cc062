/**
 * A sum, or exactly 0 if it is negligible relative to numbers of these sizes: what cancels leaves its last bits. Never a
 * negative zero.
 */
export function orZero(sum: number, sizes: readonly number[]): number {
  const size = sizes.reduce((all, one) => all + Math.abs(one), 0);
  return Math.abs(sum) <= 1e-14 * size ? 0 : sum + 0;
}
