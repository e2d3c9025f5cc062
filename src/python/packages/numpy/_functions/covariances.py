"""Covariances and correlations."""

from .._core.conversion import asarray
from .._core.dtypes import FLOAT
from .._core.warnings import warn
from .._loops import ufuncs as u
from .._refusal import default_only
from . import reductions as r
from .joining import vstack
from .products import dot
from .searching import clip
from .shaping import squeeze


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """The covariances of variables, each a row of observations (a column if not `rowvar`).

    Float64, shape (n, n) for n variables, or () for one. The divisor is n - 1, or n with `bias`. Raises
    ValueError for more than two axes; weights are refused.
    """
    default_only("cov", fweights=fweights, aweights=aweights, dtype=dtype)
    x = asarray(m)
    if x.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    x = _observations(x, rowvar)
    if y is not None:
        x = vstack((x, _observations(asarray(y), rowvar)))
    if ddof is None:
        ddof = 0 if bias else 1
    degrees = x._shape[1] - ddof
    if degrees <= 0:
        warn("Degrees of freedom <= 0 for slice")
        degrees = 0.0
    x = x - r.mean(x, 1)[:, None]
    return squeeze(_scaled_by(dot(x, x.T), degrees))


def _scaled_by(products, degrees):
    return u.multiply(products, u.divide(1, degrees))


def _observations(x, rowvar):
    x = x.astype(FLOAT)
    if x.ndim < 2:
        return x.reshape((1, x.size))
    return x if rowvar else x.T


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """The correlations of variables, from -1 to 1.

    Float64, shape (n, n) for n variables, or () for one.
    """
    c = cov(x, y, rowvar, dtype=dtype)
    if not c._shape:
        return u.divide(c, c)
    deviation = u.sqrt(c.diagonal())
    c = u.divide(u.divide(c, deviation[:, None]), deviation[None, :])
    return clip(c, -1, 1)
