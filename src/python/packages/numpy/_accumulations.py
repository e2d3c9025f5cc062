"""Running sums and products, differences, and the reductions of elementwise functions."""

from itertools import accumulate
from operator import add as plus, mul

from . import _reductions as reductions
from . import _ufuncs as u
from ._conversion import asarray
from ._dtypes import BOOL, FLOAT, INT, given_dtype, wrapped
from ._folds import FloatFold
from ._loops import all_finite
from ._reductions import NOT_GIVEN, stored
from ._refusal import default_only, refuse
from ._shaping import as_axis
from ._walking import along_axis
from ._warnings import report


def _cumulative(a, axis, dtype, out, function, name):
    a = asarray(a)
    target = given_dtype(dtype) or (FLOAT if a._dtype is FLOAT else INT)
    if target is BOOL:
        raise refuse(f"The argument dtype=bool of cum{name}", "Use astype afterwards.")
    a = a.astype(target) if a._dtype is not target else a
    if axis is None or not a._shape:
        a, axis = a.reshape(-1), axis or 0
    if target is INT:
        return stored(along_axis(a, axis, lambda line: list(accumulate(line, _wrapped(function))), INT), out)
    fold = FloatFold(function, None)

    def running(line):
        totals = list(accumulate(line, function))
        if not all_finite(totals):
            fold.rows(totals[:-1], line[1:])
        return totals

    found = along_axis(a, axis, running, FLOAT)
    if fold.flags:
        report(fold.flags, "accumulate")
    return stored(found, out)


def _wrapped(function):
    return lambda x, y: wrapped(function(x, y))


def cumsum(a, axis=None, dtype=None, out=None):
    """The sums of the first elements: one, two, three, …"""
    return _cumulative(a, axis, dtype, out, plus, "sum")


def cumprod(a, axis=None, dtype=None, out=None):
    """The products of the first elements: one, two, three, …"""
    return _cumulative(a, axis, dtype, out, mul, "prod")


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Each element minus the one before, n times over."""
    default_only("diff", prepend=prepend, append=append)
    a = asarray(a)
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n}")
    if n == 0:
        return a
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = as_axis(axis, a.ndim)
    before = (slice(None),) * axis
    for _ in range(n):
        later, earlier = a[(*before, slice(1, None))], a[(*before, slice(None, -1))]
        a = u.not_equal(later, earlier) if a._dtype is BOOL else u.subtract(later, earlier)
    return a


def reduce_with(function, array, axis, dtype, out, keepdims, initial, where):
    """`ufunc.reduce`."""
    same = {
        "add": reductions.sum,
        "multiply": reductions.prod,
        "maximum": reductions.max,
        "minimum": reductions.min,
        "logical_and": reductions.all,
        "logical_or": reductions.any,
    }.get(function.__name__)
    if same is None:
        raise refuse(f"np.{function.__name__}.reduce", "Write a loop.")
    if function.__name__ in ("add", "multiply"):
        return same(array, axis, dtype, out, keepdims, NOT_GIVEN if initial is None else initial, where)
    default_only(f"{function.__name__}.reduce", dtype=dtype)
    if function.__name__ in ("maximum", "minimum"):
        return same(array, axis, out, keepdims, NOT_GIVEN if initial is None else initial, where)
    default_only(f"{function.__name__}.reduce", initial=initial)
    return same(array, axis, out, keepdims, where=where)


def accumulate_with(function, array, axis, dtype, out):
    """`ufunc.accumulate`."""
    a = asarray(array)
    if function.__name__ == "add":
        return cumsum(a, axis, dtype, out)
    if function.__name__ == "multiply":
        return cumprod(a, axis, dtype, out)
    if function.__name__ not in ("maximum", "minimum", "logical_and", "logical_or"):
        raise refuse(f"np.{function.__name__}.accumulate", "Write a loop.")
    default_only(f"{function.__name__}.accumulate", dtype=dtype)
    loop, result = function._loops[function.chosen([a._dtype])]
    found = along_axis(a, axis, lambda line: list(accumulate(line, lambda x, y: loop([x], [y])[0][0])), result)
    return stored(found, out)
