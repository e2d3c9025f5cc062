"""Arrays from numbers, sequences and rules."""

from itertools import islice

from .._core.array import make, values_of, view
from .._core.assignment import assign
from .._core.conversion import _check_order, array, as_index, as_python, as_shape, asarray, stored_as
from .._core.dtypes import INT, as_dtype, cast, given_dtype
from .._core.layout import indices, is_row_major, size_of
from .._refusal import default_only, refuse
from .shaping import broadcast_arrays


def filled(shape, value, dtype):
    """A new array filled with one Python value."""
    return make([value] * size_of(shape), shape, dtype)


def zeros(shape, dtype=float, order="C", *, device=None, like=None):
    """An array of zeros.

    Shape `shape`; float64 unless `dtype` is given. Raises ValueError for a negative length.
    """
    return full(shape, 0, as_dtype(dtype), order, device=device, like=like)


def ones(shape, dtype=None, order="C", *, device=None, like=None):
    """An array of ones.

    Shape `shape`; float64 unless `dtype` is given. Raises ValueError for a negative length.
    """
    return full(shape, 1, as_dtype(dtype), order, device=device, like=like)


def empty(shape, dtype=float, order="C", *, device=None, like=None):
    """An array of zeros; NumPy's `empty` has arbitrary values."""
    return zeros(shape, dtype, order, device=device, like=like)


def full(shape, fill_value, dtype=None, order="C", *, device=None, like=None):
    """An array filled with `fill_value`; an array-like broadcasts to the shape.

    The dtype is that of `fill_value` unless one is given. Raises ValueError for a negative length, or a value that does
    not broadcast.
    """
    default_only("full", device=device, like=like)
    _check_order("full", order)
    value = asarray(fill_value)
    dtype = given_dtype(dtype) or value._dtype
    made = filled(as_shape(shape), as_python(0, dtype), dtype)
    assign(made, value)
    return made


def _zeros_placed_like(a, dtype):
    """Zeros of a dtype, with the memory layout of `a`."""
    zeros_there = view(a, a._shape, a._strides)
    zeros_there._data, zeros_there._dtype = [as_python(0, dtype)] * len(a._data), dtype
    return zeros_there


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """An array of the shape and dtype of `a`, filled with `fill_value`."""
    default_only("full_like", device=device)
    _check_order("full_like", order)
    a = asarray(a)
    dtype = given_dtype(dtype) or a._dtype
    if shape is not None:
        return full(shape, fill_value, dtype)
    if is_row_major(a._shape, a._strides):
        return full(a._shape, fill_value, dtype)
    made = stored_as(_zeros_placed_like(a, dtype), dtype)
    made[...] = asarray(fill_value)
    return made


def zeros_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """Zeros in the shape and dtype of `a`."""
    return full_like(a, 0, dtype, order, subok, shape, device=device)


def ones_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """Ones in the shape and dtype of `a`."""
    return full_like(a, 1, dtype, order, subok, shape, device=device)


def empty_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """Zeros in the shape and dtype of `a`; NumPy's `empty_like` has arbitrary values."""
    return full_like(a, 0, dtype, order, subok, shape, device=device)


def eye(N, M=None, k=0, dtype=float, order="C", *, device=None, like=None):
    """Ones on the k-th diagonal, zeros elsewhere.

    Shape (N, M), or (N, N).
    """
    default_only("eye", device=device, like=like)
    _check_order("eye", order)
    n, m, k = as_index(N), as_index(N if M is None else M), as_index(k)
    found = zeros((n, m), dtype)
    one = as_python(1, found._dtype)
    for row in range(n):
        if 0 <= row + k < m:
            found._data[row * m + row + k] = one
    return found


def identity(n, dtype=None, *, like=None):
    """The square matrix with ones on its diagonal.

    Shape (n, n); float64 unless `dtype` is given.
    """
    return eye(n, dtype=dtype, like=like)


def diag(v, k=0):
    """The k-th diagonal of a matrix; or, for a vector, the matrix with that diagonal.

    Raises ValueError for an array that is neither a vector nor a matrix.
    """
    v, k = asarray(v), as_index(k)
    if v.ndim == 1:
        size = v.size + abs(k)
        found = filled((size, size), as_python(0, v._dtype), v._dtype)
        for place, value in enumerate(values_of(v)):
            found._data[(place + max(0, -k)) * size + place + max(0, k)] = value
        return found
    if v.ndim != 2:
        raise ValueError("Input must be 1- or 2-d.")
    return diagonal(v, k)


def diagonal(a, offset=0, axis1=0, axis2=1):
    """A diagonal of a matrix, `offset` columns to the right of the main one, as a read-only view.

    Raises ValueError for fewer than two axes; arrays with more than two, and other axes, are not supported.
    """
    a = asarray(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    if a.ndim != 2 or (axis1, axis2) != (0, 1):
        raise refuse("The diagonal of an array with more than two axes", "Take one matrix at a time.")
    (n, m), (down, right) = a._shape, a._strides
    length = max(0, min(n, m - offset) if offset >= 0 else min(n + offset, m))
    start = a._offset + (offset * right if offset >= 0 else -offset * down) * (length > 0)
    return view(a, (length,), (down + right,), start, writeable=False)


def _triangle(m, keep):
    m = asarray(m)
    if m.ndim < 2:
        raise refuse("A triangle of a vector", "Give a matrix.")
    rows, columns = m._shape[-2:]
    mask = [keep(i, j) for i in range(rows) for j in range(columns)]
    zero = as_python(0, m._dtype)
    repeated = mask * (m.size // len(mask) if mask else 0)
    return make([v if ok else zero for v, ok in zip(values_of(m), repeated)], m._shape, m._dtype)


def tril(m, k=0):
    """The lower triangle: elements above the k-th diagonal become zero.

    Shape and dtype of `m`; the last two axes are the matrix. A vector is refused.
    """
    return _triangle(m, lambda i, j: j <= i + k)


def triu(m, k=0):
    """The upper triangle: elements below the k-th diagonal become zero.

    Shape and dtype of `m`; the last two axes are the matrix. A vector is refused.
    """
    return _triangle(m, lambda i, j: j >= i + k)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    """Ones on and below the k-th diagonal."""
    default_only("tri", like=like)
    return tril(ones((N, N if M is None else M), dtype), k)


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """The coordinates of all points of a grid, one array for each axis.

    A tuple of arrays of the shape of the grid: (len(y), len(x), …) for "xy", (len(x), len(y), …) for "ij"; with
    `sparse`, of arrays that broadcast to it. Raises ValueError for another `indexing`.
    """
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    axes = [asarray(x).reshape(-1) for x in xi]
    swap = indexing == "xy" and len(axes) > 1
    order = [1, 0, *range(2, len(axes))] if swap else list(range(len(axes)))
    lines = []
    for k, x in enumerate(axes):
        shape = [1] * len(axes)
        shape[order.index(k) if swap else k] = x.size
        lines.append(x.reshape(shape))
    if sparse:
        return tuple(x.copy() if copy else x for x in lines)
    grids = broadcast_arrays(*lines)
    return tuple(grid.copy() if copy else grid for grid in grids)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """The result of a function that is called with the index arrays."""
    default_only("fromfunction", like=like)
    return function(*grid_indices(as_shape(shape), as_dtype(dtype)), **kwargs)


def grid_indices(shape, dtype):
    """For each axis, the array of every element's index along it."""
    columns = list(zip(*indices(shape))) or [()] * len(shape)
    return [make(cast(list(column), INT, dtype), shape, dtype) for column in columns]


def fromiter(iter, dtype, count=-1, *, like=None):
    """A one-dimensional array of the items of an iterable.

    Shape (n,). At most `count` elements are taken, all if it is negative.
    """
    default_only("fromiter", like=like)
    return array(list(iter if count < 0 else islice(iter, count)), dtype)
