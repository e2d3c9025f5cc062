"""The norms of vectors and matrices."""

import math

from .._core.array import permuted, result_of
from .._core.axes import as_axes
from .._core.conversion import asarray
from .._core.dtypes import FLOAT
from .._core.layout import memory_order
from .._functions.products import dot
from .._loops import ufuncs as u
from .._refusal import refuse
from .rotations import svdvals


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of a vector or a matrix.

    Float64. `ord` for vectors: None or 2, 1, inf, -inf, 0 (the number of nonzero elements), or a power; for matrices:
    None or "fro", 1, -1, inf, -inf, 2, -2 (singular values), "nuc". Without `ord` and axis, the 2-norm of all elements.
    Raises ValueError for an unknown order.
    """
    x = asarray(x)
    if x._dtype is not FLOAT:
        x = x.astype(FLOAT)
    if axis is None:
        if ord is None or (ord in ("f", "fro") and x.ndim == 2) or (ord == 2 and x.ndim == 1):
            line = _memory_line(x)
            found = u.sqrt(dot(line, line))
            return asarray(found).reshape((1,) * x.ndim) if keepdims and x.ndim else found
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
    rows = permuted(x, memory_order(x._shape, [x._strides]))
    return rows.reshape(-1)


def _vector_norm(x, ord, axis, keepdims):
    sizes = u.absolute(x)
    if ord == math.inf:
        return sizes.max(axis, keepdims=keepdims, initial=0.0)
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
    """The norm of vectors along axes, or of all elements."""
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
    """The norm of a matrix."""
    return norm(asarray(x), ord, (-2, -1), keepdims)
