/**
 * The Euclidean length of a vector, `sqrt(v[0]**2 + v[1]**2 + …)`, summed from the first element to the last.
 *
 * The length of an empty vector is 0. A NaN or an infinity in it makes the result NaN or infinite, and so do elements
 * beyond about 1e154, whose squares overflow: the same as `numpy.linalg.norm`.
 */
export function norm(vector: readonly number[]): number {
  let sum = 0;
  for (const x of vector) sum += x * x;
  return Math.sqrt(sum);
}
