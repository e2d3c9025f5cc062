"""The drawing methods that make areas: bars, histograms, areas between curves, bands, an arrow."""

import math

from ._colors import color
from ._data import as_array, check_markers, finite, flat, number, numbers, plain, same_length, shape_of, spread
from ._draw_lines import common
from ._format import color_list
from ._refuse import keywords, one_of, unsupported
from ._shapes import Area, Band, Bars, FancyArrow

SHAPE = ("color", "facecolor", "edgecolor", "linewidth", "label", "alpha", "zorder")


class DrawShapes:
    """Methods of Axes, which defines `_add`, `_next_fill` and the two axes."""

    def bar(self, x, height, width=0.8, bottom=None, *, align="center", **options):
        """Vertical bars at `x`, from `bottom` to `bottom + height`."""
        return self._bars("bar", (x, height, width, bottom), align, options)

    def barh(self, y, width, height=0.8, left=None, *, align="center", **options):
        """Horizontal bars at `y`, from `left` to `left + width`."""
        return self._bars("barh", (y, width, height, left), align, options)

    def _bars(self, function, data, align, options):
        taken = keywords(options, function, "Rectangle", (*SHAPE, "tick_label", "yerr", "xerr", "capsize", "ecolor"))
        across = function == "bar"
        axis = self.x_axis if across else self.y_axis
        places = flat([axis.values(plain(data[0]))])
        heights = numbers(data[1])
        count = max(len(places), len(heights))
        places = places * count if len(places) == 1 else places
        if len(heights) > 1:
            _same_shape(places, heights)
        lengths, breadths, starts = (
            _each(value, count, function) for value in (data[1], data[2], 0.0 if data[3] is None else data[3])
        )
        check_markers(count, function)
        shift = {"center": 0.5, "edge": 0.0}[one_of(align, ("center", "edge"), "align")]
        sides = [(at - breadth * shift, at - breadth * shift + breadth) for at, breadth in zip(places, breadths)]
        low, high = [side[0] for side in sides], [side[1] for side in sides]
        ends = [start + length for start, length in zip(starts, lengths)]
        boxes = (low, high, starts, ends) if across else (starts, ends, low, high)
        paint = self._paint(taken, count, self._next_fill)
        label = taken.pop("label", None)
        bars = self._add(
            Bars(self, boxes, starts, not across, False, label=_one_label(label, function), **paint, **common(taken))
        )
        if "tick_label" in taken:
            axis.set_ticks(places, taken["tick_label"])
        self._bar_errors(taken, [(a + b) / 2 for a, b in sides], ends, across)
        return bars

    def _bar_errors(self, taken, middles, ends, across):
        x, y = (middles, ends) if across else (ends, middles)
        for name in ("xerr", "yerr"):
            if taken.get(name) is not None:
                self.errorbar(
                    x,
                    y,
                    fmt="none",
                    ecolor=taken.get("ecolor", "black"),
                    capsize=taken.get("capsize", 0),
                    **{name: taken[name]},
                )

    def _paint(self, taken, count, next_color):
        """Fill, edge and width of an area from its keywords; `next_color` is called if no color is given."""
        edge, fill = taken.get("edgecolor"), taken.get("facecolor", taken.get("color"))
        fill = next_color() if fill is None else color_list(fill, count, "color")
        edge = color_list(edge, count, "edgecolor") if edge is not None else None
        return {"fill": fill, "edge": edge, "width": number(taken.get("linewidth", 1.0))}

    def hist(self, x, bins=10, range=None, density=False, histtype="bar", **options):
        """A histogram of `x`; `bins` is the number of bins or their edges. Returns (counts, edges, bars)."""
        kept = (*SHAPE, "log", "rwidth", "orientation", "align", "bottom", "stacked")
        taken = keywords(options, "hist", "Rectangle", kept)
        for name, usual in (("orientation", "vertical"), ("align", "mid"), ("bottom", None), ("stacked", False)):
            if taken.pop(name, usual) != usual:
                raise unsupported(f"hist({name}=...)", "Count with np.histogram and draw with plt.bar.")
        if histtype not in ("bar", "stepfilled"):
            one_of(histtype, ("bar", "barstacked", "step", "stepfilled"), "histtype")
            raise unsupported(
                f"hist(histtype={histtype!r})", "Use histtype='bar'; with alpha=0.5 another one is visible behind it."
            )
        if len(shape_of(plain(x))) > 1:
            raise unsupported("A histogram of several data at once", "Call plt.hist for each, with alpha=0.5.")
        values = numbers(x)
        edges = bin_edges(values, bins, range)
        heights = counts(values, edges, density)
        if taken.pop("log", False):
            self.set_yscale("log")
        share = number(taken.pop("rwidth", None) or 1)
        gaps = [(b - a) * (1 - share) / 2 for a, b in zip(edges, edges[1:])]
        boxes = (
            [a + gap for a, gap in zip(edges, gaps)],
            [b - gap for b, gap in zip(edges[1:], gaps)],
            [0.0] * len(heights),
            [float(height) for height in heights],
        )
        paint = self._paint(taken, len(heights), self._next_color)
        label = taken.pop("label", None)
        bars = self._add(Bars(self, boxes, [0.0], False, True, label=label, **paint, **common(taken)))
        return as_array(boxes[3]), as_array(edges), bars

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, **options):
        """Fills the area between two curves over `x`, where `where` is true."""
        xs = flat([self.x_axis.values(plain(x))])
        pieces = self._between("fill_between", xs, (y1, y2), where, interpolate, step)
        return self._area(
            "fill_between", [([*px, *px[::-1]], [*low, *high[::-1]]) for px, low, high in pieces], options
        )

    def fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, **options):
        """Fills the area between two curves over `y`."""
        ys = flat([self.y_axis.values(plain(y))])
        pieces = self._between("fill_betweenx", ys, (x1, x2), where, interpolate, step)
        return self._area(
            "fill_betweenx", [([*low, *high[::-1]], [*py, *py[::-1]]) for py, low, high in pieces], options
        )

    def _between(self, function, along, curves, where, interpolate, step):
        if interpolate or step is not None:
            raise unsupported(
                f"{function}(interpolate=..., step=...)", "Give more points, or the corners of the steps."
            )
        low, high = (_each(curve, len(along), function) for curve in curves)
        same_length(function, x=along, y1=low, y2=high)
        wanted = [True] * len(along) if where is None else [bool(item) for item in flat(plain(where))]
        same_length(function, x=along, where=wanted)
        run, runs = [], []
        for point, inside in zip(zip(along, low, high), wanted):
            if inside and all(map(math.isfinite, point)):
                run.append(point)
            elif run:
                runs, run = [*runs, run], []
        return [tuple(map(list, zip(*run))) for run in [*runs, run] if len(run) > 1]

    def _area(self, function, pieces, options):
        taken = keywords(options, function, "PolyCollection", SHAPE)
        paint = self._paint(taken, 1, self._next_fill)
        return self._add(Area(self, pieces, **paint, **common(taken)))

    def fill(self, x, y, *args, **options):
        """A filled polygon with the corners (x, y)."""
        if len(args) > 1 or (args and not isinstance(args[0], str)):
            raise unsupported("Several polygons in one call of fill", "Call plt.fill for each.")
        taken = keywords(options, "fill", "Polygon", SHAPE)
        if args:
            taken.setdefault("color", args[0])
        xs, ys = numbers(x), numbers(y)
        same_length("fill", x=xs, y=ys)
        return [self._add(Area(self, [(xs, ys)], **self._paint(taken, 1, self._next_fill), **common(taken)))]

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **options):
        """A band across the picture between two heights."""
        return self._band("axhspan", "y", (ymin, ymax), (xmin, xmax), options)

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **options):
        """A band from the bottom of the picture to its top between two x coordinates."""
        return self._band("axvspan", "x", (xmin, xmax), (ymin, ymax), options)

    def _band(self, function, letter, between, ends, options):
        taken = keywords(options, function, "Rectangle", SHAPE)
        start, end = map(number, between)
        paint = self._paint(taken, 1, lambda: "#1f77b4")
        return self._add(Band(self, letter, start, end, [number(value) for value in ends], **paint, **common(taken)))

    def arrow(
        self,
        x,
        y,
        dx,
        dy,
        *,
        width=0.001,
        length_includes_head=False,
        head_width=None,
        head_length=None,
        overhang=0,
        shape="full",
        head_starts_at_zero=False,
        **options,
    ):
        """An arrow from (x, y) to (x + dx, y + dy); its length and width are in the units of the axes."""
        if shape != "full" or head_starts_at_zero:
            raise unsupported(
                "arrow(shape=..., head_starts_at_zero=...)", "An arrow here is whole and starts at (x, y)."
            )
        taken = keywords(options, "arrow", "FancyArrow", SHAPE)
        x, y, dx, dy = map(number, (x, y, dx, dy))
        wide = 3 * width if head_width is None else number(head_width)
        long = 1.5 * wide if head_length is None else number(head_length)
        outline = arrow_outline(
            (x, y), (dx, dy), (number(width), wide, long, number(overhang)), bool(length_includes_head)
        )
        both = taken.get("color")
        paint = {
            "fill": color(taken.get("facecolor", "C0" if both is None else both)),
            "edge": color(taken.get("edgecolor", "black" if both is None else both)),
            "width": number(taken.get("linewidth", 1.0)),
        }
        return self._add(FancyArrow(self, [x, y], [x + dx, y + dy], outline, **paint, **common(taken)))


def arrow_outline(tail, along, sizes, includes_head):
    """The corners of an arrow, in the proportions of Matplotlib's FancyArrow; empty if its length is 0."""
    (x, y), (dx, dy), (width, head_width, head_length, overhang) = tail, along, sizes
    distance = math.hypot(dx, dy)
    beyond = 0.0 if includes_head else head_length
    length = distance + beyond
    if length == 0:
        return []
    half = [
        (0.0, 0.0),
        (-head_length, -head_width / 2),
        (-head_length * (1 - overhang), -width / 2),
        (-length, -width / 2),
    ]
    corners = [*half, *((a, -b) for a, b in half[:0:-1])]
    cos, sin = (dx / distance, dy / distance) if distance else (1.0, 0.0)
    moved = [(a + beyond, b) for a, b in corners]
    return [(x + dx + a * cos - b * sin, y + dy + a * sin + b * cos) for a, b in moved]


def bin_edges(values, bins, between=None):
    """The edges of histogram bins, as in NumPy: as given, or `bins` equal ones from the least value to the greatest."""
    if isinstance(bins, str):
        raise unsupported(f"hist(bins={bins!r})", "Give a number of bins, for example bins=20, or their edges.")
    if hasattr(bins, "__iter__"):
        return _given_edges(bins)
    count = int(bins)
    if count < 1:
        raise ValueError("`bins` must be positive, when an integer")
    low, high = _range_of_bins(values, between)
    width = (high - low) / count
    return [*(i * width + low for i in range(count)), high]


def _given_edges(bins):
    edges = numbers(bins)
    if len(edges) < 2:
        raise ValueError("`bins` must have at least two edges, when an array")
    if any(a > b for a, b in zip(edges, edges[1:])):
        raise ValueError("`bins` must increase monotonically, when an array")
    return edges


def _range_of_bins(values, between):
    """The range as given, or that of the values; never empty."""
    known = [value for value in values if value == value]
    low, high = (
        map(number, plain(between)) if between is not None else (min(known, default=0.0), max(known, default=1.0))
    )
    if not (math.isfinite(low) and math.isfinite(high)):
        raise ValueError(f"supplied range of [{low}, {high}] is not finite")
    if low > high:
        raise ValueError("max must be larger than min in range parameter.")
    return (low, high) if low < high else (low - 0.5, high + 0.5)


def counts(values, edges, density=False):
    """The number of values in each bin. The lower edge belongs to a bin; in the last bin the upper edge as well."""
    found = [0] * (len(edges) - 1)
    for value in finite(values):
        if edges[0] <= value <= edges[-1]:
            found[_bin(value, edges)] += 1
    total = sum(found)
    if not density:
        return found
    return [count / (b - a) / total if total and b > a else math.nan for count, a, b in zip(found, edges, edges[1:])]


def _bin(value, edges):
    low, high = 0, len(edges) - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if value >= edges[middle] else (low, middle)
    return low


def _same_shape(one, other):
    if len(one) != len(other):
        raise ValueError(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
            f"({len(one)},) and arg 1 with shape ({len(other)},)."
        )


def _each(value, count, name):
    values = spread(value, count, name)
    return values * count if len(values) == 1 and count != 1 else values


def _one_label(label, function):
    if isinstance(label, (list, tuple)):
        raise unsupported(
            f"{function}(label=[...])", "Call it for each bar, or name the bars on the axis with plt.xticks."
        )
    return label
