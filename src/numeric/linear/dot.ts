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
  // A loop without a check of each index, because descents call this millions of times.
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
