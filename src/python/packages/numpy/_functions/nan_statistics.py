"""Statistics that ignore nan."""

import math

from .._core.array import make, ndarray, result_of
from .._core.conversion import asarray, stored_as
from .._core.dtypes import FLOAT
from .._core.warnings import errstate, warn
from .._loops import ufuncs as u
from .._loops.axis_iteration import reduced_axes
from .._refusal import default_only
from . import reductions as r
from .accumulations import cumprod, cumsum
from .quantiles import check_not_overwriting, median_of, over_lines
from .results import NOT_GIVEN, stored
from .where import where as choose


def _without_nan(a, neutral):
    """The array with a neutral value in place of nan, and the mask of the elements that are not nan."""
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
    """The running sums, with nan as 0."""
    return cumsum(_without_nan(a, 0.0)[0], axis, dtype, out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """The running products, with nan as 1."""
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
    distances = choose(known, u.subtract(filled, middle), 0.0)
    total = r.sum(u.multiply(distances, distances), axis, keepdims=keepdims)
    left = u.subtract(r.sum(known, axis, keepdims=keepdims), ddof)
    found = _divided_quietly(total, left)
    if bool(r.any(u.less_equal(left, 0))):
        warn("Degrees of freedom <= 0 for slice.")
        found = choose(u.less_equal(left, 0), math.nan, found)
        found = result_of(found) if type(found) is ndarray else found
    return stored(found, out)


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
        found = choose(empty, math.nan, found)
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
    """The index of the first largest element that is not nan."""
    return _nan_place(r.argmax, a, axis, out, keepdims, -math.inf)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """The index of the first smallest element that is not nan."""
    return _nan_place(r.argmin, a, axis, out, keepdims, math.inf)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The median of the elements that are not nan."""

    def known_median(line):
        known = [v for v in line if v == v]
        if not known:
            warn("All-NaN slice encountered" if line else "Mean of empty slice")
            return math.nan
        return median_of(known)

    check_not_overwriting(overwrite_input)
    a = asarray(a)
    if not a.size:
        return nanmean(a, axis, out=out, keepdims=keepdims)
    results, shape = over_lines(a, axis, keepdims, known_median)
    found = make(results, shape, FLOAT)
    return stored(found if keepdims else result_of(found), out)
