"""`a[index]` and `a[index] = value`: views for integers and slices, copies for lists, arrays and masks."""

import math
from itertools import compress

from .._refusal import refuse
from .array import broadcast, make, ndarray, own_values, values_of, view, write
from .assignment import assign, fitted
from .axes import as_axis
from .conversion import asarray
from .dtypes import BOOL, FLOAT, INT, cast
from .layout import joint_shape, places, size_of, spell
from .scalars import bool_, box, int64

_WHAT_IS_VALID = (
    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid "
    "indices"
)


def get(a, index):
    """`a[index]`: a scalar, a view or a copy."""
    if type(index) is int and a._shape:
        shape = a._shape
        place = a._offset + checked(index, 0, shape[0]) * a._strides[0]
        if len(shape) == 1:
            return box[a._dtype](a._data[place])
        return view(a, shape[1:], a._strides[1:], place)
    if type(index) is ndarray and index._dtype is BOOL and index._shape == a._shape and a._shape:
        chosen = list(compress(values_of(a), values_of(index)))
        return make(chosen, (len(chosen),), a._dtype)
    plan = _Plan(a, index)
    if plan.fancy:
        found = plan.places()
        data = a._data
        result = make([data[place] for place in found._data], (), a._dtype)
        result._shape, result._strides = found._shape, found._strides
        return result if result._shape else box[a._dtype](result._data[0])
    if not plan.view._shape and not plan.has_ellipsis:
        return box[a._dtype](a._data[plan.view._offset])
    return plan.view


def put(a, index, value):
    """`a[index] = value`."""
    if not a._writeable:
        raise ValueError("assignment destination is read-only")
    if type(index) is int and len(a._shape) == 1 and type(value) in (float, int):
        a._data[a._offset + checked(index, 0, a._shape[0]) * a._strides[0]] = asarray(value, a._dtype)._data[0]
        return
    if type(index) is list and index and all(type(v) in (bool, bool_) for v in index):
        index = asarray(index)
    if type(index) is ndarray and index._dtype is BOOL and index._shape == a._shape and a._shape:
        _put_masked(a, index, value)
        return
    plan = _Plan(a, index)
    if not plan.fancy:
        single = not plan.view._shape and not plan.has_ellipsis
        assign(plan.view, _single(value, a._dtype) if single else value)
        return
    value = value if type(value) is ndarray else asarray(value, a._dtype)
    values = cast(values_of(_fitted_to_result(value, plan.result_shape())), value._dtype, a._dtype)
    data = a._data
    for place, v in zip(values_of(plan.places()), values):
        data[place] = v


def _single(value, dtype):
    """The value for one element, converted by Python's float, int or bool."""
    if type(value) is ndarray and value._shape:
        if dtype is BOOL and value.size == 1:
            return bool(value)
        raise ValueError("setting an array element with a sequence.")
    if value is None and dtype is FLOAT:
        return math.nan
    if isinstance(value, (list, tuple, str)):
        if dtype is FLOAT and not isinstance(value, str):
            raise ValueError("setting an array element with a sequence.")
        return {FLOAT: float, INT: int, BOOL: bool}[dtype](value)
    if value is None:
        return {INT: int, BOOL: bool}[dtype](value)
    return value


def _fitted_to_result(value, shape):
    try:
        return fitted(value, shape)
    except ValueError:
        raise ValueError(
            f"shape mismatch: value array of shape {spell(value._shape)} could not be broadcast to indexing result of "
            f"shape {spell(shape)}"
        ) from None


def _put_masked(a, mask, value):
    value = value if type(value) is ndarray else asarray(value, a._dtype)
    if value._data is a._data and value._shape:
        raise refuse("Assigning a view of an array to elements of it through a mask", "Assign a copy of the view.")
    chosen = values_of(mask)
    fresh = cast(values_of(value), value._dtype, a._dtype)
    count = chosen.count(True)
    if value.ndim > 1:
        raise TypeError(
            "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has "
            f"{value.ndim} dimensions"
        )
    if len(fresh) == 1 and count != 1:
        fresh = fresh * count
    if len(fresh) != count:
        raise _too_many_for_mask(len(fresh), count)
    following = iter(list(fresh))
    write(a, [next(following) if ok else v for v, ok in zip(own_values(a), chosen)])


def _too_many_for_mask(given, count):
    return ValueError(
        f"NumPy boolean array indexing assignment cannot assign {given} input values to the {count} output values "
        "where the mask is true"
    )


def places_of(a, index):
    """The position in the flat list of each element of `a[index]`, as an array."""
    plan = _Plan(a, index)
    if plan.fancy:
        return plan.places()
    chosen = plan.view
    return make(places(chosen._offset, chosen._shape, chosen._strides), chosen._shape, INT)


def checked(index, axis, size):
    """An index along an axis, counted from its start."""
    if not -size <= index < size:
        raise IndexError(f"index {index} is out of bounds for axis {axis} with size {size}")
    return index + size if index < 0 else index


class _Plan:
    """An index in two parts: the view made by its integers and slices, and the index arrays for axes of that view."""

    def __init__(self, a, index):
        entries = _entries(a, index)
        self.fancy = any(type(entry) is ndarray for entry in entries)
        self.has_ellipsis = any(entry is Ellipsis for entry in entries)
        self._shape, self._strides, self._offset = [], [], a._offset
        self._arrays, self._axes, self._groups = [], [], []
        entries = _expanded(a, entries)
        _check_masks(a, entries)
        axis = 0
        for entry in entries:
            axis = self._take(a, entry, axis)
        self.view = view(a, self._shape, self._strides, self._offset)

    def _take(self, a, entry, axis):
        """Applies one entry of the index, from the axis `axis` of `a` on; returns the next axis."""
        if entry is None:
            self._keep(1, 0)
            return axis
        if type(entry) is slice:
            start, stop, step = entry.indices(a._shape[axis])
            length = len(range(start, stop, step))
            if length:
                self._offset += start * a._strides[axis]
            self._keep(length, a._strides[axis] * step)
            return axis + 1
        if type(entry) is int:
            self._offset += checked(entry, axis, a._shape[axis]) * a._strides[axis]
            self._groups.append("fancy")
            return axis + 1
        if entry._dtype is BOOL:
            return self._take_mask(a, entry, axis)
        self._add(entry, a, axis)
        return axis + 1

    def _take_mask(self, a, mask, axis):
        for k, found in enumerate(nonzero(mask)):
            self._add(found, a, axis + k)
        return axis + mask.ndim

    def _keep(self, length, stride):
        self._shape.append(length)
        self._strides.append(stride)
        self._groups.append("kept")

    def _add(self, array, a, axis):
        size, stride = a._shape[axis], a._strides[axis]
        self._arrays.append((array, axis, size, stride))
        self._groups.append("fancy")

    def _joint(self):
        joint = joint_shape([array._shape for array, *_ in self._arrays])
        if joint is None:
            shapes = " ".join(spell(array._shape) for array, *_ in self._arrays)
            raise IndexError(f"shape mismatch: indexing arrays could not be broadcast together with shapes {shapes} ")
        return joint

    def result_shape(self):
        """The shape of the indexed elements."""
        joint = self._joint()
        shape = joint + tuple(self._shape)
        return self._moved(broadcast(make([0], (), INT), shape), len(joint))._shape

    def places(self):
        """The position of each element of the result, in NumPy's memory order: the axes of index arrays first."""
        joint = self._joint()
        starts = [self._offset] * size_of(joint)
        for array, axis, size, stride in self._arrays:
            steps = [checked(k, axis, size) * stride for k in values_of(array)]
            steps = values_of(broadcast(make(steps, array._shape, INT), joint))
            starts = [start + step for start, step in zip(starts, steps)]
        inner = places(0, self._shape, self._strides)
        found = make([start + step for start in starts for step in inner], joint + tuple(self._shape), INT)
        return self._moved(found, len(joint))

    def _moved(self, found, count):
        """`found` with the axes of index arrays moved to their place in the index, if they were adjacent there."""
        first = self._groups.index("fancy")
        last = len(self._groups) - self._groups[::-1].index("fancy")
        if "kept" in self._groups[first:last]:
            return found
        before = range(count, count + first)
        order = [*before, *range(count), *range(count + first, found.ndim)]
        return view(found, [found._shape[k] for k in order], [found._strides[k] for k in order])


def _entries(a, index):
    """The parts of an index: ints, slices, None, Ellipsis, and arrays of integers or booleans."""
    entries = [_entry(part) for part in (index if type(index) is tuple else (index,))]
    if sum(entry is Ellipsis for entry in entries) > 1:
        raise IndexError("an index can only have a single ellipsis ('...')")
    return entries


def _entry(part):
    if part is None or part is Ellipsis or type(part) in (slice, int):
        return part
    if isinstance(part, (bool, bool_)):
        raise refuse("An index that is a single truth value", "Write an `if`, or a mask of the array's shape.")
    if type(part) is int64:
        return part._value
    if isinstance(part, (list, tuple, range)):
        part = asarray(part, INT) if len(part) == 0 else asarray(part)
        if part._dtype not in (INT, BOOL):
            raise IndexError(_WHAT_IS_VALID)
    if type(part) is ndarray:
        if part._dtype not in (INT, BOOL):
            raise IndexError("arrays used as indices must be of integer (or boolean) type")
        if not part._shape and part._dtype is BOOL:
            raise refuse("An index that is a single truth value", "Write an `if`, or a mask of the array's shape.")
        return part if part._shape else part.item()
    if hasattr(part, "__index__"):
        return part.__index__()
    raise IndexError(_WHAT_IS_VALID)


def _expanded(a, entries):
    """The entries, with full slices in place of the Ellipsis or at the end."""
    used = sum(_consumed(entry) for entry in entries)
    missing = a.ndim - used
    if missing < 0:
        raise IndexError(f"too many indices for array: array is {a.ndim}-dimensional, but {used} were indexed")
    whole = [slice(None)] * missing
    if Ellipsis not in [entry if entry is Ellipsis else None for entry in entries]:
        return entries + whole
    place = next(k for k, entry in enumerate(entries) if entry is Ellipsis)
    return entries[:place] + whole + entries[place + 1 :]


def _check_masks(a, entries):
    """Raises IndexError unless each mask has the lengths of its axes."""
    axis = 0
    for entry in entries:
        lengths = entry._shape if type(entry) is ndarray and entry._dtype is BOOL else ()
        for k, n in enumerate(lengths):
            if a._shape[axis + k] != n:
                raise IndexError(
                    f"boolean index did not match indexed array along axis {axis + k}; size of axis is "
                    f"{a._shape[axis + k]} but size of corresponding boolean axis is {n}"
                )
        axis += _consumed(entry)


def _consumed(entry):
    if entry is None or entry is Ellipsis:
        return 0
    return entry.ndim if type(entry) is ndarray and entry._dtype is BOOL else 1


def nonzero(a):
    """For each axis, the indices of the elements that are not zero."""
    a = asarray(a)
    if not a._shape:
        hint = " If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
        raise ValueError(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead."
            + (hint if a._dtype is BOOL else "")
        )
    found = [place for place, v in enumerate(values_of(a)) if v]
    columns = []
    for n in reversed(a._shape):
        columns.append([place % n for place in found])
        found = [place // n for place in found]
    rows = make([k for row in zip(*reversed(columns)) for k in row], (len(found), a.ndim), INT)
    return tuple(rows[:, k] for k in range(a.ndim))


def take(a, indices, axis=None, out=None, mode="raise"):
    """The elements at these indices along an axis."""
    if out is not None or mode != "raise":
        raise refuse("take with `out` or `mode`", "Remove them.")
    a = asarray(a)
    if axis is None or not a._shape:
        a, axis = a.reshape(-1), axis or 0
    axis = as_axis(axis, a.ndim)
    found = asarray(indices)
    if found._dtype is not INT:
        if found._dtype is FLOAT and found.size:
            raise refuse("take with indices that are not whole", "Use astype(int) on them.")
        found = found.astype(INT)
    if not a._shape[axis] and size_of(a._shape[:axis] + found._shape + a._shape[axis + 1 :]):
        raise IndexError("cannot do a non-empty take from an empty axes.")
    if 0 in a._shape[:axis]:
        return make([], a._shape[:axis] + found._shape + a._shape[axis + 1 :], a._dtype)
    if not found._shape:
        return get(a, (slice(None),) * axis + (found.item(),))
    for k in values_of(found):
        checked(k, axis, a._shape[axis])
    taken = get(a, (slice(None),) * axis + (found,))
    return make(own_values(taken), taken._shape, taken._dtype)
