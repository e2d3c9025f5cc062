"""The methods of scalars that need arrays: conversion from arrays, and attributes of an array without axes."""

from .._core.array import ndarray, result_of
from .._core.conversion import asarray
from .._core.dtypes import BOOL, FLOAT, INT, INT_MAX, INT_MIN, cast
from .._core.naming import bind
from .._core.scalars import _Boxed, bool_, box, float64, generic, int64
from .._coverage import COVERAGE, refused_name


def _unwrapped(found):
    """An array without axes as a scalar; any other object unchanged."""
    return result_of(found) if type(found) is ndarray else found


def _scalar_value(x):
    if isinstance(x, ndarray) and x.ndim == 0:
        return x.item()
    if isinstance(x, ndarray):
        raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
    return x


def _is_array(x):
    return type(x) in (ndarray, list, tuple)


def _attribute(self, name):
    if f"ndarray.{name}" not in COVERAGE:
        raise refused_name(type(self).__name__, name)
    found = getattr(asarray(self), name)
    if not callable(found):
        return _unwrapped(found)
    return lambda *args, **kwargs: _unwrapped(found(*args, **kwargs))


def _element(self, index):
    if index == () or index is Ellipsis or index is None:
        return asarray(self)[index]
    raise IndexError("invalid index to scalar variable.")


def _new_float64(cls, x=0.0, /, *more):
    if more:
        raise TypeError(f"float expected at most 1 argument, got {1 + len(more)}")
    if _is_array(x):
        return asarray(x).astype(FLOAT)[()]
    return float.__new__(cls, "nan" if x is None else _scalar_value(x))


def _new_int64(cls, x=0, /):
    if _is_array(x):
        return asarray(x).astype(INT)[()]
    value = _scalar_value(x)
    if isinstance(value, float64):
        return box[INT](cast([float(value)], FLOAT, INT)[0])
    value = int(value)
    if not INT_MIN <= value <= INT_MAX:
        raise OverflowError("Python int too large to convert to C long")
    return box[INT](value)


def _new_bool(cls, x=False, /):
    if _is_array(x):
        return asarray(x).astype(BOOL)[()]
    return box[BOOL](_scalar_value(x))


def _rounded_float64(self, ndigits=None):
    return round(float(self)) if ndigits is None else asarray(self).round(ndigits)


def _rounded_int64(self, ndigits=None):
    return self._value if ndigits is None else asarray(self).round(ndigits)


def _item_of_float64(self, *args):
    return asarray(self).item(*args) if args else float(self)


def _item_of_boxed(self, *args):
    return asarray(self).item(*args) if args else self._value


bind(generic, __getattr__=_attribute, __getitem__=_element)
bind(float64, __new__=staticmethod(_new_float64), __round__=_rounded_float64, item=_item_of_float64)
bind(_Boxed, item=_item_of_boxed)
bind(int64, __new__=staticmethod(_new_int64), __round__=_rounded_int64)
bind(bool_, __new__=staticmethod(_new_bool))
