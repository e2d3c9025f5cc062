"""Twenty ways to be wrong that nobody has catalogued: an answer that gives something made up.

A check may call none of them by the name of a mistake, unless what it gives is what that mistake gives.
"""

import builtins
import functools
import types
from math import copysign, inf, nan

from answer_values import is_number, make_plain

# Functions that are made after this look up built-in names here.
__builtins__ = dict(vars(builtins))


def distort(value, change):
    """A value of an answer with every number in it changed, or a function that returns such values."""
    if isinstance(value, types.FunctionType):

        @functools.wraps(value)
        def distorted(*arguments):
            return _changed(make_plain(value(*arguments)), change)

        return distorted
    return _changed(make_plain(value), change)


def _changed(value, change):
    if change in WHOLE:
        return change(value)
    if isinstance(value, list):
        return [_changed(one, change) for one in value]
    return change(float(value)) if is_number(value) else value


def _scaled(factor):
    def change(number):
        return number * factor

    change.__name__ = f"times {factor}"
    return change


def _shifted(step):
    def change(number):
        return number + step

    change.__name__ = f"plus {step}"
    return change


def _signed(number):
    return copysign(number * number + 0.31, number)


def _capped(number):
    return min(max(number, -0.83), 0.83)


def _only_whole(number):
    return float(round(number)) + 0.27


def _first_half(value):
    return value[: len(value) // 2] if isinstance(value, list) else None


def _twice_over(value):
    return value + value if isinstance(value, list) else [value, value]


def _texts(value):
    return f"{value}"


def _nothing(_value):
    return None


def _not_a_number(_number):
    return nan


def _infinite(_number):
    return inf


def _constant(_number):
    return 0.4321


# These change a whole value, and not each number in it.
WHOLE = (_first_half, _twice_over, _texts, _nothing)
DISTORTIONS = (
    *map(_scaled, (1.37, 0.613, -0.77, 3.19, 1.021, 17.3)),
    *map(_shifted, (0.137, -0.29, 4.31, -11.7)),
    *(_signed, _capped, _only_whole, _not_a_number, _infinite, _constant),
    *WHOLE,
)

for _change in DISTORTIONS:
    # Its name in the finding: "only whole".
    _change.__name__ = _change.__name__.strip("_").replace("_", " ")
