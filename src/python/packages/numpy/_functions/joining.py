"""Joining and splitting arrays, inserting and deleting elements."""

from .._core.array import make, make_ordered, ndarray, own_values, permuted, values_of
from .._core.axes import as_axis
from .._core.conversion import array, as_index, as_shape, asarray
from .._core.dtypes import FLOAT, INT, cannot_cast, cast, given_dtype, promoted
from .._core.indexing import get, nonzero
from .._core.layout import memory_order, size_of
from .._refusal import RefusedArgument, default_only, refuse
from .creation import empty
from .shaping import atleast_1d, atleast_2d, expand_dims, moveaxis


def repeat(a, repeats, axis=None):
    """Each element repeated `repeats` times.

    Raises ValueError for negative repeats, or if their number does not match the axis.
    """
    a = asarray(a)
    if axis is None or not a._shape:
        a, axis = a.reshape(-1), axis or 0
    axis = as_axis(axis, a.ndim)
    counts = _counts_of_repeats(repeats, a._shape[axis])
    order = [k for k, count in enumerate(counts) for _ in range(count)]
    taken = get(a, (slice(None),) * axis + (make(order, (len(order),), INT),))
    return make(own_values(taken), taken._shape, a._dtype)


def _whole_counts(repeats):
    counts = asarray(repeats)
    if counts._dtype is FLOAT and not counts._shape:
        raise refuse("repeat with a number of repeats that is not whole", "Use int().")
    if not counts.size:
        counts = counts.astype(INT)
    if counts._dtype is not INT:
        raise cannot_cast(counts, INT, "safe")
    return list(values_of(counts.reshape(-1)))


def _counts_of_repeats(repeats, n):
    """A count for each of `n` elements."""
    counts = _whole_counts(repeats)
    if len(counts) == 1:
        if counts[0] < 0 < n:
            raise ValueError("negative dimensions are not allowed")
        counts = counts * n
    if len(counts) != n:
        raise ValueError(f"operands could not be broadcast together with shape ({n},) ({len(counts)},)")
    if any(count < 0 for count in counts):
        raise ValueError("repeats may not contain negative values.")
    return counts


def tile(A, reps):
    """The array repeated `reps` times along each axis."""
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
    """Arrays joined along an existing axis.

    The shapes must be equal except along `axis`; with None all arrays are flattened first. The dtype is the promoted
    one. Raises ValueError for an empty list, arrays without axes, or shapes that do not match.
    """
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
    """Arrays of one shape, joined along a new axis.

    Shape of one array with `len(arrays)` inserted at `axis`. Raises ValueError for an empty list or different shapes.
    """
    default_only("stack", out=out)
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a._shape for a in arrays}) > 1:
        raise ValueError("all input arrays must have the same shape")
    axis = as_axis(axis, arrays[0].ndim + 1)
    return concatenate([expand_dims(a, axis) for a in arrays], axis, dtype=dtype)


def vstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays joined vertically: vectors become rows."""
    return concatenate([atleast_2d(a) for a in tup], 0, dtype=dtype)


def hstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays joined horizontally: vectors end to end, matrices side by side."""
    arrays = [atleast_1d(a) for a in tup]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


def column_stack(tup):
    """Vectors as the columns of a matrix."""
    arrays = [asarray(a) for a in tup]
    return concatenate([a if a.ndim > 1 else a.reshape((a.size, 1)) for a in arrays], 1)


def dstack(tup):
    """Arrays joined along a third axis."""
    found = [atleast_2d(a) for a in tup]
    for k, a in enumerate(found):
        if asarray(tup[k]).ndim <= 1:
            found[k] = a.reshape((1, a.size, 1))
        elif a.ndim == 2:
            found[k] = a[:, :, None]
    return concatenate(found, 2)


def array_split(ary, indices_or_sections, axis=0):
    """Views of the parts of an array, split at these indices, or into this number of parts of nearly equal length.

    A list of views. Raises ValueError for fewer than one part.
    """
    a = asarray(ary)
    n = a._shape[axis]
    axis %= a.ndim
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
    """Views of the parts of an array, split at these indices, or into this number of parts of equal length.

    A list of views. Raises ValueError if equal parts are not possible.
    """
    a = asarray(ary)
    if not hasattr(indices_or_sections, "__len__") and a._shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(a, indices_or_sections, axis)


def vsplit(ary, indices_or_sections):
    """Parts of an array, split between rows.

    Raises ValueError for fewer than two axes.
    """
    a = asarray(ary)
    if a.ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(a, indices_or_sections, 0)


def hsplit(ary, indices_or_sections):
    """Parts of an array, split between columns.

    Raises ValueError for an array without axes.
    """
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
    """A new array without the elements, rows or columns at these indices.

    Raises IndexError for an index that is out of bounds.
    """
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
    """The indices given to `delete` or `insert`, counted from the start."""
    if isinstance(obj, slice):
        return list(range(*obj.indices(n)))
    found = asarray(obj)
    if found._dtype.name == "bool":
        if found._shape != (n,):
            raise ValueError(
                f"boolean array argument `obj` to delete must be one-dimensional and match the axis length of {n}"
            )
        return list(values_of(nonzero(found)[0]))
    if found._dtype is not INT and not found._shape and function == "insert":
        raise RefusedArgument(f"The place {obj!r} is no whole number. Write 0 for the first.")
    if found._dtype is not INT and found.size:
        raise IndexError("arrays used as indices must be of integer (or boolean) type")
    limit = n if function == "delete" else n + 1
    listed = list(values_of(found.reshape(-1)))
    for k in listed:
        if not -n <= k < limit and (function == "delete" or len(listed) == 1):
            k = obj if function == "insert" else k
            named = axis if function == "insert" or found.size == 1 else 0
            raise IndexError(f"index {k} is out of bounds for axis {named} with size {n}")
    return [int(k) + n if k < 0 else int(k) for k in listed]


def insert(arr, obj, values, axis=None):
    """A new array with values before these indices.

    Raises IndexError for an index that is out of bounds.
    """
    a = asarray(arr)
    if axis is None:
        a, axis = a.reshape(-1), 0
    axis = as_axis(axis, a.ndim)
    n = a._shape[axis]
    places = _listed(obj, n, axis, "insert")
    single, first = len(places) == 1, places[0] if places else 0
    if single:
        values = array(values, a._dtype, ndmin=a.ndim)
        if not isinstance(obj, slice) and not asarray(obj)._shape:
            values = moveaxis(values, 0, axis)
        places = places * values._shape[axis]
    order = sorted(range(len(places)), key=lambda k: places[k])
    targets = [0] * len(places)
    for before, k in enumerate(order):
        targets[k] = _within(places[k] + before, n + len(places))
    shape = (*a._shape[:axis], n + len(places), *a._shape[axis + 1 :])
    made = empty(shape, a._dtype)
    taken = set(targets)
    kept = [k for k in range(shape[axis]) if k not in taken]
    before = (slice(None),) * axis
    block = slice(first, first + len(places)) if single else make(targets, (len(targets),), INT)
    made[(*before, block)] = values
    made[(*before, make(kept, (len(kept),), INT))] = a
    return made


def _within(k, n):
    """An index of n elements, counted from the start."""
    if not -n <= k < n:
        raise IndexError(f"index {k} is out of bounds for axis 0 with size {n}")
    return k % n


def resize(a, new_shape):
    """A new array of this shape, filled with repetitions of the elements."""
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
