"""Converts numbers in lists or arrays of any kind to Python's own numbers."""

import math
import sys

from ._refuse import unsupported

# The maximum of one figure: more would be slow to send and to draw.
MOST_NUMBERS = 500_000
# Each of these becomes an element of the page.
MOST_MARKERS = 10_000


def plain(value):
    """`value` as nested lists of Python's own objects: arrays by their `tolist`, other iterables item by item."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, (str, bytes)) or not hasattr(value, "__iter__"):
        return value
    if _all_floats(value):
        return list(value)
    return [plain(item) for item in value]


def _all_floats(values):
    """Whether it is a list of Python's own floats: by far the most frequent, and known without a look at each."""
    return type(values) is list and set(map(type, values)) == {float}


def shape_of(value):
    """The shape of plain nested lists. Raises ValueError if rows differ in length."""
    if not isinstance(value, list):
        return ()
    inner = {()} if not value or _all_floats(value) else {shape_of(item) for item in value}
    if len(inner) > 1:
        raise ValueError(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape: "
            "its rows differ in length"
        )
    return (len(value), *inner.pop())


def flat(value):
    """All items of plain nested lists, in order."""
    if not isinstance(value, list):
        return [value]
    if value and isinstance(value[0], list):
        return [item for row in value for item in flat(row)]
    return value


def number(value):
    """`value` as a float; None becomes nan, as in Matplotlib."""
    if value is None:
        return math.nan
    if hasattr(value, "year"):
        raise unsupported("A date on an axis", "Give numbers, for example days since the start.")
    return float(value)


def numbers(value):
    """Any nesting of numbers as a flat list of floats."""
    return _floats(flat(plain(value)))


def _floats(items):
    return items if _all_floats(items) else [number(item) for item in items]


def rows(value):
    """A two-dimensional array as lists of floats."""
    return [_floats(row) for row in plain(value)]


def same_length(name, **sequences):
    """Raises ValueError when the lists differ in length."""
    lengths = {key: len(items) for key, items in sequences.items()}
    if len(set(lengths.values())) > 1:
        said = ", ".join(f"{key} has {length}" for key, length in lengths.items())
        raise ValueError(f"{name}: the sequences must have one length, but {said}")


def spread(value, count, name):
    """One number for all, or one for each of `count` places, as a list of `count` floats."""
    values = numbers(value)
    if len(values) not in (1, count):
        raise ValueError(f"shape mismatch: {name} has {len(values)} values, and there are {count} places")
    return values * count if len(values) == 1 and count != 1 else values


def finite(values):
    """The values that are neither infinite nor nan."""
    return [value for value in values if math.isfinite(value)]


def as_array(values):
    """An array if the program has imported NumPy, else the list itself."""
    numpy = sys.modules.get("numpy")
    return numpy.array(values) if numpy else values


def encoded(value):
    """Plain data that JSON can represent: numbers that are not finite become the strings nan, inf and -inf."""
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if _all_floats(value) and math.isfinite(sum(value)):
        return value
    if isinstance(value, (list, tuple)):
        return [encoded(item) for item in value]
    if isinstance(value, dict):
        return {key: encoded(item) for key, item in value.items()}
    return value


def check_markers(count, function):
    """Raises ValueError if there are more markers than a page can draw as single elements."""
    if count > MOST_MARKERS:
        raise ValueError(
            f"{function}: {count:,} points are more than a page can draw one by one (at most {MOST_MARKERS:,}). "
            f"Draw a part of them, x[::{-(-count // MOST_MARKERS)}], or their distribution: plt.hist."
        )
