"""Polynomials as vectors of coefficients, the highest power first."""

from .._core.array import make, values_of
from .._core.conversion import asarray
from .._core.dtypes import INT, promoted
from .._loops import ufuncs as u
from .._refusal import default_only
from .accumulations import cumprod
from .creation import ones, zeros_like
from .joining import concatenate
from .products import convolve


def polyval(p, x):
    """The value of a polynomial at x, by Horner's rule.

    The shape of x.
    """
    p, x = asarray(p), asarray(x)
    y = zeros_like(x)
    for coefficient in p:
        y = y * x + coefficient
    return y


def vander(x, N=None, increasing=False):
    """The matrix whose columns are powers of x.

    Shape (len(x), N), by default square; the highest power first unless `increasing`. Raises ValueError
    unless x is a vector.
    """
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    found = ones((x.size, x.size if N is None else N), promoted([x._dtype, INT]))
    powers = found if increasing else found[:, ::-1]
    powers[:, 1:] = x[:, None]
    powers[:, 1:] = cumprod(powers[:, 1:], 1)
    return found


def polyadd(a1, a2):
    """The sum of two polynomials."""
    return _joined(u.add, a1, a2)


def polysub(a1, a2):
    """The difference of two polynomials."""
    return _joined(u.subtract, a1, a2)


def _joined(function, a1, a2):
    a, b = _coefficients(a1), _coefficients(a2)
    longer = max(a.size, b.size)
    return function(_filled(a, longer), _filled(b, longer))


def _coefficients(a):
    a = asarray(a)
    return a.reshape(1) if not a._shape else a


def _filled(a, length):
    return concatenate((make([0] * (length - a.size), (length - a.size,), INT).astype(a._dtype), a))


def polymul(a1, a2):
    """The product of two polynomials.

    Shape (n + m - 1,), without the leading zeros of the operands.
    """
    return convolve(_trimmed(_coefficients(a1)), _trimmed(_coefficients(a2)))


def _trimmed(a):
    """Coefficients without leading zeros; a single zero for the zero polynomial."""
    places = [k for k, v in enumerate(values_of(a)) if v]
    return a[places[0] :] if places else make([0], (1,), INT).astype(a._dtype)


def polyder(p, m=1):
    """The m-th derivative of a polynomial.

    Raises ValueError for a negative m.
    """
    p = asarray(p)
    if m < 0:
        raise ValueError("Order of derivative must be positive (see polyint)")
    for _ in range(m):
        powers = make(list(range(p.size - 1, 0, -1)), (max(p.size - 1, 0),), INT)
        p = u.multiply(p[:-1], powers)
    return p


def polyint(p, m=1, k=None):
    """The antiderivative of a polynomial whose constant is 0."""
    default_only("polyint", k=k)
    p = asarray(p)
    for _ in range(m):
        powers = make(list(range(p.size, 0, -1)), (p.size,), INT)
        p = concatenate((u.divide(p, powers), [0.0]))
    return p
