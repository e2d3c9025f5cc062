"""Common parts of reductions: arguments that were not given, masks, and results written into `out`."""

from .._core.array import ndarray
from .._core.conversion import asarray
from .._core.dtypes import cannot_cast
from .._refusal import refuse
from .creation import full
from .where import where as choose

#: The default of an argument for which None has a meaning of its own.
NOT_GIVEN = object()


def masked(a, where, neutral):
    """The array with a neutral value in place of the elements that the mask `where` excludes."""
    if where is True or where is NOT_GIVEN:
        return a
    return choose(where, a, full((), neutral, a._dtype))


def stored(found, out):
    """The result, written into `out` if it is given."""
    if out is None:
        return found
    if type(out) is not ndarray:
        raise TypeError("return arrays must be of ArrayType")
    found = asarray(found)
    if found._shape != out._shape:
        raise refuse("`out` of another shape than the result", "Give an array of the shape of the result.")
    if found._dtype.rank > out._dtype.rank:
        raise cannot_cast(found, out._dtype, "same_kind")
    if not out._writeable:
        raise ValueError("output array is read-only")
    out[...] = found
    return out
