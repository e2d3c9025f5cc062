/**
 * The dot product `a[0] * b[0] + a[1] * b[1] + …`, summed from the first element to the last; 0 for empty vectors.
 *
 * NumPy's `a @ b` may sum in another order, and then differs in the last bits.
 *
 * @throws RangeError if the vectors differ in length.
 */
export function dot(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) {
    throw new RangeError(`the vectors have ${a.length} and ${b.length} elements; write two of the same length`);
  }
  return a.reduce((sum, x, i) => sum + x * Number(b[i]), 0);
}
