"""numpy.linalg: the names of the coverage table that begin with `linalg`."""

from . import _linear_algebra, _norms, _products, _rotations, _shaping, exceptions
from ._coverage import COVERAGE, refused_name

_HOMES = (_linear_algebra, _norms, _products, _rotations, _shaping, exceptions)

__all__ = [_name.partition(".")[2] for _name in COVERAGE if _name.startswith("linalg.")]
for _name in __all__:
    globals()[_name] = next(vars(_home)[_name] for _home in _HOMES if _name in vars(_home))


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}'")
    raise refused_name("linalg", name)
