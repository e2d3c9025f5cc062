import { at } from '../../src/core/at.ts';
import { requireFinite } from '../../src/numeric/check-argument.ts';

/** Every sweep squares what is left beside the diagonal, so that ten are plenty; the limit only ends a mistake. */
const mostSweeps = 50;

/**
 * The eigenvalues of a symmetric matrix, the smallest first, by Jacobi's rotations. Those of a Hessian are the smallest
 * curvature at its point, the largest, and those between; the largest divided by the smallest is the condition number.
 *
 * Errors are about 1e-16 of the largest eigenvalue. Meant for small matrices: a sweep takes the cube of the size.
 *
 * @param matrix by rows. Only the part on and below the diagonal is read, as in `numpy.linalg.eigvalsh`.
 * @throws RangeError if the matrix is not square or one of its elements is not finite.
 * @see Golub & Van Loan, Matrix Computations, 4th ed., section 8.5
 */
export function symmetricEigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const a = symmetric(matrix);
  for (let sweep = 0; sweep < mostSweeps && isCoupled(a); sweep++) {
    for (let p = 1; p < a.length; p++) for (let q = 0; q < p; q++) uncouple(a, p, q);
  }
  return a.map((row, i) => at(row, i)).sort((x, y) => x - y);
}

function symmetric(matrix: readonly (readonly number[])[]): number[][] {
  if (matrix.some((row) => row.length !== matrix.length)) {
    throw new RangeError(
      `the matrix has rows of ${matrix.map((row) => row.length).join(', ')} elements; write a square one`,
    );
  }
  return matrix.map((row, i) =>
    row.map((_, j) => requireFinite('an element', element(matrix, Math.max(i, j), Math.min(i, j)), '1')),
  );
}

function element(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return at(at(matrix, row), column);
}

/** Whether anything beside the diagonal still shows against the elements on it. */
function isCoupled(a: readonly (readonly number[])[]): boolean {
  const sizeWhere = (chosen: (i: number, j: number) => boolean) =>
    Math.max(0, ...a.flatMap((row, i) => row.filter((_, j) => chosen(i, j)).map(Math.abs)));
  return sizeWhere((i, j) => i !== j) > Number.EPSILON * 1e-3 * sizeWhere((i, j) => i === j);
}

/** Rotates axes p and q until the element that couples them is zero. */
function uncouple(a: number[][], p: number, q: number): void {
  const coupling = element(a, p, q);
  if (coupling === 0) return;
  const ratio = (element(a, q, q) - element(a, p, p)) / (2 * coupling);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of a) rotate(row, p, q, cosine, sine);
  const [rowP, rowQ] = [at(a, p), at(a, q)];
  a[p] = rowP.map((x, j) => cosine * x - sine * at(rowQ, j));
  a[q] = rowQ.map((x, j) => sine * at(rowP, j) + cosine * x);
}

function rotate(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [at(row, p), at(row, q)];
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}
