"""Numbers that are not finite: data leave a gap, an artist without a place is not drawn, in a style they are errors."""

import math

# Lists of data, in which such a number is a gap.
_DATA = {"x", "y", "z", "x1", "y1", "x2", "y2", "u", "v", "angles", "cells", "palette", "pieces"}
# The place of an artist.
_PLACES = {"at", "from", "to", "tail", "head", "ends", "extent", "target"}


def check_looks(parts):
    """Raises ValueError for a width, a size, a rotation that is not finite."""
    for name, value in parts.items():
        if name not in _DATA and name not in _PLACES and not _is_finite(value):
            raise ValueError(f"{_last_name(name, value)} must be a finite number")


def can_be_drawn(parts):
    """Whether the place and the style of an artist are finite."""
    return all(name in _DATA or _is_finite(value) for name, value in parts.items())


def finite_number(value, name):
    """`value`, a float. Raises ValueError when it is not finite."""
    if not math.isfinite(value):
        raise ValueError(f"{name} must be a finite number, and is {value}")
    return value


def _is_finite(value):
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, dict):
        return all(map(_is_finite, value.values()))
    return not isinstance(value, (list, tuple)) or all(map(_is_finite, value))


def _last_name(name, value):
    """The name of the number that is not finite, with the names of the objects that contain it."""
    if isinstance(value, dict):
        return next(_last_name(f"{name} {key}", item) for key, item in value.items() if not _is_finite(item))
    return name
