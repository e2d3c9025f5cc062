"""Products of vectors and matrices.

A matrix product adds the products of a row and a column one after the other; each step is rounded once, like the fused
multiply-add in NumPy's linear algebra library. Vectors are summed in order.
"""

from functools import reduce
from operator import add, mul

from .._core.array import broadcast, make, permuted, result_of, values_of
from .._core.axes import as_axis
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, INT, cast, promoted, wrapped
from .._core.layout import joint_shape, size_of, spell
from .._core.warnings import INVALID, OVER, report
from .._loops import ufuncs as u
from .._loops.float_loops import all_finite
from .._refusal import refuse, refuse_keywords
from .creation import diagonal
from .joining import stack
from .results import stored
from .shaping import moveaxis, swapaxes


def _dot_floats(x, y):
    return reduce(add, map(mul, x, y), 0.0)


def _dot_whole(x, y):
    return wrapped(sum(map(mul, x, y)))


def _dot_bools(x, y):
    return any(map(mul, x, y))


_DOTS = {FLOAT: _dot_floats, INT: _dot_whole, BOOL: _dot_bools}


def rows_of(a, dtype):
    """The rows of a matrix, as lists of values of a dtype."""
    n, m = a._shape
    values = cast(values_of(a), a._dtype, dtype)
    return [values[k * m : (k + 1) * m] for k in range(n)]


def _matrix_product(a, b, dtype, name="matmul"):
    """The values of the product a · b of two matrices, in row-major order."""
    dot_of = _DOTS[dtype]
    rows, columns = rows_of(a, dtype), rows_of(b.T, dtype)
    out = [dot_of(row, column) for row in rows for column in columns]
    if dtype is FLOAT:
        _report_products(out, rows, columns, name)
    return out


def _report_products(out, rows, columns, name):
    if all_finite(out) or not all(map(all_finite, rows + columns)):
        return
    report(INVALID if any(v != v for v in out) else OVER, name)


def matmul(x1, x2, /, out=None, **others):
    """The matrix product. A vector is a row on the left and a column on the right; further axes are stacks.

    The dtype is the promoted one; stacks broadcast. Each element is a sum of products from left to right. Raises
    ValueError for an operand without axes, or lengths that do not match.
    """
    refuse_keywords("matmul", others)
    a, b = asarray(x1), asarray(x2)
    for k, x in enumerate((a, b)):
        if not x._shape:
            raise ValueError(
                f"matmul: Input operand {k} does not have enough dimensions (has 0, gufunc core with signature "
                "(n?,k),(k,m?)->(n?,m?) requires 1)"
            )
    inner = b._shape[-2] if b.ndim > 1 else b._shape[0]
    if a._shape[-1] != inner:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"(n?,k),(k,m?)->(n?,m?) (size {inner} is different from {a._shape[-1]})"
        )
    return stored(_stacked_product(a, b), out)


def _stacked_product(a, b, name="matmul"):
    dtype = promoted([a._dtype, b._dtype])
    left = a if a.ndim > 1 else a.reshape((1, a.size))
    right = b if b.ndim > 1 else b.reshape((b.size, 1))
    if left.ndim == right.ndim == 2:
        data, stack = _matrix_product(left, right, dtype, name), ()
    else:
        data, stack = _product_of_stacks(left, right, dtype, name)
    rows = left._shape[-2:-1] if a.ndim > 1 else ()
    columns = right._shape[-1:] if b.ndim > 1 else ()
    return result_of(make(data, stack + rows + columns, dtype))


def _product_of_stacks(a, b, dtype, name):
    stack = joint_shape([a._shape[:-2], b._shape[:-2]])
    if stack is None:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{spell(a._shape)}->({','.join(map(str, a._shape[:-2]))},newaxis,newaxis) "
            f"{spell(b._shape)}->({','.join(map(str, b._shape[:-2]))},newaxis,newaxis)  and requested shape "
            f"({a._shape[-2]},{b._shape[-1]})"
        )
    a, b = broadcast(a, stack + a._shape[-2:]), broadcast(b, stack + b._shape[-2:])
    count = size_of(stack)
    left, right = (x.reshape((count, *x._shape[-2:])) for x in (a, b))
    data = []
    for k in range(count):
        data += _matrix_product(left[k], right[k], dtype, name)
    return data, stack


def dot(a, b, out=None):
    """The sum of products over the last axis of `a` and the last but one of `b`.

    For vectors a scalar, for matrices the product, else the shape of a without its last axis and of b without its last
    but one. Raises ValueError for lengths that do not match.
    """
    a, b = asarray(a), asarray(b)
    if not a._shape or not b._shape:
        return stored(u.multiply(a, b), out)
    axis = max(b.ndim - 2, 0)
    if a._shape[-1] != b._shape[axis]:
        raise ValueError(
            f"shapes {spell(a._shape)} and {spell(b._shape)} not aligned: {a._shape[-1]} (dim {a.ndim - 1}) != "
            f"{b._shape[axis]} (dim {axis})"
        )
    if a.ndim <= 2 and b.ndim <= 2:
        return stored(_stacked_product(a, b), out)
    return stored(_contracted(a, moveaxis(b, axis, -1)), out)


def _contracted(a, b):
    """The sums of products over the last axes of both."""
    n = a._shape[-1]
    left = a.reshape((size_of(a._shape[:-1]), n))
    right = b.reshape((size_of(b._shape[:-1]), n))
    dtype = promoted([a._dtype, b._dtype])
    data = _matrix_product(left, right.T, dtype)
    return result_of(make(data, a._shape[:-1] + b._shape[:-1], dtype))


def inner(a, b, /):
    """The sums of products over the last axes of both.

    Raises ValueError for lengths that do not match.
    """
    a, b = asarray(a), asarray(b)
    if not a._shape or not b._shape:
        return u.multiply(a, b)
    if a._shape[-1] != b._shape[-1]:
        turned = b if b.ndim < 2 else swapaxes(b, -1, -2)
        axis = max(b.ndim - 2, 0)
        raise ValueError(
            f"shapes {spell(a._shape)} and {spell(turned._shape)} not aligned: {a._shape[-1]} (dim {a.ndim - 1}) != "
            f"{turned._shape[axis]} (dim {axis})"
        )
    return _contracted(a, b)


def vdot(a, b, /):
    """The sum of the products of all elements.

    Raises ValueError for different numbers of elements.
    """
    a, b = asarray(a).reshape(-1), asarray(b).reshape(-1)
    if a.size != b.size:
        raise ValueError(f"cannot reshape array of size {b.size} into shape ({a.size},)")
    return dot(a, b)


def outer(a, b, out=None):
    """The product of every element of `a` with every element of `b`.

    Shape (a.size, b.size).
    """
    a, b = asarray(a).reshape(-1), asarray(b).reshape(-1)
    return stored(u.multiply(a[:, None], b[None, :]), out)


def vecdot(x1, x2, /, axis=-1):
    """The sums of products along the last axis."""
    if axis != -1:
        raise refuse("The argument `axis` of vecdot", "Move that axis to the end.")
    a, b = asarray(x1), asarray(x2)
    if a._shape and b._shape and a._shape[-1] != b._shape[-1]:
        raise ValueError(
            "vecdot: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n),(n)->() "
            f"(size {b._shape[-1]} is different from {a._shape[-1]})"
        )
    return result_of(_stacked_product(a[..., None, :], b[..., :, None], "vecdot")[..., 0, 0])


def kron(a, b):
    """The Kronecker product: a matrix of blocks, `b` times each element of `a`.

    The length of each axis is the product of the lengths in a and b.
    """
    a, b = asarray(a), asarray(b)
    ndim = max(a.ndim, b.ndim)
    a = a.reshape((1,) * (ndim - a.ndim) + a._shape)
    b = b.reshape((1,) * (ndim - b.ndim) + b._shape)
    wide = a.reshape([m for n in a._shape for m in (n, 1)])
    tall = b.reshape([m for n in b._shape for m in (1, n)])
    found = asarray(u.multiply(wide, tall))
    return result_of(found.reshape([n * m for n, m in zip(a._shape, b._shape)]))


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum of a diagonal."""
    return stored(diagonal(a, offset, axis1, axis2).sum(dtype=dtype), out)


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The vector product of vectors of three elements.

    The broadcast shape. Raises ValueError for other lengths than 3; vectors of two elements are not supported.
    """
    if (axisa, axisb, axisc, axis) not in ((-1, -1, -1, None), (-1, -1, -1, -1)):
        raise refuse("cross along other axes than the last", "Move that axis to the end.")
    a, b = asarray(a), asarray(b)
    if a._shape[-1:] != (3,) or b._shape[-1:] != (3,):
        if {a._shape[-1:], b._shape[-1:]} <= {(2,), (3,)}:
            raise refuse("cross of vectors of two elements", "Write x[0] * y[1] - x[1] * y[0].")
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    parts = []
    for i, j in ((1, 2), (2, 0), (0, 1)):
        parts.append(u.subtract(u.multiply(a[..., i], b[..., j]), u.multiply(a[..., j], b[..., i])))
    return stack(parts, -1)


def tensordot(a, b, axes=2):
    """The sums of products over the last axes of `a` and the first of `b`.

    `axes` is the number of axes, or two lists of axes. Raises ValueError if their lengths do not match.
    """
    a, b = asarray(a), asarray(b)
    if not isinstance(axes, int):
        left, right = axes
        left = [as_axis(k, a.ndim) for k in (left if isinstance(left, (list, tuple)) else [left])]
        right = [as_axis(k, b.ndim) for k in (right if isinstance(right, (list, tuple)) else [right])]
    else:
        left, right = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    if [a._shape[k] for k in left] != [b._shape[k] for k in right]:
        raise ValueError("shape-mismatch for sum")
    kept_a, kept_b = [k for k in range(a.ndim) if k not in left], [k for k in range(b.ndim) if k not in right]
    shape = [a._shape[k] for k in kept_a] + [b._shape[k] for k in kept_b]
    size = size_of([a._shape[k] for k in left])
    rows = permuted(a, tuple(kept_a + left)).reshape((size_of([a._shape[k] for k in kept_a]), size))
    columns = permuted(b, tuple(right + kept_b)).reshape((size, size_of([b._shape[k] for k in kept_b])))
    return asarray(dot(rows, columns)).reshape(shape)


def convolve(a, v, mode="full"):
    """The convolution of two vectors.

    Length n + m - 1 ("full"), max(n, m) ("same") or |n - m| + 1 ("valid"). Raises ValueError for an empty vector or
    another mode.
    """
    a, v = asarray(a).reshape(-1), asarray(v).reshape(-1)
    if a.size == 0:
        raise ValueError("a cannot be empty")
    if v.size == 0:
        raise ValueError("v cannot be empty")
    return correlate(a, v[::-1], mode) if a.size >= v.size else correlate(v, a[::-1], mode)


def correlate(a, v, mode="valid"):
    """The cross-correlation of two vectors.

    Lengths as for `convolve`. Raises ValueError for an empty vector or another mode.
    """
    if mode not in ("full", "same", "valid"):
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got {mode!r})")
    a, v = asarray(a), asarray(v)
    dtype = promoted([a._dtype, v._dtype])
    turned = a.size < v.size
    if turned:
        a, v = v, a
    x, y = cast(values_of(a), a._dtype, dtype), cast(values_of(v), v._dtype, dtype)
    n, m = len(x), len(y)
    if turned and not m or not n:
        raise ValueError("first array argument cannot be empty")
    if not m:
        raise ValueError("second array argument cannot be empty")
    starts = {"full": range(1 - m, n), "same": range(-(m // 2), n - m // 2), "valid": range(n - m + 1)}[mode]
    dot_of = _DOTS[dtype]
    out = [dot_of(x[max(s, 0) : s + m], y[max(-s, 0) :]) for s in starts]
    found = make(out, (len(out),), dtype)
    return found[::-1].copy() if turned else found
