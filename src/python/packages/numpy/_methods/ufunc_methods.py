"""The methods of elementwise functions that reduce arrays, bound to the functions that implement them."""

from itertools import accumulate as running

from .._core.conversion import asarray
from .._core.naming import bind
from .._functions import reductions
from .._functions.accumulations import cumprod, cumsum
from .._functions.results import NOT_GIVEN, stored
from .._loops.axis_iteration import along_axis
from .._loops.ufunc import ufunc
from .._refusal import default_only, refuse


def reduce(function, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The elements along an axis, reduced with the function."""
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


def accumulate(function, array, axis=0, dtype=None, out=None):
    """All partial results of the reduction along an axis."""
    a = asarray(array)
    if function.__name__ == "add":
        return cumsum(a, axis, dtype, out)
    if function.__name__ == "multiply":
        return cumprod(a, axis, dtype, out)
    if function.__name__ not in ("maximum", "minimum", "logical_and", "logical_or"):
        raise refuse(f"np.{function.__name__}.accumulate", "Write a loop.")
    default_only(f"{function.__name__}.accumulate", dtype=dtype)
    loop, result = function._loops[function.chosen([a._dtype])]
    found = along_axis(a, axis, lambda line: list(running(line, lambda x, y: loop([x], [y])[0][0])), result)
    return stored(found, out)


bind(ufunc, reduce=reduce, accumulate=accumulate)
