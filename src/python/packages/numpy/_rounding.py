"""Rounding to decimals."""

from . import _ufuncs as u
from ._array import result_of
from ._creation import asarray
from ._dtypes import BOOL, INT
from ._reductions import stored
from ._refusal import refuse


def round(a, decimals=0, out=None):
    """The nearest number with so many decimals, by way of a multiplication and a division; halves go to even."""
    a = asarray(a)
    if a._dtype is BOOL:
        raise refuse("Rounding truth values, to float16,", "Convert with .astype(int) or .astype(float) first.")
    if a._dtype is INT:
        return stored(_round_whole(a, decimals), out)
    scale = 10.0 ** abs(decimals)
    if decimals > 0:
        found = u.divide(u.rint(u.multiply(a, scale)), scale)
    elif decimals < 0:
        found = u.multiply(u.rint(u.divide(a, scale)), scale)
    else:
        found = u.rint(a)
    return stored(found, out)


def _round_whole(a, decimals):
    if decimals >= 0:
        return u.positive(a)
    scale = 10.0 ** -decimals
    return result_of(u.multiply(u.rint(u.divide(a, scale)), scale).astype(INT))


around = round
