"""Polynomial least-squares fits."""

from .._core.conversion import asarray
from .._core.dtypes import FLOAT
from .._core.warnings import warn
from .._functions.polynomials import vander
from .._loops import ufuncs as u
from .._refusal import default_only
from ..exceptions import RankWarning
from .linear_algebra import lstsq


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The coefficients of the least-squares polynomial of this degree through points.

    Float64, shape (deg + 1,), the highest power first; (deg + 1, k) for y of shape (n, k). Least squares over the
    columns of `vander`, scaled to length 1. Raises TypeError for x and y that do not match, ValueError for a negative
    degree; warns with RankWarning if the points do not determine the polynomial.
    """
    default_only("polyfit", full=full or None, cov=cov or None)
    order = int(deg) + 1
    x, y = _points(x, y, deg)
    matrix, y = _weighted(vander(x, order), y, w)
    scale = u.sqrt((matrix * matrix).sum(axis=0))
    found, _, rank, _ = lstsq(matrix / scale, y, len(x) * 2.0**-52 if rcond is None else rcond)
    if rank != order:
        warn("Polyfit may be poorly conditioned", RankWarning)
    return (found.T / scale).T


def _points(x, y, deg):
    """The points as arrays of float64, once they are known to fit each other."""
    x, y = asarray(x).astype(FLOAT), asarray(y).astype(FLOAT)
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x._shape[0] != y._shape[0]:
        raise TypeError("expected x and y to have same length")
    return x, y


def _weighted(matrix, y, w):
    """Both sides of the system, each equation multiplied by its weight."""
    if w is None:
        return matrix, y
    w = asarray(w).astype(FLOAT)
    if w.ndim != 1:
        raise TypeError("expected a 1-d array for weights")
    if w._shape[0] != y._shape[0]:
        raise TypeError("expected w and y to have the same length")
    return matrix * w[:, None], y * (w[:, None] if y.ndim == 2 else w)
