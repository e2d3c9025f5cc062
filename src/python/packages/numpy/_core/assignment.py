"""Assignment of values to the elements of an array."""

from .array import broadcast, ndarray, values_of, view, write
from .conversion import asarray
from .dtypes import cast
from .layout import spell


def assign(a, value):
    """Stores a value, or an array that broadcasts to the shape of `a`, cast to its dtype."""
    if not a._writeable:
        raise ValueError("assignment destination is read-only")
    if not isinstance(value, ndarray):
        if _depth(value) > a.ndim:
            raise ValueError(
                "setting an array element with a sequence. The requested array would exceed the maximum number of "
                f"dimension of {a.ndim}."
            )
        value = asarray(value, a._dtype)
    values = cast(values_of(fitted(value, a._shape)), value._dtype, a._dtype)
    write(a, values)


def _depth(value):
    """The depth of nested lists."""
    depth = 0
    while isinstance(value, (list, tuple)) or type(value) is ndarray and value._shape:
        depth += 1
        if not len(value):
            break
        value = value[0]
    return depth


def fitted(value, shape):
    """`value` broadcast to `shape`, for an assignment: leading axes of length 1 do not count."""
    own = value._shape
    while len(own) > len(shape) and own[0] == 1:
        own = own[1:]
    if len(own) > len(shape) or any(n not in (1, m) for n, m in zip(reversed(own), reversed(shape))):
        raise ValueError(f"could not broadcast input array from shape {spell(own)} into shape {spell(shape)}")
    if own != value._shape:
        value = view(value, own, value._strides[len(value._shape) - len(own) :])
    return broadcast(value, shape)


def set_real(a, value):
    """`a.real = value`: assigns to the array itself, since there are no complex numbers."""
    a[...] = asarray(value)
