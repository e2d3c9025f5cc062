import { at } from '../../src/core/at.ts';
import { requireStep } from '../../src/numeric/check-argument.ts';

/**
 * The Jacobian of a vector-valued function at a point, measured by central differences: row i, column j is how fast
 * output i changes with input j. It costs two calls of f for each input.
 *
 * @param f returns as many numbers for every point.
 * @param h default 1e-5, the same for every input.
 * @returns one row for each output, one column for each input.
 * @throws RangeError if the point is empty (there is then no way to count the outputs), if f returns vectors of
 *   different lengths, or if h is 0, infinite or NaN.
 */
export function numericalJacobian(
  f: (point: readonly number[]) => readonly number[],
  point: readonly number[],
  h = 1e-5,
): number[][] {
  requireStep(h);
  const columns = point.map((x, j) => column(f(point.with(j, x + h)), f(point.with(j, x - h)), h));
  const [first] = columns;
  if (first === undefined) throw new RangeError('the point is empty; write at least one input');
  return first.map((_, i) => columns.map((entries) => at(entries, i)));
}

function column(above: readonly number[], below: readonly number[], h: number): number[] {
  if (above.length !== below.length) {
    throw new RangeError(`f returned ${above.length} and then ${below.length} numbers; return as many for every point`);
  }
  return above.map((value, i) => (value - at(below, i)) / (2 * h));
}
