"""The artists that the drawing functions return: each is one thing in a picture, kept as data that can be changed."""

from ._colors import color
from ._data import number
from ._format import color_list, dash, marker
from ._refuse import nearest, unsupported


class Artist:
    """One thing in a picture. Subclasses define its data (`parts`), its extent (`reach`) and its legend symbol."""

    zorder = 1

    def __init__(self, axes, label=None, alpha=None, zorder=None):
        self.axes = axes
        self.label = "" if label is None else str(label)
        self.alpha = None if alpha is None else _alpha(alpha)
        self.visible = True
        if zorder is not None:
            self.zorder = number(zorder)

    def record(self):
        """The artist as plain data: `kind`, `label`, `alpha` and the data of its kind."""
        label = "" if self.label.startswith("_") else self.label
        return {"kind": self.kind, "label": label, "alpha": self.opacity(), **self.parts()}

    def opacity(self):
        """The opacity, 1 if none was set."""
        return 1.0 if self.alpha is None else self.alpha

    def reach(self, letter):
        """Coordinates along the axis `letter`, "x" or "y", that must be within the limits of the axis."""
        return ()

    def edges(self, letter):
        """Coordinates along `letter` at which the automatic limits end, without a margin."""
        return ()

    def sample(self):
        """Its symbol in a legend, as plain data."""
        raise unsupported(f"A {type(self).__name__} in a legend")

    def get_label(self):
        """The name in the legend."""
        return self.label

    def set_label(self, label):
        """Sets the name in the legend; None is no name."""
        self.label = "" if label is None else str(label)

    def get_alpha(self):
        """The opacity from 0 to 1, or None."""
        return self.alpha

    def set_alpha(self, alpha):
        """Sets the opacity. Raises ValueError outside of [0, 1]."""
        self.alpha = None if alpha is None else _alpha(alpha)

    def get_zorder(self):
        """The place in the order of drawing: larger is later."""
        return self.zorder

    def set_zorder(self, zorder):
        """Sets the place in the order of drawing."""
        self.zorder = number(zorder)

    def get_visible(self):
        """Whether it is drawn."""
        return self.visible

    def set_visible(self, visible):
        """Sets whether it is drawn."""
        self.visible = bool(visible)

    def remove(self):
        """Removes it from the picture."""
        self.axes.artists.remove(self)

    def set(self, **changes):
        """Calls `set_<name>(value)` for each keyword."""
        for name, value in changes.items():
            getattr(self, "set_" + name)(value)

    def __getattr__(self, name):
        if name.startswith(("set_", "get_")):
            offered = [each for each in dir(type(self)) if each.startswith(name[:4])]
            near = nearest(name, offered)
            hint = f"Did you mean {near}?" if near else f"It has {', '.join(offered)}; or draw it again."
            raise AttributeError(f"{type(self).__name__}.{name} is not part of the Matplotlib of this page. {hint}")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def _alpha(alpha):
    if hasattr(alpha, "__iter__"):
        raise unsupported("A list for alpha", "Give one number from 0 to 1, or colors as (r, g, b, alpha).")
    value = number(alpha)
    if not 0 <= value <= 1:
        raise ValueError(f"alpha ({alpha}) is outside 0-1 range")
    return value


class Line2D(Artist):
    """A line through points, a marker at each of them, or both."""

    kind = "line"
    zorder = 2

    def __init__(self, axes, x, y, style, **common):
        super().__init__(axes, **common)
        self.x, self.y = x, y
        self.style = style

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        style = self.style
        shape = style["marker"]
        face = style.get("markerfacecolor", style["color"])
        drawn = {
            "shape": shape,
            "size": style["markersize"],
            "face": face,
            "edge": style.get("markeredgecolor", style["color"]),
            "edgeWidth": style["markeredgewidth"],
        }
        return {
            "x": self.x,
            "y": self.y,
            "color": style["color"],
            "width": style["linewidth"],
            "dash": style["linestyle"],
            "marker": drawn if shape else None,
        }

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return self.x if letter == "x" else self.y

    def sample(self):
        """The symbol of this artist in a legend, as plain data."""
        parts = self.parts()
        return {"kind": "line", **{key: parts[key] for key in ("color", "width", "dash", "marker")}}

    def get_xdata(self):
        """The x coordinates, as a list of floats."""
        return self.x

    def get_ydata(self):
        """The y coordinates, as a list of floats."""
        return self.y

    def get_data(self):
        """The x and the y coordinates."""
        return self.x, self.y

    def get_color(self):
        """The color that was set, in hexadecimal."""
        return self.style["color"]

    def set_color(self, value):
        """Sets the color. Raises ValueError for a value that is no color."""
        self.style["color"] = color(value)

    def get_linewidth(self):
        """The width in points."""
        return self.style["linewidth"]

    def set_linewidth(self, width):
        """Sets the width in points."""
        self.style["linewidth"] = number(width)

    def set_linestyle(self, style):
        """Sets the dashes, by name or by Matplotlib's short form."""
        self.style["linestyle"] = dash(style)

    def set_marker(self, shape):
        """Sets the shape of the markers."""
        self.style["marker"] = marker(shape)

    def set_markersize(self, size):
        """Sets the size of the markers in points."""
        self.style["markersize"] = number(size)


class Rule(Line2D):
    """A straight line across the picture, at one coordinate, drawn by `axhline` and `axvline`."""

    kind = "rule"

    def __init__(self, axes, letter, at, ends, style, **common):
        super().__init__(axes, [], [], style, **common)
        self.letter, self.at, self.ends = letter, at, ends

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        style = {
            key: self.style[name] for key, name in (("color", "color"), ("width", "linewidth"), ("dash", "linestyle"))
        }
        return {"axis": self.letter, "at": self.at, "ends": self.ends, **style}

    def sample(self):
        """The symbol of this artist in a legend, as plain data."""
        parts = self.parts()
        return {"kind": "line", "marker": None, **{key: parts[key] for key in ("color", "width", "dash")}}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return [self.at] if letter == self.letter else ()


class Shape(Artist):
    """An artist with an area: bars, bands, areas between two curves. `fill` and `edge` may be lists."""

    def __init__(self, axes, fill, edge, width, **common):
        super().__init__(axes, **common)
        self.fill, self.edge, self.width = fill, edge, width

    def paint(self):
        """The colors and the width of the edge, as the page draws them."""
        return {"fill": self.fill, "edge": self.edge, "width": self.width}

    def sample(self):
        """The symbol of this artist in a legend, as plain data."""
        first = [paint[0] if isinstance(paint, list) else paint for paint in (self.fill, self.edge)]
        return {"kind": "patch", "fill": first[0], "edge": first[1], "width": self.width, "alpha": self.opacity()}

    def get_facecolor(self):
        """The color of the area."""
        return self.fill

    def set_color(self, value):
        """Sets the color. Raises ValueError for a value that is no color."""
        self.fill = self.edge = color(value)

    def set_facecolor(self, value):
        """Sets the color of the area."""
        self.fill = color(value)

    def set_edgecolor(self, value):
        """Sets the color of the edge."""
        self.edge = color(value)


class Points(Artist):
    """The points of a scatter plot. Sizes are diameters in typographic points."""

    kind = "points"

    def __init__(self, axes, x, y, look, scale=None, values=None, **common):
        super().__init__(axes, **common)
        self.x, self.y = x, y
        self.look = look
        self.scale, self.values = scale, values

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {"x": self.x, "y": self.y, "mapped": self.scale is not None, **self.look}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return self.x if letter == "x" else self.y

    def sample(self):
        """The symbol of this artist in a legend, as plain data."""
        one = {
            key: (value[0] if value else None) if isinstance(value, list) else value for key, value in self.look.items()
        }
        return {"kind": "point", "mapped": self.scale is not None, **one}

    def set_color(self, value):
        """Sets the color. Raises ValueError for a value that is no color."""
        self.look["colors"] = color_list(value, len(self.x), "color")

    def get_offsets(self):
        """The places, as a list of [x, y]."""
        return [list(pair) for pair in zip(self.x, self.y)]


class Segments(Artist):
    """Straight lines, each from one place to another."""

    kind = "segments"
    zorder = 2

    def __init__(self, axes, ends, colors, width, style, **common):
        super().__init__(axes, **common)
        self.x1, self.y1, self.x2, self.y2 = ends
        self.colors, self.width, self.style = colors, width, style

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        ends = {"x1": self.x1, "y1": self.y1, "x2": self.x2, "y2": self.y2}
        return {**ends, "colors": self.colors, "width": self.width, "dash": self.style}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return self.x1 + self.x2 if letter == "x" else self.y1 + self.y2

    def sample(self):
        """The symbol of this artist in a legend, as plain data."""
        first = self.colors[0] if isinstance(self.colors, list) else self.colors
        return {"kind": "line", "color": first, "width": self.width, "dash": self.style, "marker": None}

    def set_color(self, value):
        """Sets the color. Raises ValueError for a value that is no color."""
        self.colors = color_list(value, len(self.x1), "color")


class Group(tuple):
    """Several artists from one call, with one entry in a legend: for example the markers and lines of a stem plot."""

    def __new__(cls, parts, **named):
        """A tuple of artists with the attributes `named`."""
        made = super().__new__(cls, parts)
        made.__dict__.update(named)
        return made

    def get_label(self):
        """The name in the legend."""
        return self[0].get_label()

    def remove(self):
        """Removes it from the picture."""
        for part in self:
            part.remove()
