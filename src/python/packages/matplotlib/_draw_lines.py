"""The drawing methods that make lines and points: plot, semilogy, scatter, hlines, errorbar, …"""

import math

from ._artist import Group, Line2D, Points, Rule, Segments
from ._colormaps import ColorScale
from ._colors import color
from ._data import check_markers, flat, number, numbers, plain, same_length, shape_of, spread
from ._format import STROKED, color_list, dash, looks_like_format, marker, read_format
from ._refuse import keywords, one_of, unsupported
from ._settings import rcParams

COMMON = ("label", "alpha", "zorder")
LINE = ("color", "linewidth", "linestyle")
MARKER = ("marker", "markersize", "markerfacecolor", "markeredgecolor", "markeredgewidth")
USUAL = {"linestyle": "solid", "marker": None, "markeredgewidth": 1.0}


def common(taken):
    """The keywords that every artist accepts, out of `taken`."""
    return {name: taken[name] for name in COMMON if name in taken}


def line_style(taken, ink, **base):
    """The style of a line as plain data, from Matplotlib's keywords; `ink` is the color if none is given."""
    style = {
        **USUAL,
        "linewidth": rcParams["lines.linewidth"],
        "markersize": rcParams["lines.markersize"],
        **base,
        "color": color(taken["color"]) if taken.get("color") is not None else ink,
    }
    readers = {
        "linewidth": number,
        "linestyle": dash,
        "marker": marker,
        "markersize": number,
        "markeredgewidth": number,
    }
    for name, read in readers.items():
        if name in taken and taken[name] is not None:
            style[name] = read(taken[name])
    for name in ("markerfacecolor", "markeredgecolor"):
        if taken.get(name) not in (None, "auto"):
            style[name] = color(taken[name], name)
    if style["marker"] in STROKED:
        style["markerfacecolor"] = None
    return style


class DrawLines:
    """Methods of Axes, which defines `_add`, `_next_color` and the two axes."""

    def plot(self, *args, scalex=True, scaley=True, data=None, **options):
        """Lines, markers or both: `plot(y)`, `plot(x, y)`, `plot(x, y, "r--o")`, or several of these in one call."""
        return self._plot("plot", args, options, scalex and scaley, data)

    def _plot(self, function, args, options, scaled, data):
        if not scaled or data is not None:
            raise unsupported(
                f"{function}(scalex, scaley, data)", "Give the values themselves, and limits with plt.xlim."
            )
        taken = keywords(options, function, "Line2D", (*LINE, *MARKER, *COMMON))
        label = taken.pop("label", None)
        pairs = [pair for group in _groups(function, args) for pair in self._series(*group)]
        return [
            self._add(Line2D(self, x, y, self._style(fmt, taken), label=said, **common(taken)))
            for (x, y, fmt), said in zip(pairs, _labels(label, len(pairs)))
        ]

    def _style(self, fmt, taken):
        line, shape, ink = read_format(fmt) if fmt else (None, None, None)
        if taken.get("color") is None and ink is None:
            ink = self._next_color()
        return line_style(taken, ink, linestyle=None if line == "none" else line or "solid", marker=shape)

    def _series(self, x, y, fmt):
        """The (x, y, format) of each column: a two-dimensional array becomes several lines."""
        if x is not None and len(shape_of(x) or (1,)) > 2 or len(shape_of(y) or (1,)) > 2:
            raise ValueError(
                f"x and y can be no greater than 2D, but have shapes {shape_of(x) or (1,)} and {shape_of(y) or (1,)}"
            )
        ys = _columns(y)
        height = len(ys[0]) if ys else len(plain(y))
        xs = [list(range(height))] if x is None else _columns(x)
        if x is not None and len(xs[0] if xs else []) != height:
            shapes = [shape_of(value) or (1,) for value in (x, y)]
            raise ValueError(f"x and y must have same first dimension, but have shapes {shapes[0]} and {shapes[1]}")
        if len(xs) > 1 and len(ys) > 1 and len(xs) != len(ys):
            raise ValueError(f"x has {len(xs)} columns but y has {len(ys)} columns")
        count = max(len(xs), len(ys)) if xs and ys else 0
        pairs = [(xs[i % len(xs)], ys[i % len(ys)]) for i in range(count)]
        series = [(self.x_axis.values(list(one)), self.y_axis.values(list(other)), fmt) for one, other in pairs]
        if fmt and read_format(fmt)[1]:
            check_markers(height, "plot")
        return series

    def semilogy(self, *args, **options):
        """`plot` with a logarithmic y axis."""
        self.set_yscale("log")
        return self._plot("semilogy", args, _no_base("semilogy", options), True, None)

    def semilogx(self, *args, **options):
        """`plot` with a logarithmic x axis."""
        self.set_xscale("log")
        return self._plot("semilogx", args, _no_base("semilogx", options), True, None)

    def loglog(self, *args, **options):
        """`plot` with two logarithmic axes."""
        self.set_xscale("log")
        self.set_yscale("log")
        return self._plot("loglog", args, _no_base("loglog", options), True, None)

    def step(self, x, y, *args, where="pre", **options):
        """A step function: the height changes before (`pre`), after (`post`) or half-way between (`mid`) two places."""
        one_of(where, ("pre", "post", "mid"), "where")
        lines = self._plot("step", (x, y, *args), options, True, None)
        for line in lines:
            line.x, line.y = _stairs(line.x, line.y, where)
        return lines

    def scatter(self, x, y, s=None, c=None, marker="o", cmap=None, vmin=None, vmax=None, **options):
        """Points, of sizes `s` (areas, in square typographic points), in one color or colored by the numbers `c`."""
        kept = ("color", "edgecolor", "facecolor", "linewidth", *COMMON)
        taken = keywords(options, "scatter", "PathCollection", kept)
        xs, ys = self.x_axis.values(flat(plain(x))), self.y_axis.values(flat(plain(y)))
        xs, ys = ([value] if not isinstance(value, list) else value for value in (xs, ys))
        if len(xs) != len(ys):
            raise ValueError("x and y must be the same size")
        check_markers(len(xs), "scatter")
        given = taken.get("color", taken.get("facecolor"))
        if c is not None and "color" in taken:
            raise ValueError(
                "Supply a 'c' argument or a 'color' kwarg but not both; they differ but their functionalities overlap."
            )
        colors, scale, values = self._scatter_colors(given if c is None else c, len(xs), cmap, vmin, vmax)
        look = {
            "sizes": [0.0 if math.isnan(size) else math.sqrt(size) for size in _sizes(s, len(xs))],
            "colors": colors,
            "shape": _scatter_shape(marker),
            "edge": _edge(taken.get("edgecolor", "face"), len(xs)),
            "edgeWidth": number(taken.get("linewidth", 1.5)),
        }
        if len(set(look["sizes"])) == 1:
            look["sizes"] = look["sizes"][0]
        return self._add(Points(self, xs, ys, look, scale, values, **common(taken)))

    def _scatter_colors(self, given, count, cmap, vmin, vmax):
        """(colors, scale, values) of scatter points: colors, or numbers that stand for colors."""
        items = plain(given)
        if given is None:
            return self._next_fill(), None, None
        if isinstance(items, list) and items and all(isinstance(item, (int, float)) for item in flat(items)):
            values = [number(item) for item in flat(items)]
            if len(values) == count:
                scale = ColorScale(cmap, values, vmin, vmax)
                return [scale.color(value) for value in values], scale, values
            one_color = len(values) in (3, 4) and all(0 <= value <= 1 for value in values)
            if len(shape_of(items)) == 1 and not one_color:
                raise ValueError(
                    f"'c' argument has {len(values)} elements, which is inconsistent with "
                    f"'x' and 'y' with size {count}."
                )
        return color_list(given, count, "c"), None, None

    def axhline(self, y=0, xmin=0, xmax=1, **options):
        """A horizontal line across the picture, from the fraction `xmin` of its width to `xmax`."""
        return self._rule("axhline", "y", y, (xmin, xmax), options)

    def axvline(self, x=0, ymin=0, ymax=1, **options):
        """A vertical line across the picture, from the fraction `ymin` of its height to `ymax`."""
        return self._rule("axvline", "x", x, (ymin, ymax), options)

    def _rule(self, function, letter, at, ends, options):
        taken = keywords(options, function, "Line2D", (*LINE, *COMMON))
        axis = self.x_axis if letter == "x" else self.y_axis
        place = axis.values(plain(at))
        if isinstance(place, list):
            raise ValueError(
                f"{function}: {letter} must be a single number. For several lines call it for each, or use "
                + ("hlines." if letter == "y" else "vlines.")
            )
        return self._add(
            Rule(self, letter, place, [number(end) for end in ends], line_style(taken, "#1f77b4"), **common(taken))
        )

    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", label="", **options):
        """Horizontal lines at each `y`, from `xmin` to `xmax`."""
        at = [self.y_axis.values(item) for item in flat([plain(y)])]
        low, high = (spread(end, len(at), "hlines") for end in (xmin, xmax))
        return self._segments("hlines", (low, at, high, at), colors, linestyles, label, options)

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", label="", **options):
        """Vertical lines at each `x`, from `ymin` to `ymax`."""
        at = [self.x_axis.values(item) for item in flat([plain(x)])]
        low, high = (spread(end, len(at), "vlines") for end in (ymin, ymax))
        return self._segments("vlines", (at, low, at, high), colors, linestyles, label, options)

    def _segments(self, function, ends, colors, linestyles, label, options):
        taken = keywords(options, function, "LineCollection", ("color", "linewidth", "alpha", "zorder"))
        ends = [list(values) for values in ends]
        same_length(function, x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3])
        check_markers(len(ends[0]), function)
        ink = color_list(taken.get("color", "C0" if colors is None else colors), len(ends[0]), "colors")
        width = number(taken.get("linewidth", 1.5))
        return self._add(Segments(self, ends, ink, width, dash(linestyles), label=label, **common(taken)))

    def stem(self, *args, linefmt="C0-", markerfmt=None, basefmt="C3-", bottom=0, label=None, **options):
        """A marker at each point and a line from it down to `bottom`."""
        keywords(options, "stem", "StemContainer", ())
        x, y = (range(len(plain(args[0]))), args[0]) if len(args) == 1 else args[:2]
        xs, ys = numbers(x), numbers(y)
        same_length("stem", x=xs, y=ys)
        _, _, ink = read_format(linefmt)
        heads = self.plot(xs, ys, markerfmt or "o", color=None if markerfmt else ink or "C0", label=label)
        stems = self.vlines(xs, bottom, ys, colors=ink or "C0")
        base = self.plot([min(xs), max(xs)], [bottom, bottom], basefmt, label="_base")
        return Group((heads[0], stems, base[0]), markerline=heads[0], stemlines=stems, baseline=base[0])

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", ecolor=None, elinewidth=None, capsize=0, **options):
        """A plot with error bars through its points."""
        bare = fmt.lower() == "none"
        line = self.plot(x, y, *([fmt] if fmt and not bare else []), **options)[0]
        ink = color(ecolor) if ecolor is not None else line.style["color"]
        width = number(elinewidth) if elinewidth is not None else line.style["linewidth"]
        parts = []
        for off, letter in ((xerr, "x"), (yerr, "y")):
            if off is not None:
                parts += self._error_lines(line, letter, off, ink, width, number(capsize))
        self.artists.remove(line)
        if not bare:
            self.artists.append(line)
        return Group([line, *parts], lines=(None if bare else line, *parts))

    def _error_lines(self, line, letter, off, ink, width, capsize):
        low, high = _errors(off, len(line.x))
        along, x, y = (line.x, None, line.y) if letter == "x" else (line.y, line.x, None)
        first = [value - less for value, less in zip(along, low)]
        last = [value + more for value, more in zip(along, high)]
        ends = (first, y, last, y) if letter == "x" else (x, first, x, last)
        bars = self._add(Segments(self, [list(end) for end in ends], ink, width, "solid", zorder=2))
        if not capsize:
            return [bars]
        shape = "vertical bar" if letter == "x" else "horizontal bar"
        style = line_style({}, ink, linestyle=None, marker=shape, markersize=2 * capsize)
        caps = [(end, y) if letter == "x" else (x, end) for end in (first, last)]
        return [bars, *(self._add(Line2D(self, list(one), list(other), dict(style))) for one, other in caps)]


def _groups(function, args):
    """The arguments of `plot` as a list of (x or None, y, format or None), as nested lists."""
    if args and looks_like_format(args[0]) and len(args) > 1 and not looks_like_format(args[1]):
        raise ValueError(f"{function}: the format string comes after the data: {function}(x, y, {args[0]!r})")
    rest = list(args)
    while rest:
        data = [plain(rest.pop(0))]
        if rest and not looks_like_format(rest[0]):
            data.append(plain(rest.pop(0)))
        fmt = rest.pop(0) if rest and looks_like_format(rest[0]) else None
        yield (data[0], data[1], fmt) if len(data) == 2 else (None, data[0], fmt)


def _columns(values):
    """The columns of a two-dimensional array; one column for a list or a single number."""
    shape = shape_of(values)
    if len(shape) < 2:
        return [values if shape else [values]]
    return [list(column) for column in zip(*values)]


def _labels(label, count):
    items = label if isinstance(label, (list, tuple)) else [label] * count
    if len(items) != count and count:
        raise ValueError(
            f"label must be iterable and have the same length as the input, but found {len(items)} for {count}"
        )
    return items


def _no_base(function, options):
    if any(name in options for name in ("base", "basex", "basey", "subs", "nonpositive")):
        raise unsupported(f"{function}(base=...)", "Log scales here are powers of ten.")
    return options


def _stairs(x, y, where):
    if where == "mid":
        middles = [(a + b) / 2 for a, b in zip(x, x[1:])]
        xs = [*x[:1], *(at for middle in middles for at in (middle, middle)), *x[-1:]]
        return xs, [height for height in y for _ in (0, 1)]
    xs, ys = [value for value in x for _ in (0, 1)], [value for value in y for _ in (0, 1)]
    return (xs[:-1], ys[1:]) if where == "pre" else (xs[1:], ys[:-1])


def _sizes(s, count):
    sizes = [36.0] if s is None else numbers(s)
    if len(sizes) not in (1, count):
        raise ValueError("s must be a scalar, or float array-like with the same size as x and y")
    if any(size < 0 for size in sizes):
        raise ValueError("s: the area of a point cannot be negative")
    return sizes


def _scatter_shape(shape):
    found = marker(shape)
    if found is None:
        raise unsupported("scatter without a marker", "Give marker='o'.")
    return found


def _edge(value, count):
    return "face" if isinstance(value, str) and value == "face" else color_list(value, count, "edgecolors")


def _errors(off, count):
    given = plain(off)
    if len(shape_of(given)) == 2:
        if len(given) != 2:
            raise ValueError(
                f"'yerr' (shape: {shape_of(given)}) must be a scalar or a 1D or (2, n) array-like "
                "whose shape matches 'y'"
            )
        low, high = (spread(part, count, "errorbar") for part in given)
    else:
        low = high = spread(given, count, "errorbar")
    if any(value < 0 for value in (*low, *high)):
        raise ValueError("'yerr' must not contain negative values")
    return (low * count, high * count) if len(low) == 1 and count > 1 else (low, high)
