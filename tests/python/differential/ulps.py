"""How far two numbers are apart, counted in the floats between them."""

import math
import struct


def ulps_apart(one, other):
    """0 for the same bits; inf unless both are finite floats of one sign (or both are zero of one sign)."""
    if one == other:
        return 0
    if not (is_float(one) and is_float(other)):
        return math.inf
    a, b = float.fromhex(one), float.fromhex(other)
    if math.copysign(1, a) != math.copysign(1, b) or math.isinf(a) or math.isinf(b):
        return math.inf
    return abs(place(a) - place(b))


def is_float(text):
    return "0x" in text


def place(number):
    """The number of floats between 0 and a finite number."""
    return struct.unpack("<q", struct.pack("<d", abs(number)))[0]
