"""Differences, slopes and areas of sampled functions; elementwise functions that are built from others."""

import math

from .._core.array import make, ndarray, result_of, values_of
from .._core.axes import as_axes, as_axis
from .._core.conversion import asarray, stored_as
from .._core.dtypes import BOOL, FLOAT
from .._core.warnings import report
from .._loops import ufuncs as u
from .._refusal import default_only, refuse
from .creation import empty
from .where import where


def gradient(f, *varargs, axis=None, edge_order=1):
    """The slope along each axis: central differences inside, one-sided at the ends.

    One array for a single axis, else a tuple with one for each; float64. The spacing is a number or the coordinates.
    Formula for unequal distances: Fornberg, Mathematics of Computation 51 (1988). Raises ValueError for an axis with
    too few elements or coordinates that do not fit, TypeError for a wrong number of spacings.
    """
    f = asarray(f)
    axes = tuple(range(f.ndim)) if axis is None else as_axes(axis, f.ndim, "axis")
    spacings = _spacings(f, varargs, axes)
    _check_gradient(f, axes, varargs, edge_order)
    found = [_slope(f.astype(FLOAT), k, step, edge_order) for k, step in zip(axes, spacings)]
    return found[0] if len(axes) == 1 else tuple(found)


def _check_gradient(f, axes, spacings, edge_order):
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    for k in axes:
        if f._shape[k] < edge_order + 1:
            raise ValueError(
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are "
                "required."
            )
        if f._dtype is BOOL:
            if spacings and edge_order == 2:
                raise refuse("gradient of truth values", "Convert with .astype(float) first.")
            u.subtract.chosen([BOOL])


def _spacings(f, given, axes):
    if not given:
        return [1.0] * len(axes)
    if len(given) == 1 and not asarray(given[0])._shape:
        return [float(asarray(given[0]).item())] * len(axes)
    if len(given) != len(axes):
        raise TypeError("invalid number of arguments")
    return [_spacing(f, asarray(step), k) for step, k in zip(given, axes)]


def _spacing(f, step, axis):
    """The spacing: one step if all are equal, else the list of steps between the coordinates."""
    if not step._shape:
        return float(step.item())
    if step.ndim != 1:
        raise ValueError("distances must be either scalars or 1d")
    if step.size != f._shape[axis]:
        raise ValueError("when 1d, distances must match the length of the corresponding dimension")
    steps = u.subtract(step[1:], step[:-1]).astype(FLOAT)
    first = steps[0]
    return float(first) if all(v == first for v in values_of(steps)) else steps


def _slope(f, axis, step, edge_order):
    n = f._shape[axis]

    def at(place):
        return f[(slice(None),) * axis + (place,)]

    out = empty(f._shape, FLOAT)
    inside = (slice(None),) * axis + (slice(1, -1),)
    out[inside] = _central((at(slice(0, n - 2)), at(slice(1, n - 1)), at(slice(2, n))), axis, step)
    ends = _first_order_ends if edge_order == 1 else _second_order_ends
    first, last = ends(at, step)
    out[(slice(None),) * axis + (0,)] = first
    out[(slice(None),) * axis + (-1,)] = last
    return out


def _central(neighbors, axis, step):
    """The slopes from the values before, at and after each place, for one step or for a list of them."""
    left, middle, right = neighbors
    if type(step) is not ndarray:
        return (right - left) / (2.0 * step)
    shape = [1] * left.ndim
    shape[axis] = -1
    before, after = step[:-1].reshape(shape), step[1:].reshape(shape)
    a = -after / (before * (before + after))
    b = (after - before) / (before * after)
    c = before / (after * (before + after))
    return a * left + b * middle + c * right


def _first_order_ends(at, step):
    first, last = (step[0], step[-1]) if type(step) is ndarray else (step, step)
    return (at(1) - at(0)) / first, (at(-1) - at(-2)) / last


def _second_order_ends(at, step):
    if type(step) is not ndarray:
        first = (-1.5 / step, 2.0 / step, -0.5 / step)
        last = (0.5 / step, -2.0 / step, 1.5 / step)
    else:
        d1, d2 = step[0], step[1]
        first = (-(2.0 * d1 + d2) / (d1 * (d1 + d2)), (d1 + d2) / (d1 * d2), -d1 / (d2 * (d1 + d2)))
        d1, d2 = step[-2], step[-1]
        last = (d2 / (d1 * (d1 + d2)), -(d2 + d1) / (d1 * d2), (2.0 * d2 + d1) / (d2 * (d1 + d2)))
    return (
        first[0] * at(0) + first[1] * at(1) + first[2] * at(2),
        last[0] * at(-3) + last[1] * at(-2) + last[2] * at(-1),
    )


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The integral by the trapezoidal rule."""
    y = asarray(y)
    if type(axis) is int and not -y.ndim <= axis < y.ndim:
        raise IndexError("list assignment index out of range")
    axis = as_axis(axis, y.ndim)
    if x is None:
        width = dx
    else:
        x = asarray(x)
        width = x[..., 1:] - x[..., :-1]
        if x.ndim == 1:
            width = width.reshape([-1 if k == axis else 1 for k in range(y.ndim)])
        elif axis != y.ndim - 1:
            raise refuse("trapezoid along another axis than the last, with x of several axes", "Transpose both.")
    before = (slice(None),) * axis
    later, earlier = y[(*before, slice(1, None))], y[(*before, slice(None, -1))]
    return (width * (later + earlier) / 2.0).sum(axis)


def ediff1d(ary, to_end=None, to_begin=None):
    """The differences of consecutive elements of the flattened array."""
    default_only("ediff1d", to_end=to_end, to_begin=to_begin)
    row = asarray(ary).reshape(-1)
    return row[1:] - row[:-1]


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """The elements, with numbers in place of nan and infinities."""
    if not copy:
        raise refuse("nan_to_num with copy=False", "Assign the result.")
    if any(asarray(v)._shape for v in (nan, posinf, neginf) if v is not None):
        raise refuse("nan_to_num with arrays of replacements", "Use np.where.")
    x = stored_as(asarray(x), asarray(x)._dtype)
    if x._dtype is not FLOAT:
        return result_of(x)
    largest = 1.7976931348623157e308
    high = largest if posinf is None else float(posinf)
    low = -largest if neginf is None else float(neginf)
    fresh = float(nan)
    x._data[:] = [fresh if v != v else high if v == math.inf else low if v == -math.inf else v for v in x._data]
    return result_of(x)


def sinc(x):
    """sin(πx) / (πx), which is 1 at 0."""
    x = asarray(x)
    y = u.multiply(math.pi, where(u.equal(x, 0), 1.0e-20, x))
    return u.divide(u.sin(y), y)


def modf(x):
    """The fractional and the integral part, both with the sign of x."""
    x = asarray(x)
    if x._dtype is BOOL:
        raise refuse("modf of truth values", "Convert with .astype(float) first.")
    whole = u.trunc(x.astype(FLOAT))
    rests = [v % math.copysign(1.0, v) if v - v == 0 else v if v != v else 0.0 for v in values_of(x.astype(FLOAT))]
    rests = [math.copysign(rest, v) for rest, v in zip(rests, values_of(x))]
    return result_of(make(rests, x._shape, FLOAT)), whole


def divmod(x1, x2):
    """The floor of the quotient, and the remainder."""
    return _divmod(x1, x2, "divmod", False)


def divmod_of_scalars(x1, x2):
    """`divmod` as the operator of scalars, whose warnings have another name."""
    return _divmod(x1, x2, "scalar divmod", True)


def _divmod(x1, x2, name, scalar):
    quotient, flags = u.floor_divide.flagged(x1, x2, scalar=scalar)
    rest, more = u.remainder.flagged(x1, x2, scalar=scalar)
    if flags | more:
        report(flags | more, name)
    return quotient, rest


def isneginf(x, out=None):
    """Whether elements are -inf."""
    return u.logical_and(u.isinf(x), u.signbit(x), out=out)


def isposinf(x, out=None):
    """Whether elements are inf."""
    return u.logical_and(u.isinf(x), u.logical_not(u.signbit(x)), out=out)


def fix(x, out=None):
    """The elements rounded towards zero."""
    return u.trunc(x, out=out)
