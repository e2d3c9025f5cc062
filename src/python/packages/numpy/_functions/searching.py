"""Finding and selecting elements, clipping and interpolation."""

from bisect import bisect_right

from .._core.array import make, result_of, values_of
from .._core.conversion import asarray
from .._core.dtypes import FLOAT, INT, cast
from .._core.indexing import nonzero, take
from .._loops import ufuncs as u
from .._loops.ufunc import operand
from .._refusal import default_only
from .results import stored


def argwhere(a):
    """The index tuples of the elements that are not zero, as rows.

    Int64, shape (count, ndim).
    """
    a = asarray(a)
    if not a._shape:
        return make([], (int(bool(a.item())), 0), INT)
    columns = [values_of(column) for column in nonzero(a)]
    return make([k for column in columns for k in column], (a.ndim, len(columns[0])), INT).T


def flatnonzero(a):
    """The indices of the elements of the flattened array that are not zero."""
    return nonzero(asarray(a).reshape(-1))[0]


def extract(condition, arr):
    """The elements for which the condition is true."""
    return asarray(arr).reshape(-1)[flatnonzero(condition)]


def compress(condition, a, axis=None):
    """The elements along an axis for which the condition is true.

    Raises ValueError unless the condition is a vector.
    """
    condition = asarray(condition)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1-d array")
    return take(a, nonzero(condition)[0], axis)


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None):
    """The elements, limited to the range from a_min to a_max.

    Nan stays nan. Raises ValueError for shapes that do not match.
    """
    low = min if a_min is None else a_min
    high = max if a_max is None else a_max
    a = operand(a)
    if low is None and high is None:
        return stored(u.positive(a), out)
    if high is None:
        return u.maximum(a, low, out=out)
    return u.minimum(a, high, out=out) if low is None else u.clip(a, low, high, out=out)


def interp(x, xp, fp, left=None, right=None, period=None):
    """The linear interpolation at x between the points (xp, fp).

    Float64, shape of x; `xp` must increase, which is not checked. `left` and `right` are the values outside. Raises
    ValueError for an empty xp, or if xp and fp differ in length; `period` is not supported.
    """
    default_only("interp", period=period)
    x, xp, fp = asarray(x), asarray(xp).astype(FLOAT), asarray(fp).astype(FLOAT)
    if xp.ndim != 1 or fp.ndim != 1:
        deep = xp.ndim > 1 or fp.ndim > 1
        raise ValueError("object too deep for desired array" if deep else "Data points must be 1-D sequences")
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
