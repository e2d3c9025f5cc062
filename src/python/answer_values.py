"""Values of an answer: made plain, compared by what they are, and shown."""

import builtins
from math import inf, isfinite, isinf, isnan
from types import FunctionType

# Functions that are made after this look up built-in names here.
__builtins__ = dict(vars(builtins))

MOST_ITEMS = 20_000
_SHOWN_ITEMS = 6


_mro_of = type.__dict__["__mro__"].__get__


class Other:
    """A value that is neither a number, a text nor a collection of those; it equals nothing."""

    def __init__(self, name):
        self.name = name


def make_plain(value, level=0):
    """The value as Python's own numbers, texts, lists and dictionaries.

    Tuples, ranges and arrays become lists, NumPy's scalars numbers, sets lists in order. Anything else is an `Other`.
    """
    bases = {base.__name__: base for base in _mro_of(type(value))}
    if value is None or type(value) in (bool, Other):
        return value
    if "generic" in bases and bases["generic"].__module__.startswith("numpy"):
        value = value.item()
        return value if type(value) in (bool, int, float, str) else make_plain(value, level + 1)
    if bases.get("float") is float:
        return float.__add__(value, 0.0)
    if bases.get("int") is int:
        number = int.__add__(value, 0)
        # A check may compute with it: NumPy takes no larger ones, and `math` not all of them.
        return number if -(2**63) <= number < 2**63 else as_float(number)
    if "Fraction" in bases and bases["Fraction"].__module__ == "fractions":
        return as_float(value)
    if bases.get("str") is str:
        return str.__str__(value)
    if "ndarray" in bases and bases["ndarray"].__module__.startswith("numpy"):
        return make_plain(value.tolist(), level + 1)
    if level > 8:
        return Other("something nested")
    if bases.get("dict") is dict:
        return {make_plain(key, level + 1): make_plain(one, level + 1) for key, one in dict.items(value)}
    if bases.get("list") is list or bases.get("tuple") is tuple or type(value) is range:
        return [make_plain(one, level + 1) for one in list(value)[:MOST_ITEMS]]
    if type(value) in (set, frozenset):
        return sorted((make_plain(one, level + 1) for one in value), key=show)
    return Other("a function" if callable(value) else _article(type(value).__name__))


def same(got, want, tolerance, scale):
    """Whether plain values are the same: numbers within `tolerance`, relative to the larger of `want` and `scale`."""
    if isinstance(want, list):
        return (
            isinstance(got, list)
            and len(got) == len(want)
            and all(same(one, other, tolerance, scale) for one, other in zip(got, want))
        )
    if isinstance(want, dict):
        return (
            isinstance(got, dict)
            and set(got) == set(want)
            and all(same(got[key], want[key], tolerance, scale) for key in want)
        )
    if is_number(want):
        return is_number(got) and _near(got, want, tolerance, scale)
    return type(got) is type(want) and not isinstance(want, Other) and got == want


def is_number(value):
    """Whether a plain value is a number; True and False are none."""
    return type(value) in (int, float)


def _near(got, want, tolerance, scale):
    got, want = as_float(got), as_float(want)
    if isnan(want) or isnan(got):
        return isnan(want) and isnan(got)
    if isinf(want) or isinf(got):
        return got == want
    return abs(got - want) <= tolerance * max(abs(want), scale)


def as_float(value):
    """A number as a float; one that is too large is infinite."""
    try:
        return float(value)
    except OverflowError:
        return inf if value > 0 else -inf


def kind_problem(value, kind):
    """The fault of a plain value that should be of a kind: see `Check.function`; None without one."""
    name, _, count = kind.partition(":")
    fits = {
        "any": lambda: value is not None,
        "number": lambda: is_number(value),
        "text": lambda: isinstance(value, str),
        "truth": lambda: isinstance(value, bool),
        "numbers": lambda: (
            isinstance(value, list) and all(map(is_number, value)) and (not count or len(value) == int(count))
        ),
        "table": lambda: (
            isinstance(value, list)
            and len(value) > 0
            and all(isinstance(row, list) and len(row) == len(value[0]) and all(map(is_number, row)) for row in value)
            and (not count or len(value[0]) == int(count))
        ),
    }
    return None if fits[name]() else {"wanted": kind, "got": describe(value)}


def arity_problem(function, count):
    """The fault in the number of arguments that a plain function takes; None for other callables."""
    if type(function) is not FunctionType:
        return None
    code = function.__code__
    most = code.co_argcount
    least = most - len(function.__defaults__ or ())
    if code.co_flags & 0x04:
        most = max(most, count)
    if least <= count <= most:
        return None
    return {"takes": str(most) if least == most else f"{least} to {most}", "needs": count}


def describe(value):
    """A plain value in words: "None", "a list of 3", "the text 'a'"."""
    if value is None:
        return "None"
    if isinstance(value, bool):
        return f"{value}"
    if is_number(value):
        return f"the number {show(value)}"
    if isinstance(value, str):
        return f"the text {show(value)}"
    if isinstance(value, Other):
        return value.name
    if isinstance(value, dict):
        return "a dictionary"
    if value and all(isinstance(row, list) for row in value):
        return f"a table of {len(value)} {'row' if len(value) == 1 else 'rows'}"
    return f"the list {show(value)}" if len(value) <= _SHOWN_ITEMS else f"a list of {len(value)}"


def show(value, digits=6):
    """A plain value as text; the same on every engine."""
    if isinstance(value, list):
        shown = [show(one, digits) for one in value[:_SHOWN_ITEMS]]
        return f"[{', '.join(shown + ['…'] if len(value) > _SHOWN_ITEMS else shown)}]"
    if isinstance(value, dict):
        items = [f"{show(key)}: {show(one, digits)}" for key, one in list(value.items())[:_SHOWN_ITEMS]]
        return f"{{{', '.join(items)}}}"
    if is_number(value):
        return _show_number(value, digits)
    if isinstance(value, str):
        text = value.replace("\n", "\\n").replace("\t", "\\t")
        return f"'{text if len(text) <= 60 else text[:60] + '…'}'"
    return value.name if isinstance(value, Other) else f"{value}"


def _show_number(value, digits):
    if type(value) is int and abs(value) < 10**12:
        return f"{value}"
    number = as_float(value)
    if not isfinite(number):
        return f"{number}"
    return f"{number + 0.0:.{digits}g}"


def show_pair(got, want):
    """Two plain values that differ, with as many digits as it takes to see that they do."""
    for digits in (6, 9, 12, 17):
        pair = show(got, digits), show(want, digits)
        if pair[0] != pair[1]:
            return pair
    return pair


def _article(name):
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
