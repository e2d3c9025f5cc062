"""Sorting, unique elements, sets, and search in sorted arrays."""

from bisect import bisect_left, bisect_right

from .._core.array import contiguous, make, result_of, values_of
from .._core.axes import as_axis
from .._core.conversion import asarray
from .._core.dtypes import BOOL, INT, cast, promoted
from .._loops.axis_iteration import along_axis
from .._refusal import default_only, refuse


def _check_kind(function, kind, order, stable=None):
    default_only(function, order=order)
    if kind not in (None, "quicksort", "mergesort", "heapsort", "stable"):
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got {kind!r})")


def sorted_line(line):
    """A sorted copy of a list, nan last."""
    if all(v == v for v in line):
        return sorted(line)
    return sorted(v for v in line if v == v) + [v for v in line if v != v]


def order_of(line):
    """The indices that sort a list, nan last; the sort is stable."""
    if all(v == v for v in line):
        return sorted(range(len(line)), key=line.__getitem__)
    return sorted(range(len(line)), key=lambda k: (line[k] != line[k], line[k] if line[k] == line[k] else 0.0))


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    """A copy sorted along an axis.

    Nan comes last. With None for the axis, the flattened array is sorted. Raises AxisError for an axis that does not
    exist, ValueError for an unknown kind.
    """
    _check_kind("sort", kind, order)
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    if not a._shape:
        as_axis(axis, 0)
    return along_axis(a, axis, sorted_line, a._dtype)


def sort_in_place(a, axis=-1, kind=None, order=None, *, stable=None):
    """Sorts the elements of `a` along an axis in place."""
    as_axis(axis, a.ndim)
    if not a._writeable:
        raise ValueError("sort array is read-only")
    a[...] = sort(a, axis, kind, order)


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    """The indices that would sort the elements along an axis; the sort is stable.

    Int64. Nan comes last.
    """
    _check_kind("argsort", kind, order)
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    if not a._shape:
        as_axis(axis, 1)
        return make([0], (1,), INT)
    return contiguous(along_axis(a, axis, order_of, INT))


def lexsort(keys, axis=-1):
    """The indices that sort by the last key, then by the one before, and so on."""
    keys = [asarray(key) for key in keys]
    if any(key.ndim != 1 for key in keys) or axis not in (-1, 0):
        raise refuse("lexsort of keys with several axes", "Give a tuple of vectors.")
    order = list(range(keys[0].size))
    for key in keys:
        line = values_of(key)
        order = [order[k] for k in order_of([line[k] for k in order])]
    return make(order, (len(order),), INT)


def unique(
    ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True
):
    """The unique elements, sorted; on request with their first indices, the inverse indices, and the counts.

    With `equal_nan` all nan are one element. With further results a tuple of arrays. Raises AxisError for an axis that
    does not exist.
    """
    a = asarray(ar)
    if axis is not None:
        return _unique_along(a, axis, return_index, return_inverse, return_counts)
    line = values_of(a)
    order = order_of(line)
    firsts, counts, groups = [], [], [0] * len(line)
    for k in order:
        before = line[firsts[-1]] if firsts else None
        if line[k] == before or equal_nan and line[k] != line[k] and before != before:
            counts[-1] += 1
        else:
            firsts.append(k)
            counts.append(1)
        groups[k] = len(firsts) - 1
    found = [make([line[k] for k in firsts], (len(firsts),), a._dtype)]
    if return_index:
        found.append(make(firsts, (len(firsts),), INT))
    if return_inverse:
        found.append(make(groups, a._shape, INT))
    if return_counts:
        found.append(make(counts, (len(counts),), INT))
    return found[0] if len(found) == 1 else tuple(found)


def _unique_along(a, axis, *returns):
    if any(returns):
        raise refuse("unique with `axis` and further results", "Remove them.")
    axis = as_axis(axis, a.ndim)
    if a.ndim != 2:
        raise refuse("unique along an axis of an array that is no matrix", "Give a matrix.")
    rows = (a if axis == 0 else a.T).tolist()
    kept = []
    for row in sorted(rows):
        if not kept or kept[-1] != row:
            kept.append(row)
    found = make([v for row in kept for v in row], (len(kept), a._shape[1 - axis]), a._dtype)
    return found if axis == 0 else found.T.copy()


def searchsorted(a, v, side="left", sorter=None):
    """The indices at which values can be inserted into a sorted vector so that it stays sorted.

    Int64, shape of `v`. By bisection. Raises ValueError for another side, or unless `a` is a vector.
    """
    default_only("searchsorted", sorter=sorter)
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
    a, v = asarray(a), asarray(v)
    if a.ndim != 1:
        raise ValueError(f"object {'too deep' if a.ndim else 'of too small depth'} for desired array")
    dtype = promoted([a._dtype, v._dtype])
    line = cast(values_of(a), a._dtype, dtype)
    known = [x for x in line if x == x]
    find = bisect_left if side == "left" else bisect_right
    beyond = len(known) if side == "left" else len(line)
    places = [find(known, x) if x == x else beyond for x in cast(values_of(v), v._dtype, dtype)]
    return result_of(make(places, v._shape, INT))


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """Whether each element is among the test elements."""
    element, among = asarray(element), asarray(test_elements)
    known = {v for v in values_of(among) if v == v}
    return make([(v in known) != invert for v in values_of(element)], element._shape, BOOL)


def _as_set(values, dtype):
    line = sorted_line(list(values))
    return make(line, (len(line),), dtype)


def _sets(a, b):
    a, b = asarray(a), asarray(b)
    dtype = promoted([a._dtype, b._dtype])
    return [unique(x.reshape(-1).astype(dtype)) for x in (a, b)], dtype


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The unique elements of both arrays, sorted."""
    if return_indices:
        raise refuse("intersect1d with return_indices", "Find the indices with np.isin and np.nonzero.")
    (a, b), dtype = _sets(ar1, ar2)
    known = set(values_of(b))
    return _as_set([v for v in values_of(a) if v in known], dtype)


def union1d(ar1, ar2):
    """The unique elements of either array, sorted."""
    (a, b), dtype = _sets(ar1, ar2)
    both = values_of(a) + values_of(b)
    return unique(make(both, (len(both),), dtype))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The unique elements of the first array that are not in the second, sorted."""
    a, b = asarray(ar1), asarray(ar2)
    a = unique(a)
    return a[~isin(a, b)] if a.size else a
