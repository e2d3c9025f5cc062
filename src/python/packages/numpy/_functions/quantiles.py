"""Medians and quantiles."""

import math

from .._core.array import make, result_of
from .._core.axes import as_axes
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, cast
from .._core.warnings import INVALID, OVER, report, warn
from .._loops import ufuncs as u
from .._loops.axis_iteration import lines_of, reduced_axes
from .._refusal import default_only, refuse
from .results import stored
from .sorting import sorted_line


def over_lines(a, axis, keepdims, function, dtype=FLOAT):
    """`function` of every one-dimensional slice along an axis, along several axes merged, or of all elements."""
    axes = tuple(range(a.ndim)) if axis is None else as_axes(axis, a.ndim, "axis")
    kept = [k for k in range(a.ndim) if k not in axes]
    shape = tuple(a._shape[k] for k in kept)
    if len(axes) > 1 and 0 in shape:
        raise ValueError(f"cannot reshape array of size 0 into shape ({','.join(map(str, shape))},newaxis)")
    rows = a.transpose([*kept, *axes]).reshape((*shape, -1 if a.size else 0)) if a.size else None
    if rows is None:
        count = 1
        for n in shape:
            count *= n
        results = [function([]) for _ in range(count)]
    else:
        results = [function(cast(line, a._dtype, dtype)) for line in lines_of(rows, rows.ndim - 1)[0]]
    if keepdims:
        shape = tuple(1 if k in axes else n for k, n in enumerate(a._shape))
    return results, shape


def median_of(line):
    """The median of a list of floats; nan for an empty list or one that contains nan."""
    if not line or any(v != v for v in line):
        return math.nan
    line = sorted(line)
    half = len(line) // 2
    if len(line) % 2:
        return line[half] + 0.0
    total = line[half - 1] + line[half]
    if total - total != 0:
        low, high = line[half - 1], line[half]
        report(INVALID if total != total else OVER if low - low == high - high == 0 else 0, "reduce")
    return total / 2.0


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle element in sorted order, or the mean of the two middle ones.

    Float64; nan if an element is nan. Warns for an empty array.
    """
    check_not_overwriting(overwrite_input)
    a = asarray(a)
    results, shape = over_lines(a, axis, keepdims, median_of)
    if not a.size and results:
        warn("Mean of empty slice")
        report(INVALID, "divide" if len(reduced_axes(a, axis)) < a.ndim else "scalar divide")
    found = make(results, shape, FLOAT)
    return stored(found if keepdims else result_of(found), out)


def check_not_overwriting(overwrite_input):
    """Refuses `overwrite_input=True`."""
    if overwrite_input:
        raise refuse("The argument overwrite_input=True", "Remove it.")


_METHODS = ("linear", "lower", "higher", "nearest", "midpoint")


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """The value below which the fraction q of the elements lies.

    Float64; the shape of q, then the remaining axes. "linear" is method 7 of Hyndman and Fan, American Statistician
    50 (1996). Raises ValueError for a q outside of [0, 1], IndexError for an empty array; weights and further methods
    are not supported.
    """
    default_only("quantile", weights=weights)
    check_not_overwriting(overwrite_input)
    whole = asarray(q)._dtype is not FLOAT
    q = asarray(q).astype(FLOAT)
    if any(not 0 <= v <= 1 for v in q.reshape(-1).tolist()):
        raise ValueError("Quantiles must be in the range [0, 1]")
    return _quantiles(asarray(a), q, axis, out, "end" if whole and method == "linear" else method, keepdims)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """The value below which q percent of the elements lie.

    As `quantile` of q / 100. Raises ValueError for a q outside of [0, 100].
    """
    default_only("percentile", weights=weights)
    check_not_overwriting(overwrite_input)
    q = asarray(u.divide(q, 100))
    if any(not 0 <= v <= 1 for v in q.reshape(-1).tolist()):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _quantiles(asarray(a), q, axis, out, method, keepdims)


def _quantiles(a, q, axis, out, method, keepdims):
    if method not in (*_METHODS, "end"):
        raise refuse(f"The argument method={method!r} of quantile", f"Use one of {', '.join(_METHODS)}.")
    if method not in ("linear", "end") and a._dtype is not FLOAT:
        raise refuse(f"The argument method={method!r} of quantile for whole numbers", "Use .astype(float).")
    parts = q.reshape(-1).tolist()
    axes = range(a.ndim) if axis is None else as_axes(axis, a.ndim, "axis")
    others = (a._shape[k] for k in range(a.ndim) if k not in axes)
    if not a.size and 0 in (a._shape[k] for k in axes) and not (len(axes) > 1 and 0 in others):
        if method == "end" and a._dtype is not FLOAT:
            raise IndexError("cannot do a non-empty take from an empty axes.")
        wanted = -1 if a._dtype is FLOAT or parts[:1] == [0.0] else 0
        raise IndexError(f"index {wanted} is out of bounds for axis 0 with size 0")
    if a._dtype is BOOL and method != "end":
        u.subtract.chosen([BOOL])
    results, shape = over_lines(a, axis, False, lambda line: _neighbours_of(line, parts, method), a._dtype)

    def picked(k, dtype=FLOAT):
        return result_of(make([row[j][k] for j in range(len(parts)) for row in results], (*q._shape, *shape), dtype))

    low, high, share, unknown = picked(0, a._dtype), picked(1, a._dtype), picked(2), picked(3)
    found = asarray(low).copy()
    if method in ("linear", "midpoint"):
        step = high - low
        found = asarray(u.add(low, step * share))
        u.subtract(high, step * (1 - share), out=found, where=share >= 0.5)
    if u.logical_or.reduce(asarray(unknown).reshape(-1)):
        found[unknown != 0] = math.nan
    if keepdims and a.ndim:
        return stored(found.reshape((*q._shape, *(1 if k in axes else n for k, n in enumerate(a._shape)))), out)
    return stored(found if keepdims else result_of(found), out)


def _neighbours_of(line, parts, method):
    """For each fraction: the two neighboring elements, its position between them from 0 to 1, and 1.0 if one is nan."""
    line = sorted_line(line)
    unknown = 1.0 if line[-1] != line[-1] else 0.0
    return [(*_neighbours(line, (len(line) - 1) * part, method), unknown) for part in parts]


def _neighbours(line, place, method):
    if method == "end":
        return (line[0], line[0], 0.0) if place == 0 else (line[-1], line[-1], 0.0)
    if place >= len(line) - 1:
        return line[-1], line[-1], place + 1.0 if method == "linear" else 0.0
    below = math.floor(place)
    if method == "linear":
        return line[below], line[below + 1], place - below
    if method == "midpoint":
        return line[below], line[below + 1], 0.5 if place != below else 0.0
    chosen = {"lower": below, "higher": math.ceil(place), "nearest": round(place)}[method]
    return line[chosen], line[chosen], 0.0
