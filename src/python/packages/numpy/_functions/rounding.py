"""Rounding to decimals."""

import operator

from .._core.array import contiguous, result_of
from .._core.conversion import asarray
from .._core.dtypes import BOOL, INT
from .._core.layout import is_row_major
from .._loops import ufuncs as u
from .._refusal import refuse
from .results import stored


def round(a, decimals=0, out=None):
    """The elements rounded to decimals, by a multiplication and a division as in NumPy; halves to even."""
    a, decimals = asarray(a), operator.index(decimals)
    if a._dtype is BOOL:
        raise refuse("Rounding truth values, to float16,", "Convert with .astype(int) or .astype(float) first.")
    if a._dtype is INT:
        return stored(_round_whole(a, decimals), out)
    if decimals == 0:
        return stored(u.rint(a), out)
    scale = 10.0 ** abs(decimals)
    there, back = (u.multiply, u.divide) if decimals > 0 else (u.divide, u.multiply)
    a = a if is_row_major(a._shape[::-1], a._strides[::-1]) else contiguous(a)
    return stored(back(u.rint(there(a, scale)), scale), out)


def _round_whole(a, decimals):
    if decimals >= 0:
        return u.positive(a)
    scale = 10.0**-decimals
    return result_of(asarray(u.multiply(u.rint(u.divide(a, scale)), scale)).astype(INT))


around = round
