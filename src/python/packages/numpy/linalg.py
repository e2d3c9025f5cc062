"""numpy.linalg: the names of the coverage table that begin with `linalg`."""

from . import _linear_algebra, _norms, _products, _rotations, _shaping
from . import exceptions as _exceptions
from ._coverage import COVERAGE as _COVERAGE
from ._coverage import refused_name as _refused_name

_HOMES = (_linear_algebra, _norms, _products, _rotations, _shaping, _exceptions)

__all__ = [_name.partition(".")[2] for _name in _COVERAGE if _name.startswith("linalg.")]
for _name in __all__:
    globals()[_name] = next(vars(_home)[_name] for _home in _HOMES if _name in vars(_home))


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}'")
    raise _refused_name("linalg", name)
