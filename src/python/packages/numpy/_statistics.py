"""Medians, quantiles, correlations, and statistics that leave nan out."""

import math

from . import _reductions as r
from . import _ufuncs as u
from ._accumulations import cumprod, cumsum
from ._array import make, ndarray, result_of
from ._axes import as_axes
from ._conversion import asarray, stored_as
from ._dtypes import BOOL, FLOAT, cast
from ._results import NOT_GIVEN, stored
from ._joining import vstack
from ._products import dot
from ._refusal import default_only, refuse
from ._where import where
from ._searching import clip
from ._shaping import squeeze
from ._sorting import sorted_line
from ._walking import lines_of, reduced_axes
from ._warnings import INVALID, OVER, errstate, report, warn


def _over_lines(a, axis, keepdims, function, dtype=FLOAT):
    """`function` of every line along an axis, along several axes taken as one, or of all elements."""
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


def _median_of(line):
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
    """The element in the middle, or the mean of the two there."""
    _check_not_overwriting(overwrite_input)
    a = asarray(a)
    results, shape = _over_lines(a, axis, keepdims, _median_of)
    if not a.size and results:
        warn("Mean of empty slice")
        report(INVALID, "divide" if len(reduced_axes(a, axis)) < a.ndim else "scalar divide")
    found = make(results, shape, FLOAT)
    return stored(found if keepdims else result_of(found), out)


def _check_not_overwriting(overwrite_input):
    if overwrite_input:
        raise refuse("The argument overwrite_input=True", "Leave it out.")


_METHODS = ("linear", "lower", "higher", "nearest", "midpoint")


def quantile(
    a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None
):
    """The value below which the part q of the elements lies."""
    default_only("quantile", weights=weights)
    _check_not_overwriting(overwrite_input)
    whole = asarray(q)._dtype is not FLOAT
    q = asarray(q).astype(FLOAT)
    if any(not 0 <= v <= 1 for v in q.reshape(-1).tolist()):
        raise ValueError("Quantiles must be in the range [0, 1]")
    return _quantiles(asarray(a), q, axis, out, "end" if whole and method == "linear" else method, keepdims)


def percentile(
    a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None
):
    """The value below which q percent of the elements lie."""
    default_only("percentile", weights=weights)
    _check_not_overwriting(overwrite_input)
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
    results, shape = _over_lines(a, axis, False, lambda line: _neighbours_of(line, parts, method), a._dtype)

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
    """For each part: the elements on both sides of its place, how far it is from the first, and 1.0 for nan."""
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


def _without_nan(a, neutral):
    """The array with a neutral value for nan, and where there was none."""
    a = asarray(a)
    if a._dtype is not FLOAT:
        return a, None
    filled = stored_as(a, FLOAT)
    known = u.logical_not(u.isnan(filled))
    filled._data[:] = [v if v == v else neutral for v in filled._data]
    return filled, known


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=NOT_GIVEN, where=NOT_GIVEN):
    """The sum of the elements that are not nan."""
    _check_no_where("nansum", where)
    return r.sum(_without_nan(a, 0.0)[0], axis, dtype, out, keepdims, initial)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=NOT_GIVEN, where=NOT_GIVEN):
    """The product of the elements that are not nan."""
    _check_no_where("nanprod", where)
    return r.prod(_without_nan(a, 1.0)[0], axis, dtype, out, keepdims, initial)


def nancumsum(a, axis=None, dtype=None, out=None):
    """The running sums, in which nan counts as 0."""
    return cumsum(_without_nan(a, 0.0)[0], axis, dtype, out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """The running products, in which nan counts as 1."""
    return cumprod(_without_nan(a, 1.0)[0], axis, dtype, out)


def _check_no_where(function, where):
    if where is not NOT_GIVEN:
        default_only(function, where=where)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=NOT_GIVEN):
    """The mean of the elements that are not nan."""
    _check_no_where("nanmean", where)
    filled, known = _without_nan(a, 0.0)
    if known is None:
        return r.mean(filled, axis, dtype, out, keepdims)
    count = r.sum(known, axis, keepdims=keepdims)
    total = r.sum(filled, axis, FLOAT, keepdims=keepdims)
    if bool(r.any(u.equal(count, 0))):
        warn("Mean of empty slice")
        return stored(_divided_quietly(total, count), out)
    return stored(u.divide(total, count), out)


def _divided_quietly(total, count):
    with errstate(invalid="ignore", divide="ignore"):
        return u.divide(total, count)


def nanvar(
    a,
    axis=None,
    dtype=None,
    out=None,
    ddof=0,
    keepdims=False,
    *,
    where=NOT_GIVEN,
    mean=NOT_GIVEN,
    correction=NOT_GIVEN,
):
    """The variance of the elements that are not nan."""
    for name, given in (("where", where), ("mean", mean), ("correction", correction)):
        if given is not NOT_GIVEN:
            default_only("nanvar", **{name: given})
    filled, known = _without_nan(a, 0.0)
    if known is None:
        return r.var(filled, axis, dtype, out, ddof, keepdims)
    count = r.sum(known, axis, keepdims=True)
    middle = _divided_quietly(r.sum(filled, axis, FLOAT, keepdims=True), count)
    distances = where_(known, u.subtract(filled, middle), 0.0)
    total = r.sum(u.multiply(distances, distances), axis, keepdims=keepdims)
    left = u.subtract(r.sum(known, axis, keepdims=keepdims), ddof)
    found = _divided_quietly(total, left)
    if bool(r.any(u.less_equal(left, 0))):
        warn("Degrees of freedom <= 0 for slice.")
        found = where_(u.less_equal(left, 0), math.nan, found)
        found = result_of(found) if type(found) is ndarray else found
    return stored(found, out)


where_ = where


def nanstd(
    a,
    axis=None,
    dtype=None,
    out=None,
    ddof=0,
    keepdims=False,
    *,
    where=NOT_GIVEN,
    mean=NOT_GIVEN,
    correction=NOT_GIVEN,
):
    """The standard deviation of the elements that are not nan."""
    found = nanvar(a, axis, dtype, None, ddof, keepdims, where=where, mean=mean, correction=correction)
    return stored(u.sqrt(found), out)


def _nan_extreme(function, name, a, axis, out, keepdims, neutral):
    what = "slice" if type(a) is ndarray else "axis"
    name = name if type(a) is ndarray else {"fmax": "maximum", "fmin": "minimum"}[name]
    a = asarray(a)
    if any(a._shape[k] == 0 for k in reduced_axes(a, axis)):
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    if a._dtype is not FLOAT:
        return function(a, axis, out, keepdims)
    filled, known = _without_nan(a, neutral)
    found = function(filled, axis, keepdims=keepdims)
    empty = u.logical_not(r.any(known, axis, keepdims=keepdims))
    if bool(r.any(empty)):
        warn(f"All-NaN {what} encountered")
        found = where(empty, math.nan, found)
        found = result_of(found)
    return stored(found, out)


def nanmax(a, axis=None, out=None, keepdims=False):
    """The largest element that is not nan."""
    return _nan_extreme(r.max, "fmax", a, axis, out, keepdims, -math.inf)


def nanmin(a, axis=None, out=None, keepdims=False):
    """The smallest element that is not nan."""
    return _nan_extreme(r.min, "fmin", a, axis, out, keepdims, math.inf)


def _nan_place(function, a, axis, out, keepdims, neutral):
    filled, known = _without_nan(a, neutral)
    if known is not None and known.size and not bool(r.all(r.any(known, axis))):
        raise ValueError("All-NaN slice encountered")
    return stored(function(filled, axis, keepdims=keepdims), out)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """The index of the first largest element, nan left out."""
    return _nan_place(r.argmax, a, axis, out, keepdims, -math.inf)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """The index of the first smallest element, nan left out."""
    return _nan_place(r.argmin, a, axis, out, keepdims, math.inf)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The median of the elements that are not nan."""

    def known_median(line):
        known = [v for v in line if v == v]
        if not known:
            warn("All-NaN slice encountered" if line else "Mean of empty slice")
            return math.nan
        return _median_of(known)

    _check_not_overwriting(overwrite_input)
    a = asarray(a)
    if not a.size:
        return nanmean(a, axis, out=out, keepdims=keepdims)
    results, shape = _over_lines(a, axis, keepdims, known_median)
    found = make(results, shape, FLOAT)
    return stored(found if keepdims else result_of(found), out)


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """The covariances of variables, each a row of observations (a column if not `rowvar`)."""
    default_only("cov", fweights=fweights, aweights=aweights, dtype=dtype)
    x = asarray(m)
    if x.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    x = _observations(x, rowvar)
    if y is not None:
        x = vstack((x, _observations(asarray(y), rowvar)))
    if ddof is None:
        ddof = 0 if bias else 1
    degrees = x._shape[1] - ddof
    if degrees <= 0:
        warn("Degrees of freedom <= 0 for slice")
        degrees = 0.0
    x = x - r.mean(x, 1)[:, None]
    return squeeze(_scaled_by(dot(x, x.T), degrees))


def _scaled_by(products, degrees):
    return u.multiply(products, u.divide(1, degrees))


def _observations(x, rowvar):
    x = x.astype(FLOAT)
    if x.ndim < 2:
        return x.reshape((1, x.size))
    return x if rowvar else x.T


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """The correlations of variables, from -1 to 1."""
    c = cov(x, y, rowvar, dtype=dtype)
    if not c._shape:
        return u.divide(c, c)
    deviation = u.sqrt(c.diagonal())
    c = u.divide(u.divide(c, deviation[:, None]), deviation[None, :])
    return clip(c, -1, 1)
