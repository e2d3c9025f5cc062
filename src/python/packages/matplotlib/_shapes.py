"""Artists with an area, and those that show a function on a plane: arrows, contours, images."""

import math

from ._artist import Artist, Shape
from ._colors import color
from ._refuse import unsupported


class Bars(Shape):
    """The bars of one call, side by side. Each is available by its index; setters change all of them."""

    kind = "bars"

    def __init__(self, axes, boxes, base, horizontal, histogram, **rest):
        super().__init__(axes, **rest)
        self.x1, self.x2, self.y1, self.y2 = boxes
        self.base, self.horizontal, self.histogram = base, horizontal, histogram

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        boxes = {"x1": self.x1, "x2": self.x2, "y1": self.y1, "y2": self.y2}
        return {**boxes, "horizontal": self.horizontal, "histogram": self.histogram, **self.paint()}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return self.x1 + self.x2 if letter == "x" else self.y1 + self.y2

    def edges(self, letter):
        """The coordinates along `letter` at which the limits end, without a margin."""
        return self.base if letter == ("x" if self.horizontal else "y") else ()

    def __len__(self):
        return len(self.x1)

    def __iter__(self):
        return (Bar(self, i) for i in range(len(self)))

    def __getitem__(self, index):
        return Bar(self, range(len(self))[index])

    @property
    def patches(self):
        """The bars one by one."""
        return list(self)


class Bar:
    """One bar of many."""

    def __init__(self, bars, index):
        self._bars, self._index = bars, index

    def get_x(self):
        """The left edge."""
        return self._bars.x1[self._index]

    def get_y(self):
        """The lower edge."""
        return self._bars.y1[self._index]

    def get_width(self):
        """The width, in units of the x axis."""
        return self._bars.x2[self._index] - self.get_x()

    def get_height(self):
        """The height, in units of the y axis."""
        return self._bars.y2[self._index] - self.get_y()

    def set_color(self, value):
        """Sets the color. Raises ValueError for a value that is no color."""
        self.set_facecolor(value)

    def set_facecolor(self, value):
        """Sets the color of the area."""
        bars = self._bars
        fills = bars.fill if isinstance(bars.fill, list) else [bars.fill] * len(bars)
        bars.fill = [color(value) if i == self._index else fill for i, fill in enumerate(fills)]


class Band(Shape):
    """A band across the picture, between two coordinates, drawn by `axhspan` and `axvspan`."""

    kind = "band"

    def __init__(self, axes, letter, start, end, ends, **rest):
        super().__init__(axes, **rest)
        self.letter, self.start, self.end, self.ends = letter, start, end, ends

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {"axis": self.letter, "from": self.start, "to": self.end, "ends": self.ends, **self.paint()}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return [self.start, self.end] if letter == self.letter else ()


class Area(Shape):
    """One or more polygons: the area between two curves, with a new piece after each gap."""

    kind = "area"

    def __init__(self, axes, pieces, **rest):
        super().__init__(axes, **rest)
        self.pieces = pieces

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {"pieces": [{"x": x, "y": y} for x, y in self.pieces], **self.paint()}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return [value for piece in self.pieces for value in piece[0 if letter == "x" else 1]]


class FancyArrow(Shape):
    """One arrow, a polygon in the units of the axes, drawn by `arrow`."""

    kind = "arrow"

    def __init__(self, axes, tail, head, outline, **rest):
        super().__init__(axes, **rest)
        self.tail, self.head, self.outline = tail, head, outline

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        x, y = zip(*self.outline) if self.outline else ((), ())
        return {"tail": self.tail, "head": self.head, "x": list(x), "y": list(y), **self.paint()}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return [point[0 if letter == "x" else 1] for point in self.outline]


class Quiver(Artist):
    """Arrows on a plane. Their widths are fractions of the width of the picture."""

    kind = "arrows"

    def __init__(self, axes, places, parts, look, **common):
        super().__init__(axes, **common)
        self.x, self.y = places
        self.u, self.v = parts
        self.look = look
        self.scale = None

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {"x": self.x, "y": self.y, "u": self.u, "v": self.v, **self.look}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return self.x if letter == "x" else self.y

    def sample(self):
        """The symbol of this artist in a legend, as plain data."""
        first = self.look["colors"]
        return {
            "kind": "patch",
            "fill": first[0] if isinstance(first, list) else first,
            "edge": None,
            "width": 0.0,
            "alpha": self.opacity(),
        }


class Contours(Artist):
    """Contour lines of heights on a grid, or the areas between them."""

    kind = "contours"

    def __init__(self, axes, grid, look, scale=None, **common):
        super().__init__(axes, **common)
        self.x, self.y, self.z = grid
        self.look = look
        self.scale = scale
        self.levels = look["levels"]
        self.labels = None
        self.zorder = common.get("zorder") or (1 if look["filled"] else 2)

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {"x": self.x, "y": self.y, "z": self.z, "words": self.labels, **self.look}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        values = self.x if letter == "x" else self.y
        return [v for row in values for v in row] if values and isinstance(values[0], list) else values

    def edges(self, letter):
        """The coordinates along `letter` at which the limits end, without a margin."""
        values = [value for value in self.reach(letter) if math.isfinite(value)]
        return (min(values), max(values)) if values else ()

    def legend_elements(self):
        """Is not supported, and raises NotImplementedError."""
        raise unsupported("legend_elements", "plt.colorbar shows the height of each color.")


class Image(Artist):
    """A two-dimensional array of numbers, or of colors, as colored cells."""

    kind = "image"
    zorder = 0

    def __init__(self, axes, cells, palette, extent, scale=None, **common):
        super().__init__(axes, **common)
        self.cells, self.palette, self.extent = cells, palette, extent
        self.scale = scale

    def parts(self):
        """The data of this kind of artist; `record` adds those that all artists have."""
        return {"cells": self.cells, "palette": self.palette, "extent": self.extent}

    def reach(self, letter):
        """The coordinates along `letter`, "x" or "y", that must be within the limits of the axis."""
        return self.extent[:2] if letter == "x" else self.extent[2:]

    def edges(self, letter):
        """The coordinates along `letter` at which the limits end, without a margin."""
        return self.reach(letter)
