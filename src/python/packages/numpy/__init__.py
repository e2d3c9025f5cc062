"""A small NumPy in plain Python: arrays of float64, int64 and bool that behave and print as those of NumPy 2.

`_coverage` lists what there is. A name that is not there is refused by name.
"""

import math as _math

from . import (
    _accumulations,
    _array,
    _calculus,
    _comparing,
    _conversion,
    _counting,
    _creation,
    _dtypes,
    _functional,
    _indexing,
    _joining,
    _methods,
    _operators,
    _polynomials,
    _printing,
    _products,
    _ranges,
    _reductions,
    _rounding,
    _scalar_methods,
    _scalars,
    _searching,
    _shaping,
    _sorting,
    _statistics,
    _types,
    _ufunc,
    _ufunc_methods,
    _ufuncs,
    _warnings,
    _where,
)
from ._coverage import COVERAGE as _COVERAGE
from ._coverage import refused_name as _refused_name

__version__ = "2.4.6"

_OTHER_NAMES = {
    "pi": _math.pi,
    "e": _math.e,
    "inf": _math.inf,
    "nan": _math.nan,
    "euler_gamma": 0.5772156649015329,
    "newaxis": None,
    "True_": _scalars.true,
    "False_": _scalars.false,
    "bool": _scalars.bool_,
    "int_": _scalars.int64,
    "intp": _scalars.int64,
    "double": _scalars.float64,
    "amax": _reductions.max,
    "amin": _reductions.min,
    "asanyarray": _conversion.asarray,
    "concat": _joining.concatenate,
}
_HOMES = (
    _accumulations, _array, _calculus, _comparing, _conversion, _counting, _creation, _dtypes, _functional, _indexing,
    _joining, _polynomials, _printing, _products, _ranges, _reductions, _rounding, _scalars, _searching, _shaping, _sorting,
    _statistics, _types, _ufunc, _warnings, _where,
)  # fmt: skip


def _found(name):
    """The object that a name of the coverage table stands for, or None if it is a module of its own."""
    if name in _OTHER_NAMES:
        return _OTHER_NAMES[name]
    if name in _ufuncs.FUNCTIONS:
        return _ufuncs.FUNCTIONS[name]
    for home in _HOMES:
        found = vars(home).get(name)
        if getattr(found, "__module__", home.__name__) in (home.__name__, "numpy", None):
            if found is not None:
                return found
    return None


__all__ = [_name for _name in _COVERAGE if "." not in _name]
globals().update({_name: _found(_name) for _name in __all__ if _found(_name) is not None or _name == "newaxis"})


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    raise _refused_name("", name)


from . import exceptions, linalg, random  # noqa: E402  (they use the names above)
