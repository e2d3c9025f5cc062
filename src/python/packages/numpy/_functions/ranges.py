"""Ranges of numbers with equal distances or equal ratios."""

import math

from .._core.array import make, values_of
from .._core.conversion import as_index, as_python, asarray, stored_as
from .._core.dtypes import BOOL, FLOAT, INT, given_dtype, promoted
from .._loops import ufuncs as u
from .._refusal import default_only, refuse

_MISSING = object()


def arange(start_or_stop=_MISSING, /, stop=None, step=None, dtype=None, *, start=None, device=None, like=None):
    """Evenly spaced numbers from start up to stop, without stop.

    Shape (ceil((stop - start) / step),), at least 0; int64 if all arguments are integers, else float64. As in NumPy,
    the elements are `start + k * (second - start)`. Raises TypeError without `stop`, ZeroDivisionError for a step of 0,
    ValueError for a length that is nan or too large.
    """
    default_only("arange", device=device, like=like)
    ends = [_single(v) for v in (*_start_and_stop(start_or_stop, stop, start), 1 if step is None else step)]
    dtype = given_dtype(dtype) or promoted([v._dtype for v in ends] + [INT])
    first, last, step = (v.item() for v in ends)
    length = _length(first, last, step)
    return make(_steps(first, step, length, dtype), (length,), dtype)


def _start_and_stop(start_or_stop, stop, start):
    """The two ends: of a single positional argument, `arange` takes the stop."""
    if start is not None:
        start_or_stop, stop = start, start_or_stop if stop is None and start_or_stop is not _MISSING else stop
    if start_or_stop is _MISSING:
        if stop is None:
            raise TypeError("arange() requires stop to be specified.")
        start_or_stop = 0
    elif start_or_stop is None and stop is None:
        raise TypeError("unsupported operand type(s) for -: 'NoneType' and 'int'")
    elif stop is None and start is None:
        start_or_stop, stop = 0, start_or_stop
    return (0 if v is None else v for v in (start_or_stop, stop))


def _single(value):
    value = asarray(value)
    if value._shape:
        raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
    return value


def _length(first, last, step):
    if step == 0:
        is_float = isinstance(last - first + step, float)
        raise ZeroDivisionError("float division by zero" if is_float else "division by zero")
    count = (last - first) / step
    if count != count:
        raise ValueError("arange: cannot compute length")
    if count in (math.inf, -math.inf) or count > 2**62:
        raise ValueError("Maximum allowed size exceeded")
    return max(0, math.ceil(count))


def _steps(first, step, length, dtype):
    """The elements, computed as in NumPy from the first two, in the dtype of the result."""
    if dtype is BOOL:
        if length > 2:
            raise TypeError("arange() is only supported for booleans when the result has at most length 2.")
        return [bool(first), bool(first + step)][:length]
    begin = as_python(first, dtype)
    delta = as_python(first + step, dtype) - begin
    return [begin + k * delta if k else begin for k in range(length)]


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    """`num` evenly spaced numbers from start to stop.

    Shape (num, …) over the broadcast shape of `start` and `stop`; float64 unless `dtype` is given (int64: rounded
    down). With `endpoint` the last element is exactly `stop`. Raises ValueError for a negative `num`.
    """
    default_only("linspace", device=device)
    if axis not in (0, None):
        raise refuse("The argument `axis` of linspace", "Remove it and transpose the result.")
    num = as_index(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    first, last = u.multiply(start, 1.0), u.multiply(stop, 1.0)
    distance = asarray(u.subtract(last, first))
    parts = num - 1 if endpoint else num
    counts = make([float(k) for k in range(num)], (num,) + (1,) * distance.ndim, FLOAT)
    if parts > 0:
        step = u.divide(distance, parts)
        if 0.0 in values_of(asarray(step)):
            found = u.multiply(u.divide(counts, parts), distance)
        else:
            found = u.multiply(counts, step)
    else:
        step, found = math.nan, u.multiply(counts, distance)
    found = asarray(u.add(found, first))
    if endpoint and num > 1:
        found[-1, ...] = last
    dtype = given_dtype(dtype) or FLOAT
    if dtype is INT:
        found = u.floor(found)
    found = found if dtype is FLOAT else stored_as(found, dtype)
    return (found, step) if retstep else found


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """Numbers evenly spaced on a logarithmic scale: powers of `base`, with exponents from start to stop.

    Shape (num,); float64 unless `dtype` is given. Raises ValueError for a negative `num`.
    """
    found = u.power(base, linspace(start, stop, num, endpoint, axis=axis))
    return found if dtype is None else found.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers from start to stop with a constant ratio.

    Shape (num,); float64 unless `dtype` is given; the ends are exact. Raises ValueError for an end of 0; ends
    with different signs are not supported.
    """
    start, stop = asarray(start), asarray(stop)
    if start._shape or stop._shape:
        raise refuse("geomspace between arrays", "Call it once for each pair.")
    first, last = float(start.item()), float(stop.item())
    if first == 0 or last == 0:
        raise ValueError("Geometric sequence cannot include zero")
    if (first < 0) != (last < 0):
        raise refuse("geomspace from one sign to the other", "The powers between them are complex numbers.")
    sign = -1.0 if first < 0 else 1.0
    data = values_of(logspace(math.log10(sign * first), math.log10(sign * last), num, endpoint))
    if num > 0:
        data[0] = sign * first
        if num > 1 and endpoint:
            data[-1] = sign * last
    found = make([sign * v for v in data], (num,), FLOAT)
    return found if dtype is None else found.astype(dtype)
