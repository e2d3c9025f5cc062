"""Comparison of whole arrays: equal, close, sharing memory."""

import builtins

from .._core.array import ndarray, positions, values_of
from .._core.conversion import asarray
from .._core.layout import joint_shape
from .._core.warnings import errstate
from .._loops import ufuncs as u
from .reductions import all


def isclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Whether |a - b| <= atol + rtol·|b|, element by element.

    Booleans in the broadcast shape. Not symmetric in a and b. Raises ValueError for shapes that do not match.
    """
    x, y = asarray(a), asarray(b)
    with errstate(invalid="ignore", over="ignore"):
        near = u.less_equal(u.absolute(u.subtract(x * 1.0, y)), u.add(atol, u.multiply(rtol, u.absolute(y * 1.0))))
    found = u.logical_or(u.logical_and(near, u.isfinite(y)), u.equal(x, y))
    if equal_nan:
        found = u.logical_or(found, u.logical_and(u.isnan(x), u.isnan(y)))
    return found


def allclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Whether all elements are close.

    A Python bool. Raises ValueError for shapes that do not match.
    """
    return bool(all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    """Whether two arrays have the same shape and elements."""
    a, b = asarray(a1), asarray(a2)
    if a._shape != b._shape:
        return False
    if not equal_nan:
        return bool(all(u.equal(a, b)))
    return builtins.all(x == y or x != x and y != y for x, y in zip(values_of(a), values_of(b)))


def array_equiv(a1, a2):
    """Whether two arrays are equal once broadcast to one shape."""
    a, b = asarray(a1), asarray(a2)
    return joint_shape([a._shape, b._shape]) is not None and bool(all(u.equal(a, b)))


def may_share_memory(a, b, /, max_work=None):
    """Whether the memory ranges of two arrays overlap."""
    if type(a) is not ndarray or type(b) is not ndarray or a._data is not b._data or not a.size or not b.size:
        return False
    first, second = positions(a), positions(b)
    return min(first) <= max(second) and min(second) <= max(first)


def shares_memory(a, b, /, max_work=None):
    """Whether two arrays share an element, so that writing to one changes the other."""
    if type(a) is not ndarray or type(b) is not ndarray or a._data is not b._data:
        return False
    return not set(positions(a)).isdisjoint(positions(b))
