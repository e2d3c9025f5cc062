"""The same elements in another shape, and views with axes in another order."""

from .._core.array import broadcast, make, own_values, view
from .._core.assignment import assign
from .._core.axes import as_axes, as_axis
from .._core.conversion import as_index, as_shape, asarray
from .._core.dtypes import INT, cannot_cast
from .._core.indexing import get
from .._core.layout import is_row_major, joint_shape, row_major, size_of, spell, walks
from .._refusal import refuse


def _row_order(function, order):
    if order not in ("C", None):
        raise refuse(f"The argument order={order!r} of {function}", "Transpose with .T before and after.")


def reshape(a, /, shape=None, order="C", *, copy=None):
    """The elements in another shape: a view if possible.

    One length may be -1. Raises ValueError if the number of elements does not match.
    """
    _row_order("reshape", order)
    a = asarray(a)
    shape = _completed(a, shape)
    if copy is True:
        return make(own_values(a), shape, a._dtype)
    strides = _strides_for(a, shape)
    if strides is None:
        if copy is False:
            raise ValueError("Unable to avoid creating a copy while reshaping.")
        return make(own_values(a), shape, a._dtype)
    return view(a, shape, strides)


def _completed(a, shape):
    """The requested shape, with its -1 replaced by the length that follows from the others."""
    if shape is None:
        raise TypeError("reshape() missing 1 required positional argument: 'shape'")
    if not hasattr(shape, "__iter__") and not hasattr(shape, "__index__"):
        raise TypeError(f"expected a sequence of integers or a single integer, got '{shape!r}'")
    given = tuple(map(as_index, shape)) if hasattr(shape, "__iter__") else (shape.__index__(),)
    known = size_of([n for n in given if n >= 0])
    unknown = [n for n in given if n < 0]
    if len(unknown) > 1:
        raise ValueError("can only specify one unknown dimension")
    if unknown:
        fits = known and a.size % known == 0
        completed = tuple(a.size // known if n < 0 else n for n in given) if fits else None
    else:
        completed = given if known == a.size else None
    if completed is None:
        spelled = _spell_unknown(given) if unknown else spell(given)
        raise ValueError(f"cannot reshape array of size {a.size} into shape {spelled}")
    return completed


def _spell_unknown(shape):
    """A shape in the form of NumPy's message: without leading unknown lengths, others as newaxis."""
    shown = list(shape)
    while shown and shown[0] < 0:
        shown = shown[1:]
    if not shown:
        return "()"
    return "(" + ",".join("newaxis" if n < 0 else str(n) for n in shown) + (",)" if len(shape) == 1 else ")")


def _strides_for(a, shape):
    """The strides with which the elements can be read in `shape` without a copy, or None."""
    if not a.size or is_row_major(a._shape, a._strides):
        return row_major(shape)
    axes = walks(a._shape, a._strides)  # runs of the array; the new shape must divide each evenly
    axes = list(reversed(axes))
    strides = []
    left, step = axes.pop(0) if axes else (1, 1)
    for n in reversed(shape):
        if n == 1:
            strides.append(step)
            continue
        if left == 1 and axes:
            left, step = axes.pop(0)
        if left % n:
            return None
        strides.append(step)
        left, step = left // n, step * n
    return tuple(reversed(strides))


def ravel(a, order="C"):
    """The flattened array: a view if possible."""
    a = asarray(a)
    if order not in ("C", None) and not (order in ("K", "A") and is_row_major(a._shape, a._strides)):
        raise refuse(f"The argument order={order!r} of ravel", "Write a.T.ravel() for the order of columns.")
    if is_row_major(a._shape, a._strides):
        return view(a, (a.size,), (1,))
    return make(own_values(a), (a.size,), a._dtype)


def flatten(a, order="C"):
    """The flattened array, as a copy."""
    _row_order("flatten", order)
    return make(own_values(a), (a.size,), a._dtype)


def transpose(a, axes=None):
    """The view with the axes in another order, by default reversed.

    Raises ValueError if `axes` is not a permutation of the axes.
    """
    a = asarray(a)
    if axes is None:
        return view(a, a._shape[::-1], a._strides[::-1])
    axes = axes if isinstance(axes, (tuple, list)) else (axes,)
    if len(axes) != a.ndim:
        raise ValueError("axes don't match array")
    order = as_axes(axes, a.ndim, None) if len({x % a.ndim for x in axes}) == a.ndim else None
    if order is None:
        raise ValueError("repeated axis in transpose")
    return view(a, [a._shape[k] for k in order], [a._strides[k] for k in order])


permute_dims = transpose


def swapaxes(a, axis1, axis2):
    """The view with two axes exchanged.

    Raises AxisError for an axis that does not exist.
    """
    a = asarray(a)
    axis1, axis2 = as_index(axis1), as_index(axis2)
    order = list(range(a.ndim))
    first, second = as_axis(axis1, a.ndim, "axis1"), as_axis(axis2, a.ndim, "axis2")
    order[first], order[second] = order[second], order[first]
    return transpose(a, order)


def moveaxis(a, source, destination):
    """The view with axes moved; the others keep their order.

    Raises AxisError for an axis that does not exist, ValueError for a repeated one or for lists of different lengths.
    """
    a = asarray(a)
    source, destination = as_axes(source, a.ndim, "source"), as_axes(destination, a.ndim, "destination")
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [k for k in range(a.ndim) if k not in source]
    for place, axis in sorted(zip(destination, source)):
        order.insert(place, axis)
    return transpose(a, order)


def matrix_transpose(x, /):
    """The view with the last two axes exchanged."""
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return x.mT


def expand_dims(a, axis):
    """The view with a new axis of length 1 at this position."""
    a = asarray(a)
    places = as_axes(axis, a.ndim + (len(axis) if isinstance(axis, (tuple, list)) else 1))
    index = [None if k in places else slice(None) for k in range(a.ndim + len(places))]
    return get(a, (*index, Ellipsis))


def squeeze(a, axis=None):
    """The view without its axes of length 1, or without the given ones.

    Raises ValueError for a given axis whose length is not 1.
    """
    a = asarray(a)
    if not a._shape and axis in (0, -1):
        return view(a, (), ())
    dropped = [k for k, n in enumerate(a._shape) if n == 1] if axis is None else as_axes(axis, a.ndim, "axis")
    if any(a._shape[k] != 1 for k in dropped):
        raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    kept = [k for k in range(a.ndim) if k not in dropped]
    return view(a, [a._shape[k] for k in kept], [a._strides[k] for k in kept])


def atleast_1d(*arrays):
    """Each array with at least one axis."""
    found = tuple(a if a.ndim else a.reshape(1) for a in map(asarray, arrays))
    return found[0] if len(found) == 1 else found


def atleast_2d(*arrays):
    """Each array with at least two axes; new ones are the first."""
    found = tuple(a if a.ndim > 1 else a.reshape((1, a.size)) if not a.ndim else a[None] for a in map(asarray, arrays))
    return found[0] if len(found) == 1 else found


def broadcast_to(array, shape, subok=False):
    """The read-only view of an array that repeats it to this shape.

    Raises ValueError if the array does not broadcast to it.
    """
    a, shape = asarray(array), as_shape(shape)
    if joint_shape([a._shape, shape]) != shape:
        if not shape:
            raise ValueError("cannot broadcast a non-scalar to a scalar array")
        if len(shape) < a.ndim:
            raise ValueError("input operand has more dimensions than allowed by the axis remapping")
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{spell(a._shape)}  and requested shape {spell(shape)}"
        )
    found = broadcast(a, shape)
    strides = [stride if n != 1 else 0 for n, stride in zip(shape, found._strides)]
    return view(found, shape, strides, writeable=False)


def broadcast_shapes(*shapes):
    """The shape to which all these broadcast.

    Raises ValueError if there is none.
    """
    shapes = [as_shape(shape) for shape in shapes]
    joint = joint_shape(shapes)
    if joint is None:
        raise _mismatch(shapes)
    return joint


def broadcast_arrays(*args, subok=False):
    """All arrays repeated to their common shape.

    A tuple of read-only views. Raises ValueError if the shapes do not match.
    """
    arrays = [asarray(a) for a in args]
    joint = joint_shape([a._shape for a in arrays])
    if joint is None:
        raise _mismatch([a._shape for a in arrays])
    return tuple(broadcast(a, joint) for a in arrays)


def _mismatch(shapes):
    """The error for shapes that do not match, with the first two that differ, from the first axis on."""
    ndim = max(map(len, shapes))
    for axis in range(ndim):
        first = None
        for k, shape in enumerate(shapes):
            n = ((1,) * (ndim - len(shape)) + shape)[axis]
            if n != 1 and first is None:
                first, size = k, n
            elif n not in (1, size if first is not None else 1):
                return ValueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
                    f"arg {first} with shape {shapes[first]} and arg {k} with shape {shape}."
                )
    return ValueError("shape mismatch: objects cannot be broadcast to a single shape.")


def flip(m, axis=None):
    """The view with the order of elements reversed along an axis, or all.

    Raises AxisError for an axis that does not exist.
    """
    m = asarray(m)
    axes = range(m.ndim) if axis is None else as_axes(axis, m.ndim, "axis")
    return get(m, tuple(slice(None, None, -1) if k in axes else slice(None) for k in range(m.ndim)))


def flipud(m):
    """The view with the rows in reverse order."""
    m = asarray(m)
    if m.ndim < 1:
        raise ValueError("Input must be >= 1-d.")
    return m[::-1]


def fliplr(m):
    """The view with the columns in reverse order."""
    m = asarray(m)
    if m.ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return m[:, ::-1]


def rot90(m, k=1, axes=(0, 1)):
    """The matrix rotated by k · 90°, from the first axis towards the second."""
    m = asarray(m)
    if m.ndim < 2 or tuple(axes) != (0, 1):
        raise refuse("rot90 of other axes than (0, 1)", "Use transpose and flip.")
    turns = k % 4
    if turns == 0:
        return m[:]
    if turns == 2:
        return flip(m, (0, 1))
    swapped = swapaxes(m, 0, 1)
    return flip(swapped, 0) if turns == 1 else flip(m, 0).swapaxes(0, 1)


def roll(a, shift, axis=None):
    """The elements shifted by `shift` positions; elements beyond the end reappear at the start.

    A copy of the same shape and dtype. Raises AxisError for an axis that does not exist.
    """
    a = asarray(a)
    if axis is None:
        return roll(a.reshape(-1), shift, 0).reshape(a._shape)
    shifts = shift if isinstance(shift, (tuple, list)) else (shift,)
    if not all(hasattr(by, "__index__") for by in shifts):
        raise refuse("roll by a number that is not whole", "Use int().")
    axes = as_axes(axis, a.ndim) if not isinstance(axis, (tuple, list)) else tuple(as_axis(k, a.ndim) for k in axis)
    if len(shifts) == 1:
        shifts = shifts * len(axes)
    elif len(axes) == 1:
        axes = axes * len(shifts)
    if len(shifts) != len(axes):
        raise ValueError(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
            f"({len(shifts)},) and arg 1 with shape ({len(axes)},)."
        )
    for by, axis in zip(shifts, axes):
        n = a._shape[axis]
        order = [(k - by) % n for k in range(n)]
        a = get(a, (slice(None),) * axis + (make(order, (n,), INT),))
    return make(own_values(a), a._shape, a._dtype)


def copyto(dst, src, casting="same_kind", where=True):
    """Writes one array into another.

    The elements are cast to the dtype of `dst`. Raises ValueError for a read-only `dst` or shapes that do not match,
    TypeError for a cast that `casting` does not allow.
    """
    if where is not True:
        raise refuse("copyto with `where`", "Write dst[mask] = src[mask].")
    if src is dst:
        return
    src = asarray(src)
    if not dst._writeable:
        raise ValueError("assignment destination is read-only")
    if src._dtype.rank > dst._dtype.rank and casting != "unsafe":
        raise cannot_cast(src, dst._dtype, casting)
    assign(dst, src)
