"""The results of calls that draw random numbers: one number, or an array of the given or the broadcast shape."""

import math

from .._core.conversion import array, asarray
from .._core.dtypes import BOOL, INT, as_dtype
from .._core.scalars import int64
from .._functions.creation import empty
from .._functions.reductions import prod
from .._functions.shaping import broadcast_arrays
from .._refusal import refuse


def filled(size, draw, dtype=float):
    """One number if `size` is None, else an array of that shape."""
    if size is None:
        return draw()
    shape = empty(size, dtype).shape
    return array([draw() for _ in range(math.prod(shape))], dtype).reshape(shape)


def spread(size, draw, *arguments, check):
    """Like `filled`; `draw` is called with one number of each argument, after `check`, which may raise."""
    arrays = [asarray(argument, dtype=float) for argument in arguments]
    if all(one.ndim == 0 for one in arrays):
        numbers = [float(one) for one in arrays]
        check(*numbers)
        return filled(size, lambda: draw(*numbers))
    shape, rows = stretched(arrays)
    for numbers in rows:
        check(*numbers)
    if size is not None:
        asked = empty(size)
        shape, rows = stretched([asked, *arrays])
        if asked.shape != shape:
            sizes = f"Output size {asked.shape} is not compatible with broadcast dimensions of inputs {shape}."
            raise ValueError(sizes)
        rows = [numbers for _, *numbers in rows]
    return array([draw(*numbers) for numbers in rows], float).reshape(shape)


def stretched(arrays):
    """The shape to which arrays broadcast, and for each element of it a tuple of their numbers."""
    arrays = broadcast_arrays(*arrays)
    return arrays[0].shape, list(zip(*(one.reshape(-1).tolist() for one in arrays)))


def whole(bits, bounded, size, low, high, closed, dtype):
    """Integers from `low` to `high`, inclusive if `closed`; `bounded` is the method."""
    if size is not None and prod(size) == 0:
        return empty(size, int)
    low, high = (one if isinstance(one, int) else asarray(one) for one in (low, high))
    if all(isinstance(one, int) or one.ndim == 0 for one in (low, high)):
        number = filled(size, from_to(bits, bounded, int(low), int(high), closed), int)
        return number if size is not None or dtype is int else int64(number)
    bounds = [asarray(low), asarray(high)]
    shape, rows = stretched(bounds)
    draws = [from_to(bits, bounded, int(least), int(most), closed) for least, most in rows]
    if size is not None:
        asked = empty(size)
        shape = asked.shape
        _, rows = stretched([*bounds, asked])
        draws = [from_to(bits, bounded, int(least), int(most), closed) for least, most, _ in rows[: asked.size]]
    return array([draw() for draw in draws], int).reshape(shape)


def from_to(bits, bounded, low, high, closed):
    """A function that draws integers from `low` to `high`."""
    last = high if closed else high - 1
    if low < -(2**63):
        raise ValueError("low is out of bounds for int64")
    if last >= 2**63:
        raise ValueError("high is out of bounds for int64")
    if low > last:
        more, less = (">", "<") if closed else (">=", "<=")
        raise ValueError(f"low {more} high" if low else f"high {less} 0")
    draw = bounded(bits, last - low)
    return lambda: low + draw()


def whole_dtype(dtype, function):
    """The dtype, if it is int64; any other raises TypeError or is not supported."""
    if as_dtype(dtype) is INT:
        return dtype
    if as_dtype(dtype) is BOOL:
        raise refuse(f"`{function}` with dtype bool", f"Write `{function}(0, 2, size) == 1`.")
    raise TypeError(f"Unsupported dtype {as_dtype(dtype)!r} for {function}")


def check_not_negative(name, number):
    """Raises ValueError for a negative number, -0.0 included."""
    if math.copysign(1, number) < 0 and not math.isnan(number):
        raise ValueError(f"{name} < 0")


def check_scale(loc, scale):
    """Raises ValueError for a negative scale."""
    check_not_negative("scale", scale)


def check_exponential(scale):
    """Raises ValueError for a negative scale."""
    check_not_negative("scale", scale)
