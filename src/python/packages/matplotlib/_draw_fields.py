"""The drawing methods for numbers on a plane: contour lines and areas, arrows, images, color bars."""

import math
import warnings

from ._colormaps import ColorScale
from ._colors import color
from ._data import as_array, check_markers, finite, flat, number, numbers, plain, rows, shape_of
from ._draw_lines import common
from ._format import color_list, dash
from ._refuse import keywords, one_of, unsupported
from ._shapes import Contours, Image, Quiver
from ._ticks import round_numbers
from ._words import font_size

CONTOUR = ("levels", "colors", "cmap", "vmin", "vmax", "linewidth", "linestyle", "alpha", "zorder")


class DrawFields:
    """Methods of Axes, which defines `_add` and the two axes."""

    def contour(self, *args, **options):
        """Contour lines: `contour(Z)` or `contour(X, Y, Z)`; a last argument gives the heights or their number."""
        return self._contours("contour", args, options, filled=False)

    def contourf(self, *args, **options):
        """The areas between contour lines, filled."""
        return self._contours("contourf", args, options, filled=True)

    def _contours(self, function, args, options, filled):
        taken = keywords(options, function, "QuadContourSet", CONTOUR, linewidths="linewidth", linestyles="linestyle")
        x, y, z, levels = _contour_arguments(function, args)
        if levels is not None and taken.get("levels") is not None:
            raise TypeError(f"{function}() got the levels twice: as an argument and by name")
        known = finite(flat(z))
        if not known:
            raise ValueError(f"{function}: there is no finite height in Z")
        levels = contour_levels(taken.get("levels") if levels is None else levels, min(known), max(known), filled)
        look, scale = _contour_look(taken, levels, filled)
        drawn = Contours(self, _compact(x, y, z), {"levels": levels, "filled": filled, **look}, scale, **common(taken))
        drawn.levels = as_array(levels)
        return self._add(drawn)

    def clabel(self, contours, levels=None, *, inline=True, fmt=None, fontsize=None, **options):
        """Labels each contour line with its height."""
        keywords(options, "clabel", "ContourSet", ())
        if levels is not None:
            raise unsupported(
                "clabel(levels=...)",
                "All lines of one call of contour are labeled. Draw the other lines with a second call.",
            )
        if fmt is not None and not isinstance(fmt, str):
            raise unsupported("clabel with a fmt that is not a string", "Give it as in fmt='%.1f'.")
        texts = [_said(level, fmt) for level in contours.look["levels"]]
        contours.labels = {"texts": texts, "size": None if fontsize is None else font_size(fontsize)}
        return texts

    def quiver(self, *args, **options):
        """Arrows `quiver(U, V)` or `quiver(X, Y, U, V)`, colored by a last argument if there is one."""
        kept = ("angles", "scale", "scale_units", "units", "color", "facecolor", "width", "headwidth", "headlength")
        kept = (
            *kept,
            "headaxislength",
            "minlength",
            "minshaft",
            "pivot",
            "cmap",
            "label",
            "alpha",
            "zorder",
            "vmin",
            "vmax",
        )
        taken = keywords(options, "quiver", "Quiver", kept)
        if taken.get("units", "width") != "width":
            raise unsupported(
                f"quiver(units={taken['units']!r})", "Widths of arrows are fractions of the width of the picture."
            )
        x, y, u, v, values = _quiver_arguments(args)
        check_markers(len(u), "quiver")
        look, scale = _quiver_look(taken, len(u), values)
        drawn = Quiver(self, (x, y), (u, v), look, **common(taken))
        drawn.scale = scale
        return self._add(drawn)

    def quiverkey(self, *args, **options):
        """Is not supported, and raises NotImplementedError."""
        raise unsupported("quiverkey", "Give the length of an arrow in the title or with plt.text.")

    def imshow(
        self,
        X,
        cmap=None,
        *,
        aspect=None,
        interpolation=None,
        vmin=None,
        vmax=None,
        origin=None,
        extent=None,
        **options,
    ):
        """A table of numbers as colored cells; or of colors, with three or four numbers in each cell."""
        taken = keywords(options, "imshow", "AxesImage", ("alpha", "zorder"))
        one_of(origin, (None, "upper", "lower"), "origin")
        if interpolation not in (None, "nearest", "none", "antialiased", "auto"):
            raise unsupported(
                f"imshow(interpolation={interpolation!r})", "Cells here have sharp edges: interpolation='nearest'."
            )
        cells, palette, scale = _cells(plain(X), cmap, vmin, vmax)
        high, wide = len(cells), len(cells[0])
        edge = (-0.5, high - 0.5) if origin == "lower" else (high - 0.5, -0.5)
        reach = [-0.5, wide - 0.5, *edge] if extent is None else numbers(extent)
        drawn = Image(self, cells[::-1] if origin == "lower" else cells, palette, reach, scale, **common(taken))
        if self.y_axis.view is None:
            self.y_axis.inverted = reach[2] > reach[3]
        if self.x_axis.view is None:
            self.x_axis.inverted = reach[0] > reach[1]
        self.set_aspect("equal" if aspect is None else aspect)
        return self._add(drawn)

    def matshow(self, Z, **options):
        """A table of numbers as colored cells, its first row on top."""
        return self.imshow(Z, **options)


def _contour_arguments(function, args):
    """(x, y, z, levels or None), as lists of floats. Raises Matplotlib's TypeError if the shapes do not match."""
    if len(args) in (1, 2):
        z = _grid(plain(args[0]))
        x, y = [float(i) for i in range(len(z[0]))], [float(i) for i in range(len(z))]
        return x, y, z, args[1] if len(args) == 2 else None
    if len(args) not in (3, 4):
        raise TypeError(f"{function}() takes from 1 to 4 positional arguments but {len(args)} were given")
    x, y, z = (plain(arg) for arg in args[:3])
    shapes = [shape_of(values) for values in (x, y, z)]
    z = _grid(z)
    _check_grid(*shapes)
    x, y = (numbers(values) if len(shape) == 1 else rows(values) for values, shape in ((x, shapes[0]), (y, shapes[1])))
    return x, y, z, args[3] if len(args) == 4 else None


def _grid(z):
    shape = shape_of(z)
    if len(shape) != 2:
        raise TypeError(f"Input z must be 2D, not {len(shape)}D")
    if shape[0] < 2 or shape[1] < 2:
        raise TypeError(f"Input z must be at least a (2, 2) shaped array, but has shape {shape}")
    # As in Matplotlib, infinite heights leave a gap, as NaN does.
    return [[height if math.isfinite(height) else math.nan for height in row] for row in rows(z)]


def _check_grid(x, y, z):
    if len(x) != len(y):
        raise TypeError(f"Number of dimensions of x ({len(x)}) and y ({len(y)}) do not match")
    if len(x) == 1:
        if x[0] != z[1]:
            raise TypeError(f"Length of x ({x[0]}) must match number of columns in z ({z[1]})")
        if y[0] != z[0]:
            raise TypeError(f"Length of y ({y[0]}) must match number of rows in z ({z[0]})")
    elif len(x) == 2:
        for name, shape in (("x", x), ("y", y)):
            if shape != z:
                raise TypeError(f"Shapes of {name} {shape} and z {z} do not match")
    else:
        raise TypeError(f"Inputs x and y must be 1D or 2D, not {len(x)}D")


def _compact(x, y, z):
    """The same grid, with x and y as flat lists if its lines are parallel to the axes."""
    if x and isinstance(x[0], list):
        straight = all(row == x[0] for row in x) and all(len(set(row)) == 1 for row in y)
        if straight:
            return x[0], [row[0] for row in y], z
    return x, y, z


def contour_levels(given, low, high, filled):
    """The heights of contour lines: as given, or about `given` (7) round ones that include the range of the data."""
    if given is None or isinstance(plain(given), int):
        levels = _automatic_levels(7 if given is None else int(given), low, high)
    else:
        levels = finite(numbers(given))
        if not levels:
            raise ValueError("Contour levels must be finite numbers")
    if not filled:
        if not any(low < level < high for level in levels):
            warnings.warn("No contour levels were found within the data range.", stacklevel=5)
            levels = [low]
    elif len(levels) < 2:
        raise ValueError("Filled contours require at least 2 levels.")
    if any(b <= a for a, b in zip(levels, levels[1:])):
        raise ValueError("Contour levels must be increasing")
    return levels


def _automatic_levels(count, low, high):
    levels = round_numbers(low, high, count + 1)
    first = max((i for i, level in enumerate(levels) if level < low), default=0)
    last = next((i + 1 for i, level in enumerate(levels) if level > high), len(levels))
    return levels[first:last] if last - first >= 3 else levels


def _contour_look(taken, levels, filled):
    """Colors, widths and dashes, one for each line (or for each area between two), and the scale of the colors."""
    heights = [(a + b) / 2 for a, b in zip(levels, levels[1:])] if filled else levels
    if "colors" in taken and taken["colors"] is not None:
        if taken.get("cmap") is not None:
            raise ValueError("Either colors or cmap must be None")
        scale = None
        given = color_list_any(taken["colors"])
        colors = [given[i % len(given)] for i in range(len(heights))]
    else:
        scale = ColorScale(taken.get("cmap"), levels, taken.get("vmin"), taken.get("vmax"))
        given, colors = [], [scale.color(height) for height in heights]
    widths = numbers(taken.get("linewidth") or 1.5)
    below = "dashed" if len(given) == 1 else "solid"
    style = taken.get("linestyle")
    dashes = [dash(style) if style else below if level < 0 else "solid" for level in levels]
    look = {"colors": colors, "mapped": scale is not None, "dashes": dashes}
    return {**look, "widths": [widths[i % len(widths)] for i in range(len(levels))]}, scale


def color_list_any(given):
    """One color, or several, as a list."""
    items = plain(given)
    if isinstance(items, list) and items and not all(isinstance(item, (int, float)) for item in items):
        return [color(item, "colors") for item in items]
    return [color(items, "colors")]


def _said(level, fmt):
    if fmt is None:
        return f"{level:.3f}".rstrip("0").rstrip(".") or "0"
    return fmt.format(level) if "{" in fmt else fmt % level


def _quiver_arguments(args):
    """(x, y, u, v, values or None) as lists of one length."""
    if len(args) not in (2, 3, 4, 5):
        raise TypeError(f"quiver() takes from 2 to 5 positional arguments but {len(args)} were given")
    given = [plain(arg) for arg in args]
    values = given.pop() if len(given) in (3, 5) else None
    u, v = given[-2:]
    shape = shape_of(u) or (1,)
    down, across = (1, shape[0]) if len(shape) == 1 else shape
    if len(given) == 4:
        x, y = (numbers(item) for item in given[:2])
        if len(x) == across and len(y) == down and len(shape) == 2:
            x, y = x * down, [value for value in y for _ in range(across)]
    else:
        x, y = [float(i % across) for i in range(down * across)], [float(i // across) for i in range(down * across)]
    us, vs = numbers(u), numbers(v)
    if len(x) != len(y):
        raise ValueError(f"X and Y must be the same size, but X.size is {len(x)} and Y.size is {len(y)}.")
    for name, parts in (("U", us), ("V", vs)):
        if len(parts) != len(x):
            raise ValueError(
                f"Argument {name} has a size {len(parts)} which does not match {len(x)}, the number of arrow positions"
            )
    return x, y, us, vs, None if values is None else numbers(values)


def _quiver_look(taken, count, values):
    angles = taken.get("angles", "uv")
    angles = one_of(angles, ("uv", "xy"), "angles") if isinstance(angles, str) else numbers(angles)
    units = taken.get("scale_units")
    if units in ("dots", "inches"):
        raise unsupported(
            f"quiver(scale_units={units!r})", "Lengths of arrows come in 'xy', 'x', 'y', 'width' or 'height'."
        )
    one_of(units, (None, "width", "height", "x", "y", "xy"), "scale_units")
    scale, given = None, taken.get("color", taken.get("facecolor"))
    colors = color_list("black" if given is None else given, count, "color")
    if values is not None and given is None:
        if len(values) != count:
            raise ValueError(
                f"Argument C has a size {len(values)} which does not match {count}, the number of arrow positions"
            )
        scale = ColorScale(taken.get("cmap"), values, taken.get("vmin"), taken.get("vmax"))
        colors = [scale.color(value) for value in values]
    length = taken.get("scale")
    sizes = {"headwidth": 3, "headlength": 5, "headaxislength": 4.5, "minshaft": 1, "minlength": 1}
    look = {
        "angles": angles,
        "scale": None if length is None else number(length),
        "units": units,
        "shaft": number(taken["width"]) if taken.get("width") is not None else 0.06 / min(max(math.sqrt(count), 8), 25),
        "head": {name: number(taken.get(name, usual)) for name, usual in sizes.items()},
        "pivot": {"middle": "mid"}.get(
            taken.get("pivot"), one_of(taken.get("pivot", "tail"), ("tail", "mid", "middle", "tip"), "pivot")
        ),
        "colors": colors,
        "mapped": scale is not None,
    }
    return look, scale


def _cells(table, cmap, vmin, vmax):
    """(rows of indices, palette, scale) of an image; -1 is an empty cell."""
    shape = shape_of(table)
    if len(shape) == 3 and shape[2] in (3, 4):
        return (*_colored_cells(table), None)
    if len(shape) != 2 or 0 in shape:
        raise TypeError(f"Invalid shape {shape} for image data")
    values = rows(table)
    scale = ColorScale(cmap, values, vmin, vmax)
    return [[scale.index(value) for value in row] for row in values], scale.cmap.colors, scale


def _colored_cells(table):
    whole = all(isinstance(part, int) for row in table for cell in row for part in cell)
    found = {}
    cells = [
        [
            found.setdefault(color([min(max(part / 255 if whole else part, 0), 1) for part in cell]), len(found))
            for cell in row
        ]
        for row in table
    ]
    return cells, list(found)


def bar_of(artist, function="colorbar"):
    """The data of an artist's color bar: bands for contours, else a continuous ramp.

    Raises RuntimeError for an artist whose colors do not depend on values.
    """
    if isinstance(artist, Contours) and artist.look["filled"]:
        return {"kind": "bands", "edges": artist.look["levels"], "colors": artist.look["colors"]}
    if isinstance(artist, Contours):
        look = artist.look
        return {"kind": "lines", "at": look["levels"], "colors": look["colors"], "widths": look["widths"]}
    scale = getattr(artist, "scale", None)
    if not isinstance(scale, ColorScale):
        raise RuntimeError(
            f"No mappable was found to use for {function} creation. First define a mappable such as an image (with "
            "imshow), a contour set (with contourf) or points colored by numbers (with scatter and c=...)."
        )
    return {"kind": "ramp", "from": scale.low, "to": scale.high, "colors": scale.cmap.colors}
