"""Linear algebra on small dense matrices: elimination with pivots, and rotations for eigenvalues and singular values."""

import math

from . import _ufuncs as u
from ._array import make, ndarray, permuted, result_of, values_of
from ._creation import asarray, eye, zeros
from ._dtypes import FLOAT, INT, cast
from ._products import cross, dot, matmul, matrix_power, tensordot, vecdot
from ._products import outer as outer_of_any
from ._products import trace as trace_of_first
from ._refusal import RefusedName, default_only, refuse
from ._shaping import as_axes, matrix_transpose
from ._warnings import errstate

__all__ = [
    "LinAlgError", "cond", "cross", "det", "eigvalsh", "inv", "lstsq", "matmul", "matrix_norm", "matrix_power",
    "matrix_rank", "matrix_transpose", "norm", "outer", "pinv", "slogdet", "solve", "svdvals", "tensordot", "trace",
    "vecdot", "vector_norm",
]  # fmt: skip


class LinAlgError(ValueError):
    """A matrix for which there is no answer."""


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
    """Raises unless `a` is one square matrix."""
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a._shape[-1] != a._shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if a.ndim > 2:
        raise refuse("Linear algebra on a stack of matrices", "Take one matrix at a time.")


def _rows(a):
    """The rows of a matrix as lists of floats, to be changed."""
    n, m = a._shape
    values = cast(values_of(a), a._dtype, FLOAT)
    return [values[k * m : (k + 1) * m] for k in range(n)]


def _check_numbers(function, a):
    """The rows of a matrix without nan and infinities, with which elimination would not say what NumPy says."""
    if not all(v - v == 0 for v in values_of(a)):
        raise refuse(f"{function} with elements that are not finite", "Leave those rows out first.")
    return _rows(a)


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
    """The x with a · x = b."""
    a, b = asarray(a), asarray(b)
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
    right = _rows(b.reshape((n, 1)) if b.ndim == 1 else b)
    rows = [row + more for row, more in zip(_check_numbers("solve", a), right)]
    if _eliminated(rows, n) == 0:
        raise LinAlgError("Singular matrix")
    return _of_rows(_substituted(rows, n), b.size // n if n else 0).reshape(b._shape)


def inv(a):
    """The inverse of a matrix."""
    a = asarray(a)
    check_square(a)
    return solve(a, eye(a._shape[0]))


def det(a):
    """The determinant, by way of the logarithms of the pivots, as NumPy computes it."""
    sign, logarithm = slogdet(a)
    return u.multiply(sign, u.exp(logarithm))


class SlogdetResult(tuple):
    """A pair with the names `sign` and `logabsdet`."""

    sign = property(lambda self: self[0])
    logabsdet = property(lambda self: self[1])

    def __repr__(self):
        return f"SlogdetResult(sign={self[0]!r}, logabsdet={self[1]!r})"


def slogdet(a):
    """The sign of the determinant, and the logarithm of its size."""
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
    """The eigenvalues of a symmetric matrix, the smallest first, by Jacobi's rotations (Golub & Van Loan, 8.5)."""
    a = asarray(a)
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    check_square(a)
    rows = _check_numbers("eigvalsh", a if UPLO.upper() == "L" else a.T)
    n = len(rows)
    for i in range(n):
        for j in range(i + 1, n):
            rows[i][j] = rows[j][i]
    for _ in range(50):
        if not _is_coupled(rows):
            break
        for p in range(1, n):
            for q in range(p):
                _uncouple(rows, p, q)
    return make(sorted(rows[k][k] for k in range(n)), (n,), FLOAT)


def _is_coupled(rows):
    """Whether an element beside the diagonal still shows against those on it."""
    beside = max((abs(v) for i, row in enumerate(rows) for j, v in enumerate(row) if i != j), default=0.0)
    return beside > 2.0**-62 * max((abs(row[k]) for k, row in enumerate(rows)), default=0.0)


def _uncouple(rows, p, q):
    """Rotates axes p and q until the element that couples them is zero."""
    coupling = rows[p][q]
    if coupling == 0:
        return
    ratio = (rows[q][q] - rows[p][p]) / (2 * coupling)
    tangent = math.copysign(1.0, ratio) / (abs(ratio) + math.hypot(ratio, 1.0))
    cosine = 1 / math.hypot(tangent, 1.0)
    sine = tangent * cosine
    for row in rows:
        x, y = row[p], row[q]
        row[p], row[q] = cosine * x - sine * y, sine * x + cosine * y
    first, second = rows[p], rows[q]
    rows[p] = [cosine * x - sine * y for x, y in zip(first, second)]
    rows[q] = [sine * x + cosine * y for x, y in zip(first, second)]


def _singular_parts(a):
    """For a matrix of at least as many rows as columns: its columns rotated until they are orthogonal, and the rotations.

    One-sided Jacobi (Golub & Van Loan, 8.6). Returns (columns, rotation columns), the longest column first.
    """
    columns = _rows(a.T)
    n = len(columns)
    turns = [[1.0 if i == j else 0.0 for i in range(n)] for j in range(n)]
    for _ in range(60):
        turned = False
        for p in range(n - 1):
            for q in range(p + 1, n):
                turned |= _orthogonalize(columns, turns, p, q)
        if not turned:
            break
    order = sorted(range(n), key=lambda k: -_length(columns[k]))
    return [columns[k] for k in order], [turns[k] for k in order]


def _length(values):
    return math.hypot(*values)


def _inner(x, y):
    return math.fsum(p * q for p, q in zip(x, y))


def _orthogonalize(columns, turns, p, q):
    """Rotates two columns into orthogonal ones; returns whether they were not."""
    x, y = columns[p], columns[q]
    first, second, both = _inner(x, x), _inner(y, y), _inner(x, y)
    if both == 0 or abs(both) <= 1e-16 * math.sqrt(first) * math.sqrt(second):
        return False
    ratio = (second - first) / (2 * both)
    tangent = math.copysign(1.0, ratio) / (abs(ratio) + math.hypot(ratio, 1.0))
    cosine = 1 / math.hypot(tangent, 1.0)
    sine = tangent * cosine
    for pair in (columns, turns):
        x, y = pair[p], pair[q]
        pair[p] = [cosine * a - sine * b for a, b in zip(x, y)]
        pair[q] = [sine * a + cosine * b for a, b in zip(x, y)]
    return True


def _check_finite(a, what):
    if not all(v - v == 0 for v in values_of(a)):
        raise LinAlgError(f"{what} did not converge")


def svdvals(x, /):
    """The singular values of a matrix, the largest first."""
    a = asarray(x)
    if a.ndim != 2:
        if a.ndim < 2:
            raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
        raise refuse("Singular values of a stack of matrices", "Take one matrix at a time.")
    _check_finite(a, "SVD")
    columns, _ = _singular_parts(a if a._shape[0] >= a._shape[1] else a.T)
    return make([_length(column) for column in columns], (len(columns),), FLOAT)


def _minimal_solution(a, right, rcond):
    """The least-squares solutions of minimal length for columns `right`; with the rank and the singular values."""
    wide = a._shape[0] < a._shape[1]
    columns, turns = _singular_parts(a.T if wide else a)
    sizes = [_length(column) for column in columns]
    limit = rcond * max(sizes, default=0.0)
    kept = [k for k, size in enumerate(sizes) if size > limit]
    found = []
    for b in right:
        x = [0.0] * a._shape[1]
        for k in kept:
            left, through = (turns[k], columns[k]) if wide else (columns[k], turns[k])
            share = _inner(left, b) / sizes[k] / sizes[k]
            x = [v + share * t for v, t in zip(x, through)]
        found.append(x)
    return found, len(kept), sizes


def lstsq(a, b, rcond=None):
    """The x that makes a · x nearest to b; the squared residuals, the rank and the singular values of a."""
    a, b = asarray(a), asarray(b)
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    m, n = a._shape
    if b.ndim not in (1, 2):
        raise LinAlgError(f"{b.ndim}-dimensional array given. Array must be two-dimensional")
    if b._shape[0] != m:
        raise LinAlgError("Incompatible dimensions")
    _check_finite(a, "SVD")
    if rcond is None:
        rcond = 2.0**-52 * max(m, n)
    elif rcond == -1:
        rcond = 2.0**-52
    right = _rows((b.reshape((m, 1)) if b.ndim == 1 else b).T)
    found, rank, sizes = _minimal_solution(a, right, rcond)
    residuals = []
    if rank == n and m > n:
        rows = _rows(a)
        residuals = [
            sum((_inner(row, x) - y) ** 2 for row, y in zip(rows, column)) for x, column in zip(found, right)
        ]
    x = _of_rows(found, n).T
    x = x.reshape(n) if b.ndim == 1 else x.copy()
    return x, make(residuals, (len(residuals),), FLOAT), rank, make(sizes, (len(sizes),), FLOAT)


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    """The matrix that gives least-squares solutions of minimal length."""
    default_only("pinv", hermitian=hermitian or None, rtol=rtol)
    a = asarray(a)
    if a.ndim != 2:
        raise refuse("pinv of a stack of matrices", "Take one matrix at a time.")
    _check_finite(a, "SVD")
    m, n = a._shape
    found, _, _ = _minimal_solution(a, _rows(eye(m)), 1e-15 if rcond is None else float(rcond))
    return _of_rows(found, n).T.copy()


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values are not zero, as far as one can tell."""
    default_only("matrix_rank", hermitian=hermitian or None, rtol=rtol)
    a = asarray(A)
    if a.ndim < 2:
        return int(any(values_of(a)))
    sizes = values_of(svdvals(a))
    limit = max(sizes) * max(a._shape) * 2.0**-52 if tol is None else tol
    return result_of(make([sum(size > limit for size in sizes)], (), INT))


def cond(x, p=None):
    """How much a matrix may magnify relative errors."""
    x = asarray(x)
    if p in (None, 2, -2):
        sizes = svdvals(x)
        largest, smallest = sizes[0], sizes[-1]
        with errstate(divide="ignore", invalid="ignore"):
            found = u.divide(smallest, largest) if p == -2 else u.divide(largest, smallest)
        return u.fmax(found, math.inf) if found != found else found
    check_square(x)
    return norm(x, p) * norm(inv(x), p)


def norm(x, ord=None, axis=None, keepdims=False):
    """The length of a vector, or the size of a matrix."""
    x = asarray(x)
    if x._dtype is not FLOAT:
        x = x.astype(FLOAT)
    if axis is None:
        if ord is None or (ord in ("f", "fro") and x.ndim == 2) or (ord == 2 and x.ndim == 1):
            line = _memory_line(x)
            found = u.sqrt(dot(line, line))
            return asarray(found).reshape((1,) * x.ndim) if keepdims else found
        axis = tuple(range(x.ndim))
    if isinstance(ord, str) and (not isinstance(axis, (tuple, list)) or len(axis) == 1):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    axes = as_axes(axis, x.ndim)
    if len(axes) == 1:
        return _vector_norm(x, ord, axes[0], keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, ord, axes, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _memory_line(x):
    from ._layout import memory_order

    rows = permuted(x, memory_order(x._shape, [x._strides]))
    return rows.reshape(-1)


def _vector_norm(x, ord, axis, keepdims):
    sizes = u.absolute(x)
    if ord == math.inf:
        return sizes.max(axis, keepdims=keepdims)
    if ord == -math.inf:
        return sizes.min(axis, keepdims=keepdims)
    if ord == 0:
        return u.not_equal(x, 0).astype(FLOAT).sum(axis, keepdims=keepdims)
    if ord == 1:
        return sizes.sum(axis, keepdims=keepdims)
    if ord is None or ord == 2:
        return u.sqrt(u.multiply(x, x).sum(axis, keepdims=keepdims))
    return (sizes**ord).sum(axis, keepdims=keepdims) ** u.reciprocal(float(ord))


def _matrix_norm(x, ord, axes, keepdims):
    row, column = axes
    if row == column:
        raise ValueError("Duplicate axes given.")
    if ord in (None, "f", "fro"):
        return u.sqrt(u.multiply(x, x).sum(axes, keepdims=keepdims))
    if ord in (1, -1, math.inf, -math.inf):
        summed, other = (row, column) if abs(ord) == 1 else (column, row)
        totals = u.absolute(x).sum(summed, keepdims=True)
        found = totals.max(other, keepdims=True, initial=0.0) if ord > 0 else totals.min(other, keepdims=True)
        return found if keepdims else found.reshape([n for k, n in enumerate(x._shape) if k not in axes])[()]
    if ord in (2, -2, "nuc"):
        if x.ndim != 2:
            raise refuse(f"norm with ord={ord!r} of a stack of matrices", "Take one matrix at a time.")
        sizes = svdvals(x if row < column else x.T)
        found = sizes.sum() if ord == "nuc" else sizes.max(initial=0.0) if ord == 2 else sizes.min()
        return asarray(found).reshape((1, 1)) if keepdims else found
    raise ValueError("Invalid norm order for matrices.")


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    """The length of vectors along axes, or of all elements."""
    x = asarray(x)
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    if axis is None:
        found = norm(x.reshape(-1), ord)
        return result_of(asarray(found).reshape((1,) * x.ndim)) if keepdims else found
    if isinstance(axis, tuple):
        raise refuse("vector_norm along several axes", "Reshape first.")
    return norm(x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    """The size of a matrix."""
    return norm(asarray(x), ord, (-2, -1), keepdims)


def __getattr__(name):
    from ._coverage import refused_name

    raise refused_name("linalg", name)
