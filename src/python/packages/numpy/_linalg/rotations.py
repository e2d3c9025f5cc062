"""Eigenvalues and singular values by Jacobi's rotations."""

import math

from .._core.array import make, values_of
from .._core.conversion import asarray
from .._core.dtypes import FLOAT
from .._functions.products import rows_of
from .._refusal import refuse
from ..exceptions import LinAlgError


def symmetric_eigenvalues(rows):
    """The eigenvalues of a symmetric matrix, sorted, by Jacobi's rotations (Golub & Van Loan, 8.5).

    `rows` are overwritten; only the elements on and below the diagonal are read.
    """
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
    return sorted(rows[k][k] for k in range(n))


def _is_coupled(rows):
    """Whether an off-diagonal element is still significant relative to the diagonal."""
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


def singular_parts(a):
    """The columns of a matrix, rotated until they are orthogonal, and the rotations. It needs at most as many as rows.

    One-sided Jacobi (Golub & Van Loan, 8.6). Returns (columns, rotation columns), the longest column first.
    """
    columns = rows_of(a.T, FLOAT)
    n = len(columns)
    turns = [[1.0 if i == j else 0.0 for i in range(n)] for j in range(n)]
    for _ in range(60):
        turned = False
        for p in range(n - 1):
            for q in range(p + 1, n):
                turned |= _orthogonalize(columns, turns, p, q)
        if not turned:
            break
    order = sorted(range(n), key=lambda k: -length_of(columns[k]))
    return [columns[k] for k in order], [turns[k] for k in order]


def length_of(values):
    """The length of a vector."""
    return math.hypot(*values)


def inner_product(x, y):
    """The sum of the products of two vectors, rounded once."""
    return math.fsum(p * q for p, q in zip(x, y))


def _orthogonalize(columns, turns, p, q):
    """Rotates two columns into orthogonal ones; returns whether they were not."""
    x, y = columns[p], columns[q]
    first, second, both = inner_product(x, x), inner_product(y, y), inner_product(x, y)
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


def check_finite(a, what):
    """Raises if an element is nan or infinite, since the iteration for `what` would not converge."""
    values = list(values_of(a))
    if any(v != v for v in values):
        raise LinAlgError(f"{what} did not converge")
    if not all(v - v == 0 for v in values):
        raise refuse(f"The {what} of a matrix with infinite elements", "Remove those rows first.")


def svdvals(x, /):
    """The singular values of a matrix, the largest first."""
    a = asarray(x)
    if a.ndim != 2:
        if a.ndim < 2:
            raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
        raise refuse("Singular values of a stack of matrices", "Take one matrix at a time.")
    check_finite(a, "SVD")
    columns, _ = singular_parts(a if a._shape[0] >= a._shape[1] else a.T)
    return make([length_of(column) for column in columns], (len(columns),), FLOAT)
