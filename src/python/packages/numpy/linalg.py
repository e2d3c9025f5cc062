"""numpy.linalg: the names of the coverage table that begin with `linalg`."""

from ._core.naming import name_publicly as _name_publicly
from ._coverage import COVERAGE as _COVERAGE, refused_name as _refused_name
from ._functions.products import (
    cross,
    matmul,
    tensordot,
    vecdot,
)
from ._functions.shaping import matrix_transpose
from ._linalg.linear_algebra import (
    cond,
    det,
    eigvalsh,
    inv,
    lstsq,
    matrix_power,
    matrix_rank,
    outer,
    pinv,
    slogdet,
    solve,
    trace,
)
from ._linalg.norms import (
    matrix_norm,
    norm,
    vector_norm,
)
from ._linalg.rotations import svdvals
from .exceptions import LinAlgError

__all__ = [_name.partition(".")[2] for _name in _COVERAGE if _name.startswith("linalg.")]


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}'")
    raise _refused_name("linalg", name)


_name_publicly(globals(), "numpy.linalg", __all__)
