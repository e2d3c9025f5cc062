"""Elementwise operations on lists of Python values; each returns the results, and flags for `warnings.report`.

The common case is one `map` or one comprehension. Only if a result is special (not finite, an exception, an integer
beyond 64 bits) are the elements computed one by one.
"""

import math
import operator
from itertools import repeat

from .._core.warnings import DIVIDE, INVALID, OVER

inf, nan = math.inf, math.nan


def exact(function):
    """The loop for a function of Python values without special cases."""

    def loop(*columns):
        return list(map(function, *columns)), 0

    return loop


def finite(function):
    """The loop for + - * on floats. Python's results are those of NumPy, without flags for overflow and inf - inf."""

    def loop(x, y):
        out = list(map(function, x, y))
        return out, 0 if all_finite(out) else _trouble(out, x, y)

    return loop


def all_finite(values):
    """Whether the list has no inf and no nan; also False if the sum of the values overflows."""
    total = sum(values)
    return total - total == 0


def _trouble(out, *columns):
    """The flags for results that are not finite although the operands are."""
    flags = 0
    for result, *given in zip(out, *columns):
        if result - result != 0:
            if result != result:
                if all(v == v for v in given):
                    flags |= INVALID
            elif all(v - v == 0 for v in given):
                flags |= OVER
    return flags


def divide(x, y):
    """Quotients; 1/0 is infinite and 0/0 is nan."""
    try:
        return finite(operator.truediv)(x, y)
    except ZeroDivisionError:
        flags = _trouble_of_division(x, y)
        return list(map(_quotient, x, y)), flags


def _quotient(a, b):
    if b:
        return a / b
    return nan if a != a or not a else math.copysign(inf, a) * math.copysign(1.0, b)


def _trouble_of_division(x, y):
    flags = 0
    for a, b in zip(x, y):
        if b == 0:
            if a == 0:
                flags |= INVALID
            elif a - a == 0:
                flags |= DIVIDE
        elif a - a != 0 and b - b != 0 and a == a and b == b:
            flags |= INVALID
        elif a - a == 0 and (a / b) - (a / b) != 0 and b == b:
            flags |= OVER
    return flags


def floor_divide(x, y):
    """Quotients rounded down, computed from fmod as in C; Python differs only for zero and infinite operands."""
    try:
        out = list(map(operator.floordiv, x, y))
        if all_finite(out):
            return out, 0
    except ZeroDivisionError:
        pass  # One by one, below.
    flags = 0
    out = []
    for a, b in zip(x, y):
        value, flag = _floor_quotient(a, b)
        out.append(value)
        flags |= flag
    return out, flags


def _floor_quotient(a, b):
    if b == 0:
        return _quotient(a, b), 0 if a != a else INVALID if a == 0 else DIVIDE if a - a == 0 else 0
    if a != a or b != b:
        return nan, 0
    if a - a != 0:
        return nan, INVALID
    value = a // b
    return value, 0 if value - value == 0 else OVER | INVALID


def remainder(x, y):
    """The remainder with the sign of the divisor."""
    try:
        out = list(map(operator.mod, x, y))
        if all_finite(out):
            return out, 0
    except ZeroDivisionError:
        pass  # One by one, below.
    out = [a % b if b else nan for a, b in zip(x, y)]
    return out, _trouble(out, x, y) & INVALID


def fmod(x, y):
    """The remainder with the sign of the dividend."""
    try:
        return list(map(math.fmod, x, y)), 0
    except ValueError:
        out = [nan if b == 0 or a - a != 0 else math.fmod(a, b) for a, b in zip(x, y)]
        return out, _trouble(out, x, y) & INVALID


def power(x, y):
    """Powers; as in NumPy, a square is computed as a product."""
    try:
        if y and y.count(2.0) == len(y):
            return finite(operator.mul)(x, x)
        out = list(map(math.pow, x, y))
        return out, 0
    except (OverflowError, ValueError):
        pass  # One by one, below.
    flags = 0
    out = []
    for a, b in zip(x, y):
        value, flag = _power(a, b)
        out.append(value)
        flags |= flag
    return out, flags


def _power(a, b):
    try:
        return math.pow(a, b), 0
    except OverflowError:
        return (-inf if a < 0 and b % 2 == 1 else inf), OVER
    except ValueError:
        if a == 0:
            return (math.copysign(inf, a) if b % 2 == 1 else inf), DIVIDE
        return nan, INVALID


def of_one(function, at=None):
    """The loop for a function of `math` with one argument. `at(x)` is (value, flags) where it raises."""

    def loop(x):
        try:
            return list(map(function, x)), 0
        except (ValueError, OverflowError):
            pass  # One by one, below.
        flags = 0
        out = []
        for a in x:
            try:
                out.append(function(a))
            except ValueError:
                value, flag = at(a) if at else (nan, INVALID)
                out.append(value)
                flags |= flag
            except OverflowError:
                out.append(-inf if a < 0 and function is not math.cosh else inf)
                flags |= OVER
        return out, flags

    return loop


def pole(place, value, beyond=INVALID):
    """The result of a logarithm outside its domain: infinite at `place`, nan elsewhere."""
    return lambda a: (value(a), DIVIDE) if place(a) else (nan, beyond)


def of_two(function):
    """The loop for a function of `math` with two arguments that raises no error except OverflowError."""

    def loop(x, y):
        try:
            out = list(map(function, x, y))
        except OverflowError:
            out = [_or_inf(function, a, b) for a, b in zip(x, y)]
        return out, 0 if all_finite(out) else _trouble(out, x, y) & OVER

    return loop


def _or_inf(function, a, b):
    try:
        return function(a, b)
    except OverflowError:
        return inf


def reciprocal(x):
    """1 / x."""
    return divide([1.0] * len(x), x)


def square(x):
    """Squares."""
    return finite(operator.mul)(x, x)


def rint(x):
    """The nearest integer; halves to even."""
    big = 4503599627370496.0
    copysign = math.copysign
    return [copysign((abs(a) + big) - big, a) if abs(a) < big else a for a in x], 0


def floor(x):
    """The largest integer that is not greater."""
    return [a // 1.0 if a - a == 0 else a for a in x], 0


def ceil(x):
    """The smallest integer that is not less."""
    return [-(-a // 1.0) if a - a == 0 else a for a in x], 0


def trunc(x):
    """The nearest integer towards zero."""
    copysign = math.copysign
    return [copysign(abs(a) // 1.0, a) if a - a == 0 else a for a in x], 0


def sign(x):
    """-1.0, 0.0 or 1.0; nan stays nan."""
    return [1.0 if a > 0 else -1.0 if a < 0 else 0.0 if a == 0 else a for a in x], 0


def maximum(x, y):
    """The larger of two, the second of equal ones; that decides between 0.0 and -0.0 as NumPy on most processors."""
    return [a if a > b or a != a else b for a, b in zip(x, y)], 0


def minimum(x, y):
    """The smaller of two, the second of equal ones."""
    return [a if a < b or a != a else b for a, b in zip(x, y)], 0


def clip(x, low, high):
    """x, limited first by low and then by high; nan if one of them is nan."""
    return list(map(_clip, x, low, high)), 0


def _clip(v, low, high):
    if low != low or v < low:
        v = low
    return high if high != high or v > high else v


def fmax(x, y):
    """The larger of two; if one is nan, the other."""
    return [a if a >= b or b != b else b for a, b in zip(x, y)], 0


def fmin(x, y):
    """The smaller of two; if one is nan, the other."""
    return [a if a <= b or b != b else b for a, b in zip(x, y)], 0


def logaddexp(x, y):
    """log(exp(x) + exp(y)), without overflow."""
    unknown = any(a != a or b != b for a, b in zip(x, y))
    return [_logaddexp(a, b) for a, b in zip(x, y)], INVALID if unknown else 0


def _logaddexp(a, b):
    if a == b:
        return a + 0.6931471805599453
    if a != a or b != b:
        return nan
    return max(a, b) + math.log1p(math.exp(-abs(a - b)))


def heaviside(x, y):
    """0.0 below zero, 1.0 above, y at zero."""
    return [a if a != a else b if a == 0 else 0.0 if a < 0 else 1.0 for a, b in zip(x, y)], 0


def nextafter(x, y):
    """The next float from x towards y."""
    return list(map(math.nextafter, x, y)), 0


def exp2(x):
    """Powers of two."""
    return power([2.0] * len(x), x)


def constant(value):
    """A loop with the same result for every element."""

    def loop(x):
        return [value] * len(x), 0

    return loop


def scaled(factor):
    """A loop that multiplies by a constant."""

    def loop(x):
        return finite(operator.mul)(x, list(repeat(factor, len(x))))

    return loop
