import { at } from '../../core/at.ts';
import { requireNotNegative } from '../check-argument.ts';
import { dot } from '../linear/dot.ts';
import { solve } from '../linear/solve.ts';
import type { DesignMatrix } from './design-matrix.ts';
import { requireSamples } from './least-squares.ts';

/**
 * The weights with the least mean squared error, without descent: the solution of `XᵀX w = Xᵀy`. A check on what a
 * descent finds. It squares the condition number of X, so that for polynomials of high degree few digits are right.
 *
 * @param ridge the number added to the diagonal of XᵀX for every weight but the last (the intercept): 0 or more, default
 *   0. It stands for adding `ridge / N` times the sum of the squared weights to the mean squared error.
 * @throws RangeError if there are no samples, not as many targets, the ridge is negative, or the columns depend on one
 *   another (fewer different samples than weights, say).
 * @see Trefethen & Bau, Numerical Linear Algebra, lecture 11
 */
export function normalEquations(rows: DesignMatrix, targets: readonly number[], ridge = 0): number[] {
  requireSamples(rows, targets);
  requireNotNegative('the ridge', ridge, '0.1');
  const columns = (rows[0] ?? []).map((_, j) => rows.map((row) => at(row, j)));
  const last = columns.length - 1;
  const products = columns.map((a, i) => columns.map((b, j) => dot(a, b) + (i === j && i < last ? ridge : 0)));
  return solve(
    products,
    columns.map((column) => dot(column, targets)),
  );
}
