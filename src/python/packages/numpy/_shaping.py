"""The same elements in another shape, and arrays joined and split."""

from ._array import assign, broadcast, make, make_ordered, ndarray, own_values, permuted, values_of, view
from ._creation import array, as_index, as_shape, asarray, empty
from ._dtypes import FLOAT, INT, cannot_cast, cast, given_dtype, promoted
from ._indexing import get, nonzero
from ._layout import is_row_major, joint_shape, memory_order, row_major, size_of, spell, walks
from ._refusal import RefusedArgument, default_only, refuse
from .exceptions import AxisError


def as_axis(axis, ndim, argument=None):
    """An axis counted from the first; `argument` is the name under which it was given, if messages are to say it."""
    if not hasattr(axis, "__index__"):
        raise RefusedArgument(f"The axis {axis!r} is no whole number. Write 0 for the first axis, -1 for the last.")
    axis = axis.__index__()
    if not -ndim <= axis < ndim:
        raise AxisError(axis, ndim, argument)
    return axis + ndim if axis < 0 else axis


def as_axes(axes, ndim, argument=None):
    """One axis or several as a tuple, counted from the first."""
    named = argument if argument in ("source", "destination") else None
    found = tuple(as_axis(axis, ndim, named) for axis in (axes if isinstance(axes, (tuple, list)) else (axes,)))
    if len(set(found)) < len(found):
        raise ValueError(f"repeated axis in `{argument}` argument" if argument else "repeated axis")
    return found


def _row_order(function, order):
    if order not in ("C", None):
        raise refuse(f"The argument order={order!r} of {function}", "Transpose with .T before and after.")


def reshape(a, /, shape=None, order="C", *, copy=None):
    """The elements in another shape: a view where that is possible."""
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
    """The shape that is asked for, with its -1 worked out."""
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
    """As NumPy's message has it: leading unknown lengths left out, others called newaxis."""
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
    axes = walks(a._shape, a._strides)  # runs of the array; each must be cut by the new shape into whole parts
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
    """The elements in one row: a view where that is possible."""
    if order not in ("C", "K", "A", None) or order in ("K", "A") and not is_row_major(asarray(a)._shape, asarray(a)._strides):
        raise refuse(f"The argument order={order!r} of ravel", "Write a.T.ravel() for the order of columns.")
    a = asarray(a)
    if is_row_major(a._shape, a._strides):
        return view(a, (a.size,), (1,))
    return make(own_values(a), (a.size,), a._dtype)


def flatten(a, order="C"):
    """The elements in one row, as a copy."""
    _row_order("flatten", order)
    return make(own_values(a), (a.size,), a._dtype)


def transpose(a, axes=None):
    """The view with the axes in another order; reversed if none is given."""
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
    """The view with two axes exchanged."""
    a = asarray(a)
    axis1, axis2 = as_index(axis1), as_index(axis2)
    order = list(range(a.ndim))
    first, second = as_axis(axis1, a.ndim, "axis1"), as_axis(axis2, a.ndim, "axis2")
    order[first], order[second] = order[second], order[first]
    return transpose(a, order)


def moveaxis(a, source, destination):
    """The view with axes moved; the others keep their order."""
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
    """The view with a new axis of length 1 at this place."""
    a = asarray(a)
    places = as_axes(axis, a.ndim + (len(axis) if isinstance(axis, (tuple, list)) else 1))
    index = [None if k in places else slice(None) for k in range(a.ndim + len(places))]
    return get(a, (*index, Ellipsis))


def squeeze(a, axis=None):
    """The view without its axes of length 1, or without those that are named."""
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
    """Each array with at least two axes: new ones stand first."""
    found = tuple(a if a.ndim > 1 else a.reshape((1, a.size)) if not a.ndim else a[None] for a in map(asarray, arrays))
    return found[0] if len(found) == 1 else found


def broadcast_to(array, shape, subok=False):
    """The read-only view of an array that repeats it to this shape."""
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
    """The shape to which all these broadcast."""
    shapes = [as_shape(shape) for shape in shapes]
    joint = joint_shape(shapes)
    if joint is None:
        raise _mismatch(shapes)
    return joint


def broadcast_arrays(*args, subok=False):
    """All arrays repeated to their common shape."""
    arrays = [asarray(a) for a in args]
    joint = joint_shape([a._shape for a in arrays])
    if joint is None:
        raise _mismatch([a._shape for a in arrays])
    return tuple(broadcast(a, joint) for a in arrays)


def _mismatch(shapes):
    for k, shape in enumerate(shapes):
        for j in range(k):
            if joint_shape([shapes[j], shape]) is None:
                return ValueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
                    f"arg {j} with shape {shapes[j]} and arg {k} with shape {shape}."
                )
    return ValueError("shape mismatch: objects cannot be broadcast to a single shape.")


def flip(m, axis=None):
    """The view with the order of elements reversed along an axis, or all."""
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
    """The matrix turned k times a quarter, from the first axis towards the second."""
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
    """The elements moved on by `shift` places; what leaves at the end comes back at the start."""
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
    for by, axis in zip(shifts, axes):
        n = a._shape[axis]
        order = [(k - by) % n for k in range(n)]
        a = get(a, (slice(None),) * axis + (make(order, (n,), INT),))
    return make(own_values(a), a._shape, a._dtype)


def repeat(a, repeats, axis=None):
    """Each element as often as `repeats` says, next to itself."""
    a = asarray(a)
    if axis is None or not a._shape:
        a, axis = a.reshape(-1), axis or 0
    axis = as_axis(axis, a.ndim)
    counts = asarray(repeats)
    if counts._dtype is FLOAT and not counts._shape:
        raise refuse("repeat with a number of repeats that is not whole", "Use int().")
    if not counts.size:
        counts = counts.astype(INT)
    if counts._dtype is not INT:
        raise cannot_cast(counts, INT, "safe")
    n = a._shape[axis]
    counts = list(values_of(counts.reshape(-1)))
    if len(counts) == 1:
        if counts[0] < 0 < n:
            raise ValueError("negative dimensions are not allowed")
        counts = counts * n
    if len(counts) != n:
        raise ValueError(f"operands could not be broadcast together with shape ({n},) ({len(counts)},)")
    if any(count < 0 for count in counts):
        raise ValueError("repeats may not contain negative values.")
    order = [k for k, count in enumerate(counts) for _ in range(count)]
    taken = get(a, (slice(None),) * axis + (make(order, (len(order),), INT),))
    return make(own_values(taken), taken._shape, a._dtype)


def tile(A, reps):
    """The array laid out side by side as often as `reps` says, along each axis."""
    a = asarray(A)
    reps = tuple(map(as_index, reps)) if hasattr(reps, "__iter__") else (as_index(reps),)
    reps = (1,) * (a.ndim - len(reps)) + reps
    a = a.reshape((1,) * (len(reps) - a.ndim) + a._shape)
    for axis, count in enumerate(reps):
        a = concatenate([a] * count, axis) if count else get(a, (slice(None),) * axis + (slice(0, 0),))
    return make(own_values(a), a._shape, a._dtype)


def _common_dtype(arrays, dtype=None):
    return given_dtype(dtype) or promoted([a._dtype for a in arrays])


def concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """Arrays one after the other along an axis that they have."""
    default_only("concatenate", out=out)
    if isinstance(arrays, ndarray) and not arrays._shape:
        raise TypeError("iteration over a 0-d array")
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [a.reshape(-1) for a in arrays], 0
    first = arrays[0]
    if not first._shape:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = as_axis(axis, first.ndim)
    for k, a in enumerate(arrays):
        _check_joinable(first, a, k, axis)
    dtype = _common_dtype(arrays, dtype)
    shape = (*first._shape[:axis], sum(a._shape[axis] for a in arrays), *first._shape[axis + 1 :])
    order = memory_order(shape, [a._strides for a in arrays])
    arrays = [permuted(a, order) for a in arrays]
    lists = [cast(values_of(a), a._dtype, dtype) for a in arrays]
    data = _joined(lists, arrays, order.index(axis))
    return make_ordered(data, tuple(shape[k] for k in order), dtype, order)


def _check_joinable(first, a, k, axis):
    if a.ndim != first.ndim:
        raise ValueError(
            "all the input arrays must have same number of dimensions, but the array at index 0 has "
            f"{first.ndim} dimension(s) and the array at index {k} has {a.ndim} dimension(s)"
        )
    for d, (n, m) in enumerate(zip(first._shape, a._shape)):
        if d != axis and n != m:
            raise ValueError(
                "all the input array dimensions except for the concatenation axis must match exactly, but along "
                f"dimension {d}, the array at index 0 has size {n} and the array at index {k} has size {m}"
            )


def _joined(lists, arrays, axis):
    if axis == 0:
        return [v for values in lists for v in values]
    blocks = [size_of(a._shape[axis:]) for a in arrays]
    out = []
    for row in range(size_of(arrays[0]._shape[:axis])):
        for values, block in zip(lists, blocks):
            out += values[row * block : (row + 1) * block]
    return out


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """Arrays of one shape, one after the other along a new axis."""
    default_only("stack", out=out)
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a._shape for a in arrays}) > 1:
        raise ValueError("all input arrays must have the same shape")
    axis = as_axis(axis, arrays[0].ndim + 1)
    return concatenate([expand_dims(a, axis) for a in arrays], axis, dtype=dtype)


def vstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays below each other: vectors become rows."""
    return concatenate([atleast_2d(a) for a in tup], 0, dtype=dtype)


def hstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays beside each other: vectors in a row, matrices column after column."""
    arrays = [atleast_1d(a) for a in tup]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


def column_stack(tup):
    """Vectors as the columns of a matrix."""
    arrays = [asarray(a) for a in tup]
    return concatenate([a if a.ndim > 1 else a.reshape((a.size, 1)) for a in arrays], 1)


def dstack(tup):
    """Arrays behind each other along a third axis."""
    found = [atleast_2d(a) for a in tup]
    for k, a in enumerate(found):
        if asarray(tup[k]).ndim <= 1:
            found[k] = a.reshape((1, a.size, 1))
        elif a.ndim == 2:
            found[k] = a[:, :, None]
    return concatenate(found, 2)


def array_split(ary, indices_or_sections, axis=0):
    """Views of the parts of an array: cut at these indices, or into so many parts of nearly equal length."""
    a = asarray(ary)
    if a._shape:
        axis = as_axis(axis, a.ndim)
    n = a._shape[axis]
    if hasattr(indices_or_sections, "__len__"):
        cuts = [0, *(int(k) for k in indices_or_sections), n]
    else:
        parts = int(indices_or_sections)
        if parts <= 0:
            raise ValueError("number sections must be larger than 0.")
        longer = n % parts
        cuts = [k * (n // parts) + min(k, longer) for k in range(parts + 1)]
    before = (slice(None),) * axis
    return [get(a, (*before, slice(start, stop))) for start, stop in zip(cuts, cuts[1:])]


def split(ary, indices_or_sections, axis=0):
    """As `array_split`, but equal parts must be possible."""
    a = asarray(ary)
    if a._shape:
        axis = as_axis(axis, a.ndim)
    if not hasattr(indices_or_sections, "__len__") and a._shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(a, indices_or_sections, axis)


def vsplit(ary, indices_or_sections):
    """Parts of an array, cut between rows."""
    a = asarray(ary)
    if a.ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(a, indices_or_sections, 0)


def hsplit(ary, indices_or_sections):
    """Parts of an array, cut between columns."""
    a = asarray(ary)
    if a.ndim == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(a, indices_or_sections, 1 if a.ndim > 1 else 0)


def append(arr, values, axis=None):
    """A new array with values at the end."""
    a = asarray(arr)
    if axis is None:
        return concatenate((a.reshape(-1), asarray(values).reshape(-1)))
    return concatenate((a, asarray(values)), axis)


def delete(arr, obj, axis=None):
    """A new array without the elements, rows or columns at these indices."""
    a = asarray(arr)
    if axis is None:
        a, axis = a.reshape(-1), 0
    axis = as_axis(axis, a.ndim)
    n = a._shape[axis]
    gone = set(_listed(obj, n, axis, "delete"))
    kept = [k for k in range(n) if k not in gone]
    taken = get(a, (slice(None),) * axis + (make(kept, (len(kept),), INT),))
    return make(own_values(taken), taken._shape, a._dtype)


def _listed(obj, n, axis, function):
    """The indices that `delete` or `insert` is given, counted from the start."""
    if isinstance(obj, slice):
        return list(range(*obj.indices(n)))
    found = asarray(obj)
    if found._dtype.name == "bool":
        if found._shape != (n,):
            raise ValueError(
                "boolean array argument `obj` to delete must be one-dimensional and match the axis "
                f"length of {n}"
            )
        return list(values_of(nonzero(found)[0]))
    if found._dtype is not INT and not found._shape and function == "insert":
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    if found._dtype is not INT and found.size:
        raise IndexError("arrays used as indices must be of integer (or boolean) type")
    limit = n if function == "delete" else n + 1
    listed = list(values_of(found.reshape(-1)))
    for k in listed:
        if not -n <= k < limit and (function == "delete" or len(listed) == 1):
            k = obj if function == "insert" else k
            named = axis if function == "insert" or not found._shape else 0
            raise IndexError(f"index {k} is out of bounds for axis {named} with size {n}")
    return [int(k) + n if k < 0 else int(k) for k in listed]


def insert(arr, obj, values, axis=None):
    """A new array with values before these indices."""
    a = asarray(arr)
    if axis is None:
        a, axis = a.reshape(-1), 0
    axis = as_axis(axis, a.ndim)
    n = a._shape[axis]
    places = _listed(obj, n, axis, "insert")
    values = array(values, ndmin=a.ndim).astype(a._dtype)
    if not places and values.size > 1:
        raise refuse("insert of values at no place", "Give as many places as values.")
    single = len(places) == 1
    if single:
        if not isinstance(obj, slice) and not asarray(obj)._shape:
            values = moveaxis(values, 0, axis)
        places = places * values._shape[axis]
    order = sorted(range(len(places)), key=lambda k: places[k])
    targets = [0] * len(places)
    for before, k in enumerate(order):
        targets[k] = places[k] + before
    shape = (*a._shape[:axis], n + len(places), *a._shape[axis + 1 :])
    made = empty(shape, a._dtype)
    taken = set(targets)
    kept = [k for k in range(shape[axis]) if k not in taken]
    before = (slice(None),) * axis
    made[(*before, slice(places[0], places[0] + len(places)) if single else make(targets, (len(targets),), INT))] = values
    made[(*before, make(kept, (len(kept),), INT))] = a
    return made


def resize(a, new_shape):
    """A new array of this shape, filled with the elements again and again."""
    given = new_shape if hasattr(new_shape, "__iter__") else (new_shape,)
    if any(n < 0 for n in given):
        raise ValueError("all elements of `new_shape` must be non-negative")
    shape = as_shape(new_shape)
    a = asarray(a)
    size = size_of(shape)
    if not a.size:
        return make([0] * size, shape, INT).astype(a._dtype)
    values = values_of(a)
    return make((list(values) * (size // a.size + 1))[:size], shape, a._dtype)


def pad(array, pad_width, mode="constant", **kwargs):
    """An array with a margin: of one constant, or of its edge."""
    if mode not in ("constant", "edge") or set(kwargs) - {"constant_values"}:
        raise refuse(f"pad with mode={mode!r} or its arguments", "Use mode='constant' or 'edge'.")
    a = asarray(array)
    widths = asarray(pad_width)
    if widths._dtype is not INT:
        raise TypeError("`pad_width` must be of integral type.")
    widths = broadcast_to(widths, (a.ndim, 2)).tolist()
    if any(w < 0 for pair in widths for w in pair):
        raise ValueError("index can't contain negative values")
    constants = broadcast_to(asarray(kwargs.get("constant_values", 0)).astype(a._dtype), (a.ndim, 2))
    for axis, ends in enumerate(widths):
        parts = []
        for side, width in enumerate(ends):
            shape = (*a._shape[:axis], width, *a._shape[axis + 1 :])
            if mode == "constant":
                part = broadcast_to(constants[axis, side], shape)
            elif not a._shape[axis]:
                raise ValueError(f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'")
            else:
                edge = get(a, (slice(None),) * axis + (slice(0, 1) if side == 0 else slice(-1, None),))
                part = broadcast_to(edge, shape)
            parts.append(part)
        a = concatenate((parts[0], a, parts[1]), axis)
    return a


def copyto(dst, src, casting="same_kind", where=True):
    """Writes one array into another."""
    if where is not True:
        raise refuse("copyto with `where`", "Write dst[mask] = src[mask].")
    src = asarray(src)
    if src._dtype.rank > dst._dtype.rank and casting != "unsafe":
        raise cannot_cast(src, dst._dtype, casting)
    assign(dst, src)

