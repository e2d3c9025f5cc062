import { at } from '../../core/at.ts';

/**
 * The solution x of `matrix · x = right`, by Gaussian elimination with partial pivoting. For small dense systems: the
 * work grows with the cube of the size. Neither argument is changed.
 *
 * @param matrix square, by rows.
 * @throws RangeError if the matrix is empty, not square or singular (a pivot is below 1e-13 of its largest element),
 *   or the right-hand side is of another length.
 * @see Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., algorithm 9.2
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = augmented(matrix, right);
  const least = 1e-13 * Math.max(...matrix.flat().map(Math.abs));
  for (let k = 0; k < rows.length; k++) eliminate(rows, k, least);
  return substituteBack(rows);
}

function augmented(matrix: readonly (readonly number[])[], right: readonly number[]): number[][] {
  const size = matrix.length;
  if (size === 0 || matrix.some((row) => row.length !== size)) {
    throw new RangeError(
      `the matrix has rows of ${matrix.map((row) => row.length).join(', ') || 'no'} elements; write a square one`,
    );
  }
  if (right.length !== size) {
    throw new RangeError(
      `the right-hand side has ${right.length} elements and the matrix ${size} rows; write one for each`,
    );
  }
  return matrix.map((row, i) => [...row, at(right, i)]);
}

/** Brings the largest element of column k to the diagonal and clears those below it. */
function eliminate(rows: number[][], k: number, least: number): void {
  const below = rows.slice(k).map((row) => Math.abs(at(row, k)));
  const largest = Math.max(...below);
  if (!(largest > least)) throw new RangeError('the matrix is singular; its rows say the same thing twice');
  const pivot = rows.splice(k + below.indexOf(largest), 1)[0] ?? [];
  rows.splice(k, 0, pivot);
  for (const row of rows.slice(k + 1)) {
    const factor = at(row, k) / at(pivot, k);
    for (let j = k; j < row.length; j++) row[j] = at(row, j) - factor * at(pivot, j);
  }
}

function substituteBack(rows: readonly (readonly number[])[]): number[] {
  const x: number[] = rows.map(() => 0);
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    let rest = at(row, rows.length);
    for (let j = i + 1; j < rows.length; j++) rest -= at(row, j) * at(x, j);
    x[i] = rest / at(row, i);
  }
  return x;
}
