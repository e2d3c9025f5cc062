"""The short way into a loop, for operands that need no preparation: whole arrays of floats, by far the most frequent.

Each function returns the lists of the operands' elements with their shape where the general way would come to the same:
an array is of floats, has all elements of its list in row-major order, and the shape of the other operand. Otherwise it
returns a pair of None.
"""

from .._core.array import ndarray
from .._core.dtypes import FLOAT
from .._core.layout import is_row_major, size_of
from .._core.scalars import float64

#: Up to it, each whole number has a float of its own.
_MOST_EXACT = 2**53

_NONE = (None, None)


def no_columns(*_):
    """For a function that has no short way."""
    return _NONE


def columns_of_one(x):
    """For a function of one operand."""
    return ((x._data,), x._shape) if type(x) is ndarray and _is_whole(x) else _NONE


def columns_of_two(x, y):
    """For a function of two operands, of which one may be a number."""
    if type(x) is ndarray and _is_whole(x):
        if type(y) is ndarray:
            return ((x._data, y._data), x._shape) if y._shape == x._shape and _is_whole(y) else _NONE
        number = _as_float(y)
        return _NONE if number is None else ((x._data, [number] * len(x._data)), x._shape)
    if type(y) is ndarray and _is_whole(y):
        number = _as_float(x)
        return _NONE if number is None else (([number] * len(y._data), y._data), y._shape)
    return _NONE


def _is_whole(a):
    """Whether an array is of floats that are all of its list, in row-major order."""
    if a._dtype is not FLOAT:
        return False
    shape = a._shape
    if len(shape) == 1:
        return a._strides == (1,) and len(a._data) == shape[0]
    return is_row_major(shape, a._strides) and len(a._data) == size_of(shape)


def _as_float(x):
    """A number of Python or NumPy as a float of Python; None for what is none, or has no float of its own."""
    kind = type(x)
    if kind is float:
        return x
    if kind is float64 or kind is int and -_MOST_EXACT <= x <= _MOST_EXACT:
        return float(x)
    return None
