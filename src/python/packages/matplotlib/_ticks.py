"""Round numbers in a range: the default heights of contour lines."""

import math

STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def round_numbers(low, high, most):
    """Evenly spaced round numbers that include the range, with at most `most` intervals.

    The algorithm is that of `matplotlib.ticker.MaxNLocator`, with at least one number inside the range.
    """
    low, high = _apart(low, high)
    middle, width = (low + high) / 2, high - low
    offset = math.copysign(10 ** math.floor(math.log10(abs(middle))), middle) if abs(middle) / width >= 100 else 0
    scale = 10 ** math.floor(math.log10(width / most))
    low, high = low - offset, high - offset
    steps = [step * scale for step in (*(0.1 * step for step in STEPS[:-1]), *STEPS, 10 * STEPS[1])]
    enough = next(i for i, step in enumerate(steps) if step >= width / most)
    for step in reversed(steps[: enough + 1]):
        found = _multiples(low, high, step, offset)
        if any(low <= value <= high for value in found):
            break
    return [value + offset for value in found]


def _multiples(low, high, step, offset):
    base = (low // step) * step
    first = _quotient(low - base, step, offset, 1)
    last = _quotient(high - base, step, offset, 0)
    return [i * step + base for i in range(int(first), int(last) + 1)]


def _quotient(x, step, offset, near):
    """The number of steps in x, rounded down (`near` 1) or up (`near` 0), or to the nearest if it is close enough."""
    count, rest = divmod(x, step)
    close = min(0.4999, max(1e-10, 10 ** (math.log10(offset / step) - 12))) if offset > 0 else 1e-10
    up = abs(rest / step - 1) < close if near else abs(rest / step) >= close
    return count + 1 if up else count


def _apart(low, high):
    """The two ends, moved apart a little if they are equal."""
    most = max(abs(low), abs(high))
    if high - low > most * 1e-14:
        return low, high
    return (-1e-13, 1e-13) if most == 0 else (low - 1e-13 * abs(low), high + 1e-13 * abs(high))
