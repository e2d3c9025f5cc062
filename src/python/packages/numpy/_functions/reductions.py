"""Sums, products, extremes, and the statistics based on them, along axes.

Some functions have the names of Python's built-in ones, which are therefore called through `builtins`.
"""

import builtins
import math

from .._core.array import make, ndarray, result_of, values_of
from .._core.axes import as_axes, as_axis
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, INT, INT_MAX, INT_MIN, cast, given_dtype
from .._core.layout import size_of
from .._core.scalars import box
from .._core.warnings import report, warn
from .._loops import float_loops as loops, ufuncs as u
from .._loops.axis_iteration import lines_of, reduced, reduced_axes
from .._loops.folds import FLOAT_FOLDS, WHOLE_FOLDS, FloatFold
from .._refusal import refuse, refuse_keywords
from .results import NOT_GIVEN, masked, stored
from .shaping import broadcast_to


def _total(name, a, axis, dtype, out, keepdims, initial, where):
    """The common implementation of `sum` and `prod`."""
    a = asarray(a)
    if dtype is None and type(out) is ndarray and out._dtype.rank >= a._dtype.rank:
        dtype = out._dtype
    target = given_dtype(dtype) or (FLOAT if a._dtype is FLOAT else INT)
    if target is BOOL:
        raise refuse(f"{name} into truth values", "Use any or all.")
    if target is INT and a._dtype is FLOAT:
        raise refuse(f"{name}.reduce of floats as whole numbers", "Use .astype(int) first.")
    if target is FLOAT and where is not True:
        raise refuse(
            "The argument `where` for sums, products and means of floats, which changes the order of addition,",
            "Write a[mask].sum(), or np.where(mask, a, 0).sum(axis).",
        )
    neutral = 0 if name == "add" else 1
    a = masked(a, where, neutral)
    if a._dtype is not target:
        a = a.astype(target)
    if initial is NOT_GIVEN or initial is None:
        initial = neutral
    initial = _converted(asarray(initial).item(), target)
    if target is INT:
        return stored(reduced(a, axis, keepdims, INT, initial, *WHOLE_FOLDS[name]), out)
    fold = FloatFold(*FLOAT_FOLDS[name])
    found = reduced(a, axis, keepdims, FLOAT, initial, fold.run, fold.rows)
    if fold.flags:
        report(fold.flags, "reduce")
    return stored(found, out)


def _converted(value, dtype):
    """A number as an element of a dtype; an integer must be within 64 bits."""
    if dtype is not INT:
        return float(value)
    if not INT_MIN <= int(value) <= INT_MAX:
        raise OverflowError("Python int too large to convert to C long")
    return int(value)


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=NOT_GIVEN, where=True):
    """The sum of the elements along axes; floats are added in NumPy's order.

    Float64 for floats, int64 (in two's complement) for integers and booleans. Pairwise summation in blocks of
    128 (NumPy's `loops_utils.h.src`; error analysis in Higham, Accuracy and Stability of Numerical Algorithms, section
    4.3). Raises AxisError for an axis that does not exist.
    """
    return _total("add", a, axis, dtype, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=NOT_GIVEN, where=True):
    """The product of the elements along axes.

    Float64 for floats, int64 (in two's complement) for integers and booleans. Raises AxisError for an axis that does
    not exist.
    """
    return _total("multiply", a, axis, dtype, out, keepdims, initial, where)


def _extreme(name, pick, a, axis, out, keepdims, initial, where):
    """The common implementation of `max` and `min`: nan if an element is nan."""
    a = asarray(a)
    if where is not True:
        if initial is NOT_GIVEN:
            raise ValueError(
                f"reduction operation '{name}' does not have an identity, so to use a where mask one has to specify "
                "'initial'"
            )
        a = masked(a, where, asarray(initial).item())
    axes = reduced_axes(a, axis)
    first = None if initial is NOT_GIVEN else initial
    if first is None and builtins.any(a._shape[k] == 0 for k in axes):
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    if first is not None:
        first = cast([asarray(first).item()], asarray(first)._dtype, a._dtype)[0]
    loop = _PAIRS[name]

    def fold_run(total, values):
        best = pick(values)
        if a._dtype is FLOAT and (best != best or builtins.any(v != v for v in values)):
            best = math.nan
        if best == 0 and a._dtype is FLOAT:
            best = [v for v in values if v == 0][-1]
        return best if total is None else loop([total], [best])[0][0]

    def fold_rows(totals, row):
        return loop(totals, row)[0]

    return stored(reduced(a, axis, keepdims, a._dtype, first, fold_run, fold_rows), out)


_PAIRS = {"maximum": loops.maximum, "minimum": loops.minimum}


def max(a, axis=None, out=None, keepdims=False, initial=NOT_GIVEN, where=True):
    """The largest element along axes.

    The dtype of `a`; nan if an element is nan. Raises ValueError for an empty array without `initial`.
    """
    return _extreme("maximum", builtins.max, a, axis, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=False, initial=NOT_GIVEN, where=True):
    """The smallest element along axes.

    The dtype of `a`; nan if an element is nan. Raises ValueError for an empty array without `initial`.
    """
    return _extreme("minimum", builtins.min, a, axis, out, keepdims, initial, where)


def ptp(a, axis=None, out=None, keepdims=False):
    """The largest element minus the smallest, along axes."""
    return stored(u.subtract(max(a, axis, keepdims=keepdims), min(a, axis, keepdims=keepdims)), out)


def _truth(a, axis, out, keepdims, where, neutral, pick):
    a = asarray(a)
    a = masked(a if a._dtype is BOOL else asarray(a != 0), where, neutral)
    first = bool(neutral)

    def fold_run(total, values):
        return pick((total, pick(values)))

    def fold_rows(totals, row):
        return [pick(pair) for pair in zip(totals, row)]

    return stored(reduced(a, axis, keepdims, BOOL, first, fold_run, fold_rows), out)


def all(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether all elements along axes are true."""
    return _truth(a, axis, out, keepdims, where, True, builtins.all)


def any(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether any element along axes is true."""
    return _truth(a, axis, out, keepdims, where, False, builtins.any)


def count_nonzero(a, axis=None, *, keepdims=False):
    """The number of elements that are not zero.

    An int64 or an array of them.
    """
    a = asarray(a)
    if axis is None and not keepdims:
        return box[INT](len([v for v in values_of(a) if v]))
    return sum(a != 0, axis, keepdims=keepdims)


def _count(a, axis):
    """The number of elements in each mean."""
    axes = range(a.ndim) if axis is None else as_axes(axis, a.ndim, "axis")
    return size_of([a._shape[k] for k in axes])


def _counted(a, axis, keepdims, where):
    if where is True:
        return _count(a, axis)
    return sum(broadcast_to(asarray(where), a._shape), axis, keepdims=keepdims)


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    """The mean of the elements along axes.

    Float64. Warns for an empty array, whose mean is nan.
    """
    a = asarray(a)
    _check_float_result("mean", dtype, out)
    count = _counted(a, axis, keepdims, where)
    if _any_zero(count):
        warn("Mean of empty slice")
    total = sum(a, axis, FLOAT, keepdims=keepdims, where=where)
    return stored(total / count, out)


def _check_float_result(function, dtype, out):
    if given_dtype(dtype) not in (None, FLOAT) or type(out) is ndarray and out._dtype is not FLOAT:
        raise refuse(f"{function} as whole numbers", "Its result is a float64; use astype on it.")


def _any_zero(count):
    return count == 0 if type(count) is int else bool(any(asarray(count) == 0))


def var(
    a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=NOT_GIVEN, correction=NOT_GIVEN
):
    """The variance: the sum of squared distances from the mean, divided by n - ddof.

    Float64. Two passes: the mean, then the squared distances from it. Warns if n - ddof is not positive.
    """
    if correction is not NOT_GIVEN:
        if ddof != 0:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    if mean is not NOT_GIVEN:
        refuse_keywords("var", ["mean"])
    _check_float_result("var", dtype, out)
    a = asarray(a)
    count = _counted(a, axis, True, where)
    left = _counted(a, axis, keepdims, where)
    degrees = u.maximum(u.subtract(left, ddof), 0)
    if bool(any(asarray(degrees) <= 0)):
        warn("Degrees of freedom <= 0 for slice")
    middle = sum(a, axis, FLOAT, keepdims=True, where=where) / count
    distances = u.subtract(a, middle)
    total = sum(u.square(distances), axis, keepdims=keepdims, where=where)
    return stored(total / degrees, out)


def std(
    a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=NOT_GIVEN, correction=NOT_GIVEN
):
    """The standard deviation: the square root of the variance.

    Float64. Warns if n - ddof is not positive.
    """
    return stored(
        u.sqrt(var(a, axis, dtype, ddof=ddof, keepdims=keepdims, where=where, mean=mean, correction=correction)), out
    )


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The weighted mean.

    Float64. Raises ZeroDivisionError when the weights add up to 0, TypeError or ValueError for weights of another
    shape.
    """
    a = asarray(a)
    if axis is not None:
        for one in axis if isinstance(axis, (tuple, list)) else (axis,):
            as_axis(one, a.ndim, "axis")
    if weights is None:
        found = mean(a, axis, keepdims=keepdims)
        scale = box[FLOAT](a.size / asarray(found).size)
    else:
        weights = asarray(weights)
        if weights._shape != a._shape:
            weights = _placed(weights, a, axis)
        weights = weights.astype(FLOAT)
        scale = sum(weights, axis, keepdims=keepdims)
        if bool(any(asarray(scale) == 0.0)):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        found = sum(u.multiply(a, weights), axis, keepdims=keepdims) / scale
    if returned:
        shape = asarray(found)._shape
        scale = broadcast_to(asarray(scale), shape).copy() if shape else scale
        return found, scale
    return found


def _placed(weights, a, axis):
    """Weights of one axis as an array that broadcasts along it."""
    if axis is None:
        raise TypeError("Axis must be specified when shapes of a and weights differ.")
    if isinstance(axis, (tuple, list)) and len(axis) > 1:
        raise refuse("Weights for several axes", "Give weights of the shape of the array.")
    (axis,) = as_axes(axis, a.ndim, "axis")
    if weights.ndim != 1 or weights.size != a._shape[axis]:
        raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
    return weights.reshape([-1 if k == axis else 1 for k in range(a.ndim)])


def _arg_extreme(a, axis, out, keepdims, name, pick):
    a = asarray(a)
    rows = a.reshape(-1) if axis is None or not a._shape else a
    if isinstance(axis, (tuple, list)):
        raise TypeError(f"'{type(axis).__name__}' object cannot be interpreted as an integer")
    line_axis = as_axis(axis or 0, rows.ndim)
    axes = (line_axis,) if rows is a else tuple(range(a.ndim))
    lines, rest = lines_of(rows, line_axis)
    if rows._shape[line_axis] == 0 and (axis is None or a.size == 0):
        raise ValueError(f"attempt to get {name} of an empty sequence")
    found = make([_first_place(line, pick, a._dtype) for line in lines], rest, INT)
    if keepdims:
        found = found.reshape([1 if k in axes else n for k, n in enumerate(a._shape)])
    return stored(result_of(found), out)


def _first_place(line, pick, dtype):
    if dtype is FLOAT:
        for place, v in enumerate(line):
            if v != v:
                return place
    return line.index(pick(line))


def argmax(a, axis=None, out=None, *, keepdims=False):
    """The index of the first largest element.

    An int64 or an array of them; the first nan counts as the largest. Raises ValueError for an empty array.
    """
    return _arg_extreme(a, axis, out, keepdims, "argmax", builtins.max)


def argmin(a, axis=None, out=None, *, keepdims=False):
    """The index of the first smallest element.

    An int64 or an array of them; the first nan counts as the smallest. Raises ValueError for an empty array.
    """
    return _arg_extreme(a, axis, out, keepdims, "argmin", builtins.min)
