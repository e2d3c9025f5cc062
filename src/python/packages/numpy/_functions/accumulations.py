"""Running sums and products, differences, and the reductions of elementwise functions."""

from itertools import accumulate
from operator import add as plus, mul

from .._core.axes import as_axis
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, INT, given_dtype, wrapped
from .._core.warnings import report
from .._loops import ufuncs as u
from .._loops.axis_iteration import along_axis
from .._loops.float_loops import all_finite
from .._loops.folds import FloatFold
from .._refusal import default_only, refuse
from .results import stored


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
    """The running sums of the elements.

    The shape of `a`, or flat if no axis is given; added one after the other, not pairwise. Raises AxisError for an axis
    that does not exist.
    """
    return _cumulative(a, axis, dtype, out, plus, "sum")


def cumprod(a, axis=None, dtype=None, out=None):
    """The running products of the elements.

    The shape of `a`, or flat if no axis is given. Raises AxisError for an axis that does not exist.
    """
    return _cumulative(a, axis, dtype, out, mul, "prod")


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """The differences of consecutive elements, taken n times.

    The axis is shorter by n. Raises ValueError for a negative n or an array without axes.
    """
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
