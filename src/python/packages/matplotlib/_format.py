"""The style of lines and points: format strings as in `plot(x, y, "r--o")`, names of dashes and of markers."""

from ._colors import LETTERS, NAMES, color, is_color
from ._data import plain
from ._refuse import unsupported

DASHES = {"-": "solid", "--": "dashed", "-.": "dashdot", ":": "dotted"}
DASHES_BY_NAME = {**{name: name for name in DASHES.values()}, **DASHES, "None": None, "none": None, " ": None, "": None}

MARKERS = {
    ".": "point",
    ",": "pixel",
    "o": "circle",
    "v": "triangle down",
    "^": "triangle up",
    "<": "triangle left",
    ">": "triangle right",
    "s": "square",
    "p": "pentagon",
    "*": "star",
    "h": "hexagon",
    "H": "hexagon",
    "8": "octagon",
    "+": "plus",
    "x": "cross",
    "P": "filled plus",
    "X": "filled cross",
    "D": "diamond",
    "d": "thin diamond",
    "|": "vertical bar",
    "_": "horizontal bar",
    "1": "tri",
    "2": "tri",
    "3": "tri",
    "4": "tri",
}
# Markers that are strokes only have no face.
STROKED = ("plus", "cross", "vertical bar", "horizontal bar")
NOT_DRAWN = ("tri", "octagon")


def dash(value):
    """The name of a dash, or None for no line. Raises ValueError with Matplotlib's message."""
    if isinstance(value, str) and value in DASHES_BY_NAME:
        return DASHES_BY_NAME[value]
    if isinstance(value, (tuple, list)):
        raise unsupported("A custom dash", "Dashes are '-', '--', '-.' and ':'.")
    listed = ", ".join(map(repr, [*DASHES, *DASHES.values(), "None"]))
    raise ValueError(f"{value!r} is not a valid value for ls; supported values are {listed}")


def marker(value):
    """The name of a marker, or None for none. Raises ValueError with Matplotlib's message."""
    if value is None or (isinstance(value, str) and value in ("None", "none", " ", "")):
        return None
    if not isinstance(value, str) or value.startswith("$"):
        raise unsupported(f"The marker {value!r}", f"Markers are {' '.join(MARKERS)}.")
    if value not in MARKERS:
        raise ValueError(f"Unrecognized marker style {value!r}; markers are {' '.join(MARKERS)}")
    if MARKERS[value] in NOT_DRAWN:
        raise unsupported(f"The marker {value!r}", "Try 'o', 's', '^', 'v', 'D', 'x' or '+'.")
    return MARKERS[value]


def read_format(fmt):
    """(dash, marker, color) of a format string, each None if it is not given; dash 'none' for markers alone.

    Raises ValueError with Matplotlib's message.
    """
    if is_color(fmt) and not fmt.isdigit():
        return None, None, color(fmt)
    found = {"linestyle": None, "marker": None, "color": None}
    rest = fmt
    while rest:
        part, kind = _next_part(rest, fmt)
        if found[kind] is not None:
            raise ValueError(f"{fmt!r} is not a valid format string (two {kind} symbols)")
        found[kind] = part
        rest = rest[len(part) :]
    line = DASHES.get(found["linestyle"])
    if line is None and found["marker"] is not None:
        line = "none"
    return line, marker(found["marker"]), color(found["color"]) if found["color"] else None


def _next_part(rest, fmt):
    for sign in ("--", "-.", "-", ":"):
        if rest.startswith(sign):
            return sign, "linestyle"
    if rest[0] in MARKERS:
        return rest[0], "marker"
    if rest[0] in LETTERS:
        return rest[0], "color"
    if rest[0] == "C" and rest[1:2].isdigit():
        return rest[:2], "color"
    whole = rest.lower() in NAMES and "; give a whole color name by itself, or with color=..."
    raise ValueError(f"{fmt!r} is not a valid format string (unrecognized character {rest[0]!r}{whole or ''})")


def looks_like_format(value):
    """Whether an argument of `plot` is a format string and not data."""
    return isinstance(value, str)


def color_list(value, count, name):
    """One color for all (a string or None), or a list of `count` colors."""
    items = plain(value)
    if isinstance(items, str) or is_color(items):
        return color(items, name)
    if not isinstance(items, list):
        return color(items, name)
    colors = [color(item, name) for item in items]
    if len(colors) not in (1, count):
        raise ValueError(f"{name} has {len(colors)} colors, and there are {count} places")
    return colors[0] if len(colors) == 1 else colors
