"""Bins, counts and histograms."""

from bisect import bisect_right

from .._core.array import make, values_of
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, INT, cast
from .._loops import ufuncs as u
from .._refusal import refuse
from .ranges import linspace
from .sorting import searchsorted


def digitize(x, bins, right=False):
    """The number of the bin of each element.

    Int64, shape of `x`; `bins` may increase or decrease. Raises ValueError if it does neither.
    """
    x, bins = asarray(x), asarray(bins)
    steps = list(zip(values_of(bins), values_of(bins)[1:]))
    side = "left" if right else "right"
    if all(a <= b for a, b in steps):
        return searchsorted(bins, x, side)
    if not all(a >= b for a, b in steps):
        raise ValueError("bins must be monotonically increasing or decreasing")
    return bins.size - searchsorted(bins[::-1], x, side)


def bincount(x, /, weights=None, minlength=0):
    """The number of occurrences of each integer from 0 on; with weights, the sum of its weights.

    Int64, or float64 with weights; shape (max(x) + 1,), at least `minlength`. Raises ValueError for negative numbers,
    TypeError for floats.
    """
    x = asarray(x)
    values = _values_to_count(x, minlength)
    length = max([minlength, *(v + 1 for v in values)])
    if weights is not None and values:
        return make(_sums_of_weights(x, values, asarray(weights), length), (length,), FLOAT)
    counts = [0] * length
    for v in values:
        counts[v] += 1
    return make(counts, (length,), INT)


def _values_to_count(x, minlength):
    if x.ndim != 1:
        raise ValueError(f"object {'too deep' if x.ndim else 'of too small depth'} for desired array")
    if x._dtype is FLOAT and x.size:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    values = cast(values_of(x), x._dtype, INT)
    if minlength < 0:
        raise ValueError("'minlength' must not be negative")
    if any(v < 0 for v in values):
        raise ValueError("'list' argument must have no negative elements")
    return values


def _sums_of_weights(x, values, weights, length):
    if weights._shape != x._shape:
        raise ValueError("The weights and list don't have the same length.")
    sums = [0.0] * length
    for v, weight in zip(values, cast(values_of(weights), weights._dtype, FLOAT)):
        sums[v] += weight
    return sums


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of the bins that `histogram` would use.

    Shape (bins + 1,). Raises ValueError for fewer than one bin, decreasing edges, or a range that is not finite.
    """
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
    """The number of elements in each bin, and the edges of the bins. The last bin includes its right edge.

    Counts (int64; float64 with `density`) in shape (bins,), and edges in shape (bins + 1,). Raises the same errors as
    `histogram_bin_edges`; weights are not supported.
    """
    a = asarray(a)
    if a._dtype is BOOL:
        raise refuse("histogram of truth values", "Convert with .astype(int) first.")
    edges = histogram_bin_edges(a, bins, range)
    if weights is not None:
        raise refuse("The argument `weights` of histogram", "Use np.digitize and np.bincount with weights.")
    bounds = values_of(edges)
    counts = [0] * (len(bounds) - 1)
    for v in _within(values_of(a), bounds, bins, range):
        k = bisect_right(bounds, float(v) if edges._dtype is FLOAT else v) - 1
        counts[max(min(k, len(counts) - 1), 0)] += 1
    found = make(counts, (len(counts),), INT)
    if density:
        widths = u.subtract(edges[1:], edges[:-1]).astype(FLOAT)
        return u.divide(u.divide(found, widths), found.sum()), edges
    return found, edges


def _within(values, bounds, bins, range):
    """The values inside the bins. Bins computed from the values include all of them, even after rounding."""
    if asarray(bins).ndim == 0 and range is None:
        return values
    first, last = range if asarray(bins).ndim == 0 and range[0] != range[1] else (bounds[0], bounds[-1])
    return [v for v in values if first <= v <= last]
