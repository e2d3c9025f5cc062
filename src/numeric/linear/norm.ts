/** Within these, the largest square neither underflows nor overflows; underflow of others has no visible effect. */
const [smallest, greatest] = [1e-146, 1e150];

/**
 * The Euclidean length of a vector, `sqrt(v[0]**2 + v[1]**2 + …)`, summed from the first element to the last.
 *
 * The length of an empty vector is 0. A NaN in it makes the result NaN, and an infinity without a NaN makes it infinite.
 * Very small and very large elements are divided by the largest before they are squared, so that the length is right
 * wherever it is a number: `numpy.linalg.norm`, which does not, gives 0 for elements below 1e-162 and infinity above
 * 1e154. For elements of ordinary size the two are the same sum.
 *
 * @see Anderson et al., LAPACK Users' Guide, and its `dnrm2`; Blue, A Portable Fortran Program to Find the Euclidean Norm
 *   of a Vector, ACM TOMS 4 (1978)
 */
export function norm(vector: readonly number[]): number {
  let largest = 0;
  for (const x of vector) largest = Math.max(largest, Math.abs(x));
  const scale = largest > 0 && Number.isFinite(largest) && !(largest >= smallest && largest <= greatest) ? largest : 1;
  let sum = 0;
  for (const x of vector) sum += (x / scale) * (x / scale);
  return scale * Math.sqrt(sum);
}
