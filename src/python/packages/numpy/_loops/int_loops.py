"""Elementwise operations on lists of integers of 64 bits."""

import math
import operator

from .._core.dtypes import INT_MAX, INT_MIN, wrapped
from .._core.warnings import DIVIDE, INVALID, OVER


def whole(function):
    """The loop for a function of integers, whose results are wrapped to 64 bits."""

    def loop(*columns):
        out = list(map(function, *columns))
        if out and (min(out) < INT_MIN or max(out) > INT_MAX):
            return list(map(wrapped, out)), OVER
        return out, 0

    return loop


def whole_floor_divide(x, y):
    """Quotients, rounded down; 0 where the divisor is 0."""
    if 0 in y:
        out, flags = whole(lambda a, b: a // b if b else 0)(x, y)
        return out, flags | DIVIDE
    return whole(operator.floordiv)(x, y)


def whole_remainder(x, y):
    """Remainders with the sign of the divisor; 0 where it is 0."""
    if 0 in y:
        return [a % b if b else 0 for a, b in zip(x, y)], DIVIDE
    return list(map(operator.mod, x, y)), 0


def whole_fmod(x, y):
    """The remainder with the sign of the dividend."""
    out = [(abs(a) % abs(b)) * (-1 if a < 0 else 1) if b else 0 for a, b in zip(x, y)]
    return out, DIVIDE if 0 in y else 0


def whole_power(x, y):
    """Powers, wrapped to 64 bits."""
    if y and min(y) < 0:
        raise ValueError("Integers to negative integer powers are not allowed.")
    out = [pow(a, b, 2**64) if b > 64 else a**b for a, b in zip(x, y)]
    return list(map(wrapped, out)), 0


def whole_reciprocal(x):
    """1 / x, rounded towards zero."""
    out = [0 if abs(a) > 1 else a if a else INT_MIN for a in x]
    return out, DIVIDE | INVALID if 0 in x else 0


def whole_sign(x):
    """-1, 0 or 1."""
    return [(a > 0) - (a < 0) for a in x], 0


def left_shift(x, y):
    """The bits of x shifted to the left, wrapped to 64 bits."""
    return [wrapped(a << b) if 0 <= b < 64 else 0 for a, b in zip(x, y)], 0


def right_shift(x, y):
    """The bits of x shifted to the right: x / 2ⁿ, rounded down."""
    return [a >> b if 0 <= b < 64 else -1 if a < 0 else 0 for a, b in zip(x, y)], 0


def gcd(x, y):
    """The greatest common divisor."""
    return list(map(wrapped, map(math.gcd, x, y))), 0


def lcm(x, y):
    """The least common multiple."""
    return list(map(wrapped, map(math.lcm, x, y))), 0
