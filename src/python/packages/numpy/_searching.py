"""Sorting, choosing, counting and finding elements."""

from bisect import bisect_left, bisect_right

from . import _ufuncs as u
from ._array import contiguous, make, make_ordered, result_of, values_of
from ._creation import asarray
from ._dtypes import BOOL, FLOAT, INT, cast, promoted
from ._indexing import nonzero
from ._reductions import along_axis, stored
from ._refusal import default_only, refuse
from ._shaping import as_axis


def _check_kind(function, kind, order, stable=None):
    default_only(function, order=order)
    if kind not in (None, "quicksort", "mergesort", "heapsort", "stable"):
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got {kind!r})")


def sorted_line(line):
    """A list of values in order, nan last."""
    if all(v == v for v in line):
        return sorted(line)
    return sorted(v for v in line if v == v) + [v for v in line if v != v]


def order_of(line):
    """The places of a list's values in order, nan last, equal ones as they come."""
    if all(v == v for v in line):
        return sorted(range(len(line)), key=line.__getitem__)
    return sorted(range(len(line)), key=lambda k: (line[k] != line[k], line[k] if line[k] == line[k] else 0.0))


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    """A copy with the elements along an axis in order."""
    _check_kind("sort", kind, order)
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    if not a._shape:
        as_axis(axis, 0)
    return along_axis(a, axis, sorted_line, a._dtype)


def sort_in_place(a, axis=-1, kind=None, order=None, *, stable=None):
    """Puts the elements of `a` along an axis in order."""
    if not a._writeable:
        raise ValueError("sort array is read-only")
    as_axis(axis, a.ndim)
    a[...] = sort(a, axis, kind, order)


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    """The indices that would sort the elements along an axis; equal ones stay in their order."""
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
    """The different elements, in order; with their first places, where each went, and how many there are."""
    a = asarray(ar)
    if axis is not None:
        return _unique_along(a, axis, return_index, return_inverse, return_counts)
    line = values_of(a)
    order = order_of(line)
    firsts, counts, groups = [], [], [0] * len(line)
    for k in order:
        same = firsts and (line[firsts[-1]] == line[k] or equal_nan and line[k] != line[k] and line[firsts[-1]] != line[firsts[-1]])
        if same:
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
        raise refuse("unique with `axis` and further results", "Leave them out.")
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
    """Where to insert values into a sorted vector so that it stays sorted."""
    default_only("searchsorted", sorter=sorter)
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
    a, v = asarray(a), asarray(v)
    if a.ndim != 1:
        raise ValueError("object too deep for desired array" if a.ndim else "object of too small depth for desired array")
    dtype = promoted([a._dtype, v._dtype])
    line = cast(values_of(a), a._dtype, dtype)
    known = [x for x in line if x == x]
    find = bisect_left if side == "left" else bisect_right
    beyond = len(known) if side == "left" else len(line)
    places = [find(known, x) if x == x else beyond for x in cast(values_of(v), v._dtype, dtype)]
    return result_of(make(places, v._shape, INT))


def where(condition, x=None, y=None, /):
    """Elements of x where the condition holds, of y elsewhere; without them, the indices where it holds."""
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError("either both or neither of x and y should be given")
    condition, x, y = asarray(condition), u.operand(x), u.operand(y)
    dtype = promoted([x._dtype, y._dtype])
    lists, shape, order = u.aligned([condition, x, y])
    yes, no = cast(lists[1], x._dtype, dtype), cast(lists[2], y._dtype, dtype)
    return make_ordered([p if c else q for c, p, q in zip(lists[0], yes, no)], shape, dtype, order)


def select(condlist, choicelist, default=0):
    """The element of the choice whose condition is the first to hold."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if not condlist:
        raise ValueError("select with an empty condition list is not possible")
    found = u.operand(default)
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        condition = asarray(condition)
        if condition._dtype is not BOOL:
            raise TypeError("invalid entry 0 in condlist: should be boolean ndarray")
        found = where(condition, choice, found)
    return found


def argwhere(a):
    """The index tuples of the elements that are not zero, as rows."""
    a = asarray(a)
    if not a._shape:
        return make([], (int(bool(a.item())), 0), INT)
    columns = [values_of(column) for column in nonzero(a)]
    return make([k for column in columns for k in column], (a.ndim, len(columns[0])), INT).T


def flatnonzero(a):
    """The places of the elements that are not zero, in the array as one row."""
    return nonzero(asarray(a).reshape(-1))[0]


def extract(condition, arr):
    """The elements for which the condition holds."""
    return asarray(arr).reshape(-1)[flatnonzero(condition)]


def compress(condition, a, axis=None):
    """The elements along an axis for which the condition holds."""
    from ._indexing import take

    condition = asarray(condition)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1-d array")
    return take(a, nonzero(condition)[0], axis)


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None):
    """The elements, moved up to a_min and down to a_max."""
    low = min if a_min is None else a_min
    high = max if a_max is None else a_max
    a = u.operand(a)
    if low is None and high is None:
        return stored(u.positive(a), out)
    if high is None:
        return u.maximum(a, low, out=out)
    return u.minimum(a, high, out=out) if low is None else u.clip(a, low, high, out=out)


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
    """The different elements that both have, in order."""
    if return_indices:
        raise refuse("intersect1d with return_indices", "Find the indices with np.isin and np.nonzero.")
    (a, b), dtype = _sets(ar1, ar2)
    known = set(values_of(b))
    return _as_set([v for v in values_of(a) if v in known], dtype)


def union1d(ar1, ar2):
    """The different elements of both, in order."""
    (a, b), dtype = _sets(ar1, ar2)
    both = values_of(a) + values_of(b)
    return unique(make(both, (len(both),), dtype))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The different elements of the first that the second has not, in order."""
    a, b = asarray(ar1), asarray(ar2)
    a = unique(a)
    return a[~isin(a, b)] if a.size else a


def interp(x, xp, fp, left=None, right=None, period=None):
    """The values at x of the straight lines through the points (xp, fp)."""
    default_only("interp", period=period)
    x, xp, fp = asarray(x), asarray(xp).astype(FLOAT), asarray(fp).astype(FLOAT)
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("object too deep for desired array" if xp.ndim > 1 or fp.ndim > 1 else "Data points must be 1-D sequences")
    if xp.size == 0:
        raise ValueError("array of sample points is empty")
    if xp.size != fp.size:
        raise ValueError("fp and xp are not of the same length.")
    places, heights = values_of(xp), values_of(fp)
    if len(places) == 1:
        places, heights = places * 2, heights * 2
    low = heights[0] if left is None else float(left)
    high = heights[-1] if right is None else float(right)
    found = [_between(v, places, heights, low, high) for v in cast(values_of(x), x._dtype, FLOAT)]
    return result_of(make(found, x._shape, FLOAT))


def _between(v, places, heights, low, high):
    if v != v:
        return heights[0] if places[0] == places[-1] else v
    k = bisect_right(places, v) - 1
    if k < 0:
        return low
    if v > places[-1]:
        return high
    if k == len(places) - 1 or places[k] == v:
        return heights[k]
    slope = (heights[k + 1] - heights[k]) / (places[k + 1] - places[k])
    found = slope * (v - places[k]) + heights[k]
    if found != found:
        found = slope * (v - places[k + 1]) + heights[k + 1]
        if found != found and heights[k] == heights[k + 1]:
            return heights[k]
    return found


def digitize(x, bins, right=False):
    """The number of the bin in which each element lies."""
    x, bins = asarray(x), asarray(bins)
    steps = list(zip(values_of(bins), values_of(bins)[1:]))
    side = "left" if right else "right"
    if all(a <= b for a, b in steps):
        return searchsorted(bins, x, side)
    if not all(a >= b for a, b in steps):
        raise ValueError("bins must be monotonically increasing or decreasing")
    return bins.size - searchsorted(bins[::-1], x, side)


def bincount(x, /, weights=None, minlength=0):
    """How often each whole number from 0 on occurs; with weights, the sum of its weights."""
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("object too deep for desired array" if x.ndim else "object of too small depth for desired array")
    if x._dtype is FLOAT and x.size:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    values = cast(values_of(x), x._dtype, INT)
    if any(v < 0 for v in values):
        raise ValueError("'list' argument must have no negative elements")
    if minlength < 0:
        raise ValueError("'minlength' must not be negative")
    length = max([minlength, *(v + 1 for v in values)])
    if not values:
        return make([0] * length, (length,), INT)
    counts = [0] * length
    if weights is None:
        for v in values:
            counts[v] += 1
        return make(counts, (length,), INT)
    weights = asarray(weights)
    if weights._shape != x._shape:
        raise ValueError("The weights and list don't have the same length.")
    counts = [0.0] * length
    for v, weight in zip(values, cast(values_of(weights), weights._dtype, FLOAT)):
        counts[v] += weight
    return make(counts, (length,), FLOAT)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of the bins that `histogram` would use."""
    from ._creation import linspace

    a = asarray(a).reshape(-1)
    if isinstance(bins, str):
        raise refuse(f"The argument bins={bins!r} of histogram", "Give the number of bins, or their edges.")
    edges = asarray(bins)
    if edges.ndim == 1:
        line = values_of(edges)
        if any(p > q for p, q in zip(line, line[1:])):
            raise ValueError("`bins` must increase monotonically, when an array")
        return edges
    if edges.ndim > 1 or edges._dtype is FLOAT:
        raise TypeError("`bins` must be an integer, a string, or an array")
    count = edges.item()
    if count < 1:
        raise ValueError("`bins` must be positive, when an integer")
    edges = linspace(*_outer_edges(a, range), count + 1)
    if bool(u.logical_or.reduce(edges[:-1] >= edges[1:])):
        raise ValueError(f"Too many bins for data range. Cannot create {count} finite-sized bins.")
    return edges


def _outer_edges(a, limits):
    if limits is not None:
        low, high = limits
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        if low - low != 0 or high - high != 0:
            raise ValueError(f"supplied range of [{low}, {high}] is not finite")
    elif a.size == 0:
        low, high = 0.0, 1.0
    else:
        low, high = float(u.minimum.reduce(a)), float(u.maximum.reduce(a))
        if low - low != 0 or high - high != 0:
            raise ValueError(f"autodetected range of [{u.minimum.reduce(a)}, {u.maximum.reduce(a)}] is not finite")
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def histogram(a, bins=10, range=None, density=None, weights=None):
    """How many elements lie in each bin, and the edges of the bins. The last bin has its right edge."""
    a = asarray(a)
    if a._dtype is BOOL:
        raise refuse("histogram of truth values", "Convert with .astype(int) first.")
    edges = histogram_bin_edges(a, bins, range)
    if weights is not None:
        raise refuse("The argument `weights` of histogram", "Use np.digitize and np.bincount with weights.")
    bounds = values_of(edges)
    values = values_of(a)
    counts = [0] * (len(bounds) - 1)
    uniform = asarray(bins).ndim == 0
    for v in values:
        if v == v and bounds[0] <= v <= bounds[-1]:
            k = bisect_right(bounds, v) - 1
            counts[k if k < len(counts) else _last_bin(bounds)] += 1
    found = make(counts, (len(counts),), INT)
    if density:
        widths = u.subtract(edges[1:], edges[:-1]).astype(FLOAT)
        return u.divide(u.divide(found, widths), found.sum()), edges
    return found, edges if not uniform else edges


def _last_bin(bounds):
    """The bin of an element on the right edge of all."""
    return len(bounds) - 2
