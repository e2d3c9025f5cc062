"""Text in a picture: titles, labels, annotations with and without an arrow."""

from ._artist import Artist
from ._colors import color
from ._data import number
from ._finite import finite_number
from ._mathtext import typeset
from ._refuse import keywords, one_of, unsupported

SIZES = {
    "xx-small": 5.79,
    "x-small": 6.94,
    "small": 8.33,
    "medium": 10.0,
    "large": 12.0,
    "x-large": 14.4,
    "xx-large": 17.28,
}
KEPT = ("fontsize", "color", "fontweight", "fontstyle")


def font_size(value):
    """A size in typographic points, from a number or a name such as 'large'."""
    if isinstance(value, str):
        if value not in SIZES:
            raise ValueError(f"{value!r} is not a valid value for fontsize; supported values are {', '.join(SIZES)}")
        return SIZES[value]
    return finite_number(number(value), "fontsize")


def words(text, options, function, kept=KEPT):
    """A text with its style as plain data: `text`, `size` and `color` (None for the page's own), `bold`, `italic`."""
    taken = keywords(options, function, "Text", kept)
    size, ink = taken.get("fontsize"), taken.get("color")
    weight = taken.get("fontweight", "normal")
    return {
        "text": typeset(str(text)),
        "size": None if size is None else font_size(size),
        "color": None if ink is None else color(ink),
        "bold": weight in ("bold", "semibold", "heavy", "black")
        or (isinstance(weight, (int, float)) and weight >= 600),
        "italic": one_of(taken.get("fontstyle", "normal"), ("normal", "italic", "oblique"), "fontstyle") != "normal",
    }


PLAIN = {"text": "", "size": None, "color": None, "bold": False, "italic": False}
ACROSS = ("left", "center", "right")
UPRIGHT = ("top", "center", "bottom", "baseline", "center_baseline")
BOX = ("facecolor", "edgecolor", "alpha", "boxstyle", "pad", "linewidth")


class Text(Artist):
    """A text at a place, in the units of the axes or (`space` 'axes') in fractions of the picture."""

    kind = "text"
    zorder = 3

    def __init__(self, axes, place, said, layout, space="data", box=None, **common):
        super().__init__(axes, **common)
        self.place, self.said, self.layout, self.space, self.box = place, said, layout, space, box

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {"at": self.place, "space": self.space, "words": self.said, "box": self.box, **self.layout}

    def get_text(self):
        """The text as it was given."""
        return self.said["text"]

    def set_text(self, text):
        """Sets the text; formulas between dollar signs are typeset."""
        self.said["text"] = typeset(str(text))

    def set_color(self, value):
        """Sets the color. Raises ValueError for a value that is no color."""
        self.said["color"] = color(value)

    def set_fontsize(self, value):
        """Sets the size, in points or by name."""
        self.said["size"] = font_size(value)


class Annotation(Text):
    """A text with an arrow from it to a place."""

    kind = "annotation"

    def __init__(self, axes, target, arrow, offset, **rest):
        super().__init__(axes, **rest)
        self.target, self.arrow, self.offset = target, arrow, offset

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {**super().parts(), "target": self.target, "arrow": self.arrow, "offset": self.offset}


def layout_of(options):
    """The alignment and the rotation from the keywords of a text, which are removed from them."""
    rotation = options.pop("rotation", 0)
    return {
        "across": one_of(options.pop("horizontalalignment", "left"), ACROSS, "ha"),
        "upright": one_of(options.pop("verticalalignment", "baseline"), UPRIGHT, "va"),
        "rotation": (
            {"horizontal": 0.0, "vertical": 90.0}.get(rotation) if isinstance(rotation, str) else number(rotation)
        ),
    }


def box_of(bbox, function):
    """The box around a text, as plain data; None if there is none."""
    if bbox is None:
        return None
    taken = keywords(dict(bbox), f"{function}(bbox=...)", "FancyBboxPatch", BOX)
    style = str(taken.get("boxstyle", "square"))
    if style.split(",")[0] not in ("square", "round", "round4"):
        raise unsupported(f"The box {style!r} around a text", "Boxes are 'square' and 'round'.")
    return {
        "fill": color(taken.get("facecolor", "C0")),
        "edge": color(taken.get("edgecolor", "black")),
        "alpha": number(taken.get("alpha", 1)),
        "round": style.startswith("round"),
    }
