"""Standard normal numbers by the ziggurat (Marsaglia and Tsang, 2000), with NumPy's tables to the bit.

256 layers of equal area cover the bell curve exp(-x*x/2): layer i ends at x[i], where the height of the curve is y[i].
The lowest layer includes the tail beyond `TAIL`; x[0] is the width of a rectangle with its area.
"""

import math
from decimal import Context, Decimal

TAIL = 3.6541528853610088
AREA = 0.004928673233974652
PRECISE = Context(prec=40)


def _exp(number):
    return float(PRECISE.exp(Decimal(number)))


def _log(number):
    return float(PRECISE.ln(Decimal(number)))


def _layers():
    """The tables `(x, y, sure)`; a draw below `sure[i]` out of 2**52 is inside layer i and under the curve.

    They are computed in doubles, as NumPy's were, with correctly rounded functions: the same on every machine.
    """
    x, y = [0.0] * 256, [1.0] * 256
    x[255], y[255] = TAIL, _exp(-0.5 * TAIL * TAIL)
    x[0] = AREA / y[255]
    for i in range(254, 0, -1):
        x[i] = math.sqrt(-2 * _log(AREA / x[i + 1] + y[i + 1]))
        y[i] = _exp(-0.5 * x[i] * x[i])
        if i == 38:
            y[i] = math.nextafter(y[i], 1)  # NumPy's table has this value, an error of 0.502 ulp
    sure = [round(x[i - 1] / x[i] * 2**52) for i in range(256)]
    sure[1] = 0
    return x, y, sure


_tables = []


def ziggurat(bits):
    """A function that draws standard normal numbers from a source of random bits."""
    if not _tables:
        _tables.extend(_layers())
    x, y, sure = _tables
    long, double = bits.long, bits.double

    def drawn():
        while True:
            random = long()
            layer = random & 255
            part = random >> 9 & 2**52 - 1
            number = part * (x[layer] / 2**52)
            if random & 256:
                number = -number
            if part < sure[layer]:
                return number
            if layer == 0:
                beyond = TAIL + _tail(double)
                return -beyond if part & 256 else beyond
            if (y[layer - 1] - y[layer]) * double() + y[layer] < math.exp(-0.5 * number * number):
                return number

    return drawn


def _tail(double):
    """A distance beyond the last layer (Marsaglia, 1964)."""
    while True:
        beyond = -0.27366123732975827 * math.log1p(-double())
        height = -math.log1p(-double())
        if height + height > beyond * beyond:
            return beyond
