"""Linear algebra on small dense matrices: elimination with pivots, and least squares."""

import math

from .._core.array import make, result_of, values_of
from .._core.conversion import asarray
from .._core.dtypes import FLOAT, INT
from .._core.warnings import errstate
from .._functions.creation import eye
from .._functions.products import matmul, outer as outer_of_any, rows_of, trace as trace_of_first
from .._loops import ufuncs as u
from .._refusal import default_only, refuse
from ..exceptions import LinAlgError
from .norms import norm
from .rotations import check_finite, inner_product, length_of, singular_parts, svdvals, symmetric_eigenvalues


def outer(x1, x2, /):
    """The product of every element of one vector with every element of another."""
    a, b = asarray(x1), asarray(x2)
    if a.ndim != 1 or b.ndim != 1:
        raise ValueError(f"Input arrays must be one-dimensional, but they are x1.ndim={a.ndim} and x2.ndim={b.ndim}.")
    return outer_of_any(a, b)


def trace(x, /, *, offset=0, dtype=None):
    """The sum of a diagonal of a matrix."""
    if asarray(x).ndim > 2:
        raise refuse("linalg.trace of a stack of matrices", "Take one matrix at a time.")
    return trace_of_first(x, offset, dtype=dtype)


def check_square(a):
    """Raises LinAlgError unless `a` is one square matrix."""
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a._shape[-1] != a._shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if a.ndim > 2:
        raise refuse("Linear algebra on a stack of matrices", "Take one matrix at a time.")


def _check_numbers(function, a):
    """The rows of a matrix. Raises for nan and infinities, for which elimination would differ from NumPy."""
    if not all(v - v == 0 for v in values_of(a)):
        raise refuse(f"{function} with elements that are not finite", "Remove those rows first.")
    return rows_of(a, FLOAT)


def _of_rows(rows, columns):
    return make([v for row in rows for v in row], (len(rows), columns), FLOAT)


def _eliminated(rows, width):
    """Gaussian elimination with partial pivoting of the first `width` columns, in place.

    Returns the sign of the permutation, 0 if a pivot is exactly zero.
    """
    sign = 1
    for k in range(width):
        pivot = max(range(k, width), key=lambda i: abs(rows[i][k]))
        if rows[pivot][k] == 0:
            return 0
        if pivot != k:
            rows[k], rows[pivot] = rows[pivot], rows[k]
            sign = -sign
        top = rows[k]
        for i in range(k + 1, width):
            row = rows[i]
            factor = row[k] / top[k]
            if factor != 0.0:
                rows[i] = row[: k + 1] + [x - factor * y for x, y in zip(row[k + 1 :], top[k + 1 :])]
    return sign


def _substituted(rows, width):
    """The solutions, row by row, of an eliminated system whose right-hand sides follow its first `width` columns."""
    found = [[]] * width
    for k in reversed(range(width)):
        rest = rows[k][width:]
        for j in range(k + 1, width):
            factor = rows[k][j]
            rest = [x - factor * y for x, y in zip(rest, found[j])]
        found[k] = [x / rows[k][k] for x in rest]
    return found


def solve(a, b):
    """The solution x of a · x = b.

    Float64, shape of b. Gaussian elimination with partial pivoting (Golub & Van Loan, Matrix Computations, 3.4). Raises
    LinAlgError for a matrix that is not square or is singular, ValueError for lengths that do not match; stacks of
    matrices are not supported.
    """
    a, b = asarray(a), asarray(b)
    n = _count_unknowns(a, b)
    right = rows_of(b.reshape((n, 1)) if b.ndim == 1 else b, FLOAT)
    rows = [row + more for row, more in zip(_check_numbers("solve", a), right)]
    if _eliminated(rows, n) == 0:
        raise LinAlgError("Singular matrix")
    return _of_rows(_substituted(rows, n), b.size // n if n else 0).reshape(b._shape)


def _count_unknowns(a, b):
    """The number of equations and of unknowns in a · x = b, once both sides are known to fit."""
    check_square(a)
    n = a._shape[0]
    if b.ndim == 0 or b.ndim > 2:
        raise refuse("solve with such a right-hand side", "Give a vector or a matrix.")
    if b._shape[0] != n:
        signature = "(m,m),(m)->(m)" if b.ndim == 1 else "(m,m),(m,n)->(m,n)"
        name = "solve1" if b.ndim == 1 else "solve"
        raise ValueError(
            f"{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} "
            f"(size {b._shape[0]} is different from {n})"
        )
    return n


def inv(a):
    """The inverse of a matrix.

    Float64, shape of a. Solves for the columns of the identity. Raises LinAlgError for a matrix that is not square or
    is singular.
    """
    a = asarray(a)
    check_square(a)
    return solve(a, eye(a._shape[0]))


def det(a):
    """The determinant, computed as in NumPy from the logarithms of the pivots.

    Float64. Raises LinAlgError for a matrix that is not square.
    """
    sign, logarithm = slogdet(a)
    return u.multiply(sign, u.exp(logarithm))


class SlogdetResult(tuple):
    """A pair with the names `sign` and `logabsdet`."""

    sign = property(lambda self: self[0])
    logabsdet = property(lambda self: self[1])

    def __repr__(self):
        return f"SlogdetResult(sign={self[0]!r}, logabsdet={self[1]!r})"


def slogdet(a):
    """The sign of the determinant, and the logarithm of its absolute value.

    Two float64; 0 and -inf for a singular matrix. The pivots of Gaussian elimination. Raises LinAlgError for a matrix
    that is not square.
    """
    a = asarray(a)
    check_square(a)
    rows = _check_numbers("slogdet", a)
    sign, logarithm = float(_eliminated(rows, len(rows))), 0.0
    if sign == 0:
        logarithm = -math.inf
    else:
        for k, row in enumerate(rows):
            sign = -sign if row[k] < 0 else sign
            logarithm += math.log(abs(row[k]))
    return SlogdetResult(result_of(make([v], (), FLOAT)) for v in (sign, logarithm))


def eigvalsh(a, UPLO="L"):
    """The eigenvalues of a symmetric matrix, the smallest first, by Jacobi's rotations (Golub & Van Loan, 8.5).

    Float64, shape (n,). Only one triangle is read: the lower, or the upper for "U". Raises LinAlgError for a matrix
    that is not square.
    """
    a = asarray(a)
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    check_square(a)
    rows = _check_numbers("eigvalsh", a if UPLO.upper() == "L" else a.T)
    return make(symmetric_eigenvalues(rows), (len(rows),), FLOAT)


def _minimal_solution(a, right, rcond):
    """The least-squares solutions of minimal length for the columns `right`, the rank and the singular values."""
    wide = a._shape[0] < a._shape[1]
    columns, turns = singular_parts(a.T if wide else a)
    sizes = [length_of(column) for column in columns]
    limit = rcond * max(sizes, default=0.0)
    kept = [k for k, size in enumerate(sizes) if size > limit]
    found = []
    for b in right:
        x = [0.0] * a._shape[1]
        for k in kept:
            left, through = (turns[k], columns[k]) if wide else (columns[k], turns[k])
            share = inner_product(left, b) / sizes[k] / sizes[k]
            x = [v + share * t for v, t in zip(x, through)]
        found.append(x)
    return found, len(kept), sizes


def lstsq(a, b, rcond=None):
    """The least-squares solution of a · x = b, the squared residuals, the rank and the singular values of a.

    By the singular values, from one-sided Jacobi rotations (Golub & Van Loan, 8.6.3); those below rcond times the
    largest count as 0. Raises LinAlgError for shapes that do not match, or nan and infinities in a.
    """
    a, b = asarray(a), asarray(b)
    _check_equations(a, b)
    if rcond in (None, -1):
        rcond = 2.0**-52 * (1 if rcond else max(a._shape))
    right = rows_of((b.reshape((b.size, 1)) if b.ndim == 1 else b).T, FLOAT)
    found, rank, sizes = _minimal_solution(a, right, rcond)
    residuals = _squared_residuals(a, found, right) if a._shape[0] > a._shape[1] == rank else []
    x = _of_rows(found, a._shape[1]).T
    x = x.reshape(x.size) if b.ndim == 1 else x.copy()
    return x, make(residuals, (len(residuals),), FLOAT), rank, make(sizes, (len(sizes),), FLOAT)


def _check_equations(a, b):
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    if b.ndim not in (1, 2):
        raise LinAlgError(f"{b.ndim}-dimensional array given. Array must be two-dimensional")
    if b._shape[0] != a._shape[0]:
        raise LinAlgError("Incompatible dimensions")
    if not all(v - v == 0 for v in values_of(a)):
        raise LinAlgError("SVD did not converge in Linear Least Squares")


def _squared_residuals(a, found, right):
    rows = rows_of(a, FLOAT)
    return [sum((inner_product(row, x) - y) ** 2 for row, y in zip(rows, column)) for x, column in zip(found, right)]


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    """The pseudoinverse, which gives least-squares solutions of minimal length.

    Float64, shape (n, m) for a of shape (m, n). By the singular values. Raises LinAlgError for nan and infinities.
    """
    default_only("pinv", hermitian=hermitian or None, rtol=rtol)
    a = asarray(a)
    if a.ndim != 2:
        raise refuse("pinv of a stack of matrices", "Take one matrix at a time.")
    check_finite(a, "SVD")
    m, n = a._shape
    found, _, _ = _minimal_solution(a, rows_of(eye(m), FLOAT), 1e-15 if rcond is None else float(rcond))
    return _of_rows(found, n).T.copy()


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """The numerical rank: the number of singular values that are not zero within a tolerance.

    The tolerance is the largest singular value times the longer side times 2**-52, unless `tol` is given.
    """
    default_only("matrix_rank", hermitian=hermitian or None, rtol=rtol)
    a = asarray(A)
    if a.ndim < 2:
        return int(any(values_of(a)))
    sizes = values_of(svdvals(a))
    limit = max(sizes) * max(a._shape) * 2.0**-52 if tol is None else tol
    return result_of(make([sum(size > limit for size in sizes)], (), INT))


def cond(x, p=None):
    """The condition number of a matrix: the maximum factor by which it magnifies relative errors.

    The largest singular value divided by the smallest; with `p`, the norm of x times that of its inverse. Raises
    LinAlgError if an inverse is needed and x is not square or is singular.
    """
    x = asarray(x)
    if p in (None, 2, -2):
        sizes = svdvals(x)
        largest, smallest = sizes[0], sizes[-1]
        with errstate(divide="ignore", invalid="ignore"):
            found = u.divide(smallest, largest) if p == -2 else u.divide(largest, smallest)
        return u.fmax(found, math.inf) if found != found else found
    check_square(x)
    return norm(x, p) * norm(inv(x), p)


def matrix_power(a, n):
    """A square matrix multiplied by itself n times.

    By repeated squaring; a negative n takes the inverse first. Raises LinAlgError for a matrix that is not square,
    TypeError for an exponent that is no integer.
    """
    a = asarray(a)
    check_square(a)
    if not hasattr(n, "__index__"):
        raise TypeError("exponent must be an integer")
    if n < 0:
        a, n = inv(a), -n
    if n == 0:
        return eye(a._shape[0], dtype=a._dtype)
    return _positive_power(a, n)


def _positive_power(a, n):
    if n <= 3:
        return a.copy() if n == 1 else matmul(a, a) if n == 2 else matmul(matmul(a, a), a)
    found = None
    while n:
        if n & 1:
            found = a if found is None else matmul(found, a)
        n >>= 1
        if n:
            a = matmul(a, a)
    return found
