"""Arrays from numbers, sequences and rules."""

import math

from ._array import make, values_of, view
from ._conversion import _check_order, array, as_index, as_python, as_shape, asarray, stored_as
from ._dtypes import BOOL, FLOAT, INT, as_dtype, cast, given_dtype, promoted
from ._layout import indices, is_row_major, size_of
from ._refusal import default_only, refuse


def filled(shape, value, dtype):
    """A new array with the same Python value everywhere."""
    return make([value] * size_of(shape), shape, dtype)


def zeros(shape, dtype=float, order="C", *, device=None, like=None):
    """An array of zeros."""
    return full(shape, 0, as_dtype(dtype), order, device=device, like=like)


def ones(shape, dtype=None, order="C", *, device=None, like=None):
    """An array of ones."""
    return full(shape, 1, as_dtype(dtype), order, device=device, like=like)


def empty(shape, dtype=float, order="C", *, device=None, like=None):
    """An array to be written: zeros, where NumPy leaves what happens to be there."""
    return zeros(shape, dtype, order, device=device, like=like)


def full(shape, fill_value, dtype=None, order="C", *, device=None, like=None):
    """An array that holds `fill_value` everywhere; an array-like broadcasts to the shape."""
    from ._array import assign

    default_only("full", device=device, like=like)
    _check_order("full", order)
    value = asarray(fill_value)
    dtype = given_dtype(dtype) or value._dtype
    made = filled(as_shape(shape), as_python(0, dtype), dtype)
    assign(made, value)
    return made


def _zeros_placed_like(a, dtype):
    """Zeros of a dtype that lie in memory as the elements of `a` do."""
    zeros_there = view(a, a._shape, a._strides)
    zeros_there._data, zeros_there._dtype = [as_python(0, dtype)] * len(a._data), dtype
    return zeros_there


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """An array of the shape and dtype of `a` that holds `fill_value`."""
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
    """An array to be written, in the shape and dtype of `a`: zeros."""
    return full_like(a, 0, dtype, order, subok, shape, device=device)


_MISSING = object()


def arange(start_or_stop=_MISSING, /, stop=None, step=None, dtype=None, *, start=None, device=None, like=None):
    """Numbers from start up to, and without, stop."""
    default_only("arange", device=device, like=like)
    if start is not None:
        start_or_stop, stop = start, start_or_stop if stop is None and start_or_stop is not _MISSING else stop
    if start_or_stop is _MISSING:
        if stop is None:
            raise TypeError("arange() requires stop to be specified.")
        start_or_stop = 0
    elif start_or_stop is None and stop is None:
        raise TypeError("unsupported operand type(s) for -: 'NoneType' and 'int'")
    elif stop is None and start is None:
        start_or_stop, stop = 0, start_or_stop
    ends = [asarray(0 if v is None else v) for v in (start_or_stop, stop)] + [asarray(1 if step is None else step)]
    if any(v._shape for v in ends):
        raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
    dtype = given_dtype(dtype) or promoted([v._dtype for v in ends] + [INT])
    first, last, step = (v.item() for v in ends)
    if step == 0:
        is_float = isinstance(last - first + step, float)
        raise ZeroDivisionError("float division by zero" if is_float else "division by zero")
    length = _length(first, last, step)
    return make(_steps(first, step, length, dtype), (length,), dtype)


def _length(first, last, step):
    count = (last - first) / step
    if count != count:
        raise ValueError("arange: cannot compute length")
    if count in (math.inf, -math.inf) or count > 2**62:
        raise ValueError("Maximum allowed size exceeded")
    return max(0, math.ceil(count))


def _steps(first, step, length, dtype):
    """As NumPy fills: from the first two elements, in the dtype of the result."""
    if dtype is BOOL:
        if length > 2:
            raise TypeError("arange() is only supported for booleans when the result has at most length 2.")
        return [bool(first), bool(first + step)][:length]
    begin = as_python(first, dtype)
    delta = as_python(first + step, dtype) - begin
    return [begin + k * delta if k else begin for k in range(length)]


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    """`num` numbers from start to stop, equally far apart."""
    from ._ufuncs import add, divide, floor, multiply, subtract

    default_only("linspace", device=device)
    if axis not in (0, None):
        raise refuse("The argument `axis` of linspace", "Leave it out and transpose the result.")
    num = as_index(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    first, last = multiply(start, 1.0), multiply(stop, 1.0)
    distance = asarray(subtract(last, first))
    parts = num - 1 if endpoint else num
    counts = make([float(k) for k in range(num)], (num,) + (1,) * distance.ndim, FLOAT)
    if parts > 0:
        step = divide(distance, parts)
        if 0.0 in values_of(asarray(step)):
            found = multiply(divide(counts, parts), distance)
        else:
            found = multiply(counts, step)
    else:
        step, found = math.nan, multiply(counts, distance)
    found = asarray(add(found, first))
    if endpoint and num > 1:
        found[-1, ...] = last
    dtype = given_dtype(dtype) or FLOAT
    if dtype is INT:
        found = floor(found)
    found = found if dtype is FLOAT else stored_as(found, dtype)
    return (found, step) if retstep else found


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """Numbers equally far apart on a logarithmic scale: powers of `base` from start to stop."""
    from ._ufuncs import power

    found = power(base, linspace(start, stop, num, endpoint, axis=axis))
    return found if dtype is None else found.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers from start to stop, each the same multiple of the one before."""
    start, stop = asarray(start), asarray(stop)
    if start._shape or stop._shape:
        raise refuse("geomspace between arrays", "Call it once for each pair.")
    first, last = float(start.item()), float(stop.item())
    if first == 0 or last == 0:
        raise ValueError("Geometric sequence cannot include zero")
    if (first < 0) != (last < 0):
        raise refuse("geomspace from one sign to the other", "The powers between them are complex numbers.")
    sign = -1.0 if first < 0 else 1.0
    data = values_of(logspace(math.log10(sign * first), math.log10(sign * last), num, endpoint))
    if num > 0:
        data[0] = sign * first
        if num > 1 and endpoint:
            data[-1] = sign * last
    found = make([sign * v for v in data], (num,), FLOAT)
    return found if dtype is None else found.astype(dtype)


def eye(N, M=None, k=0, dtype=float, order="C", *, device=None, like=None):
    """Ones on the k-th diagonal, zeros elsewhere."""
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
    """The square matrix with ones on its diagonal."""
    return eye(n, dtype=dtype, like=like)


def diag(v, k=0):
    """The k-th diagonal of a matrix; or the matrix that has a vector there."""
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
    """The elements of a matrix whose column is `offset` after their row, as a read-only view."""
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
    """The lower triangle: elements above the k-th diagonal become zero."""
    return _triangle(m, lambda i, j: j <= i + k)


def triu(m, k=0):
    """The upper triangle: elements below the k-th diagonal become zero."""
    return _triangle(m, lambda i, j: j >= i + k)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    """Ones on and below the k-th diagonal."""
    default_only("tri", like=like)
    return tril(ones((N, N if M is None else M), dtype), k)


def vander(x, N=None, increasing=False):
    """The matrix whose columns are powers of x."""
    from ._accumulations import cumprod

    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    found = ones((x.size, x.size if N is None else N), promoted([x._dtype, INT]))
    powers = found if increasing else found[:, ::-1]
    powers[:, 1:] = x[:, None]
    powers[:, 1:] = cumprod(powers[:, 1:], 1)
    return found


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """The coordinates of all points of a grid, one array for each axis."""
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
    from ._shaping import broadcast_arrays

    grids = broadcast_arrays(*lines)
    return tuple(grid.copy() if copy else grid for grid in grids)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """The value of a function of the index arrays."""
    default_only("fromfunction", like=like)
    return function(*grid_indices(as_shape(shape), as_dtype(dtype)), **kwargs)


def grid_indices(shape, dtype):
    """For each axis, the array of every element's index along it."""
    columns = list(zip(*indices(shape))) or [()] * len(shape)
    return [make(cast(list(column), INT, dtype), shape, dtype) for column in columns]


def fromiter(iter, dtype, count=-1, *, like=None):
    """A one-dimensional array of what an iterable gives."""
    from itertools import islice

    default_only("fromiter", like=like)
    return array(list(iter if count < 0 else islice(iter, count)), dtype)
