"""A figure: one picture or several, in rows and columns."""

from ._axes import Axes
from ._axes_grid import AxesGrid
from ._data import MOST_NUMBERS, encoded, number, numbers, plain
from ._draw_fields import bar_of
from ._missing import missing
from ._refuse import keywords, one_of, unsupported
from ._shown import show
from ._words import PLAIN, words

VERSION = 1
SHARING = {True: "all", "all": "all", False: None, "none": None, "row": "row", "col": "col"}


class Figure:
    """A figure. `size` is (width, height) in inches, or None for the default."""

    def __init__(self, number_, size=None):
        self.number = number_
        self.size = None if size is None else _size(size)
        self.axes = []
        self.current = None
        self.headline = PLAIN
        self.shown = None
        self.held = 0

    def add_subplot(self, *place, sharex=None, sharey=None, projection=None, **options):
        """The picture at `(rows, columns, number)`, counted from 1 row by row, or at one number of three digits."""
        keywords(options, "add_subplot", "Axes", ())
        _flat_only(projection)
        box = _place(place)
        return self._new(box, ("subplot", tuple(box)), sharex, sharey)

    def subplot(self, place, sharex, sharey):
        """The existing picture at this place, or a new one."""
        box = _place(place)
        for axes in self.axes:
            if axes.key == ("subplot", tuple(box)):
                self.current = axes
                return axes
        return self._new(box, ("subplot", tuple(box)), sharex, sharey)

    def _new(self, box, key, sharex=None, sharey=None):
        axes = Axes(self, box, sharex, sharey)
        axes.key = key
        self.axes.append(axes)
        self.current = axes
        return axes

    def subplots(
        self,
        nrows=1,
        ncols=1,
        *,
        sharex=False,
        sharey=False,
        squeeze=True,
        width_ratios=None,
        height_ratios=None,
        **options,
    ):
        """Pictures in `nrows` rows and `ncols` columns: one Axes, or an array of them."""
        keywords(options, "subplots", "Figure", ())
        for name, count in (("rows", nrows), ("columns", ncols)):
            if not isinstance(plain(count), int) or count < 1:
                raise ValueError(f"Number of {name} must be a positive integer, not {count!r}")
        if nrows * ncols > 36:
            raise ValueError(f"subplots: {nrows * ncols} pictures are more than a page can show (at most 36)")
        across, down = _shares(width_ratios, ncols, "width_ratios"), _shares(height_ratios, nrows, "height_ratios")
        share = {"x": SHARING[sharex], "y": SHARING[sharey]}
        made = []
        for row in range(nrows):
            made.append([])
            for column in range(ncols):
                first = {letter: _first(made, row, column, how) for letter, how in share.items()}
                box = [across[column][0], down[row][0], across[column][1], down[row][1]]
                axes = self._new(box, ("subplot", tuple(box)), first["x"], first["y"])
                axes.shown_ticks = {
                    "x": share["x"] not in ("all", "col") or row == nrows - 1,
                    "y": share["y"] not in ("all", "row") or column == 0,
                }
                made[-1].append(axes)
        self.current = made[0][0] if nrows * ncols == 1 else self.current
        grid = AxesGrid([axes for row in made for axes in row], (nrows, ncols))
        return grid.squeezed() if squeeze else grid

    def gca(self):
        """The current Axes; a new one if there is none."""
        return self.current or self._new([0.0, 0.0, 1.0, 1.0], ("subplot", (0.0, 0.0, 1.0, 1.0)))

    def sca(self, axes):
        """Makes an Axes the current one."""
        self.current = axes

    def get_axes(self):
        """All Axes."""
        return list(self.axes)

    def delaxes(self, axes):
        """Removes an Axes from the figure."""
        self.axes.remove(axes)
        self.current = self.axes[-1] if self.axes else None

    def clear(self):
        """Removes everything from the figure."""
        self.axes, self.current, self.headline, self.held = [], None, PLAIN, 0

    clf = clear

    def suptitle(self, t, **options):
        """A title above all pictures."""
        self.headline = words(t, options, "suptitle")

    def colorbar(self, mappable, ax=None, *, label="", shrink=1.0, orientation="vertical", ticks=None, **options):
        """Adds a color bar, to the right of a picture."""
        keywords(options, "colorbar", "Colorbar", ())
        if orientation != "vertical":
            one_of(orientation, ("vertical", "horizontal"), "orientation")
            raise unsupported("colorbar(orientation='horizontal')", "A color bar is always right of its picture.")
        if ax is not None and not isinstance(ax, Axes):
            raise unsupported("colorbar(ax=[...]) for several pictures", "Give the one that it belongs to: ax=axes[0].")
        axes = ax or getattr(mappable, "axes", None) or self.gca()
        bar = {**bar_of(mappable), "label": words(label, {}, "colorbar"), "shrink": number(shrink)}
        bar["ticks"] = None if ticks is None else numbers(ticks)
        axes.color_bars.append(bar)
        return Colorbar(bar)

    def tight_layout(self, **options):
        """Has no effect: there is always room for the labels."""
        keywords(options, "tight_layout", "tight_layout", ("pad", "h_pad", "w_pad", "rect"))

    def subplots_adjust(self, **options):
        """Has no effect: the page chooses the space between pictures."""
        keywords(options, "subplots_adjust", "subplots_adjust", ("left", "right", "bottom", "top", "wspace", "hspace"))

    def set_size_inches(self, w, h=None):
        """Sets width and height in inches."""
        self.size = _size(plain(w) if h is None else (w, h))

    def get_size_inches(self):
        """Width and height in inches."""
        return list(self.size or (6.4, 4.8))

    def savefig(self, fname, **options):
        """Shows the figure as it is now. No file is written: the page shows the picture that Matplotlib would save."""
        kept = ("dpi", "bbox_inches", "pad_inches", "format", "metadata")
        for name in options:
            if name not in kept:
                raise unsupported(f"savefig({name}=...)", "The page shows the picture in its own colors.")
        show(self)

    def show(self, **options):
        """Shows the figure as it is now."""
        show(self)

    def record(self):
        """The figure as plain JSON data: see `src/figures/recorded/recorded-figure.ts`."""
        return encoded(
            {
                "version": VERSION,
                "size": self.size,
                "title": self.headline,
                "panels": [axes.record() for axes in self.axes],
            }
        )

    def hold(self, artist):
        """Adds an artist to the count of numbers. Raises ValueError if they are too many for a page."""
        self.held += count_numbers(artist.parts())
        if self.held > MOST_NUMBERS:
            raise ValueError(
                f"The figure holds {self.held:,} numbers, more than a page can draw (at most {MOST_NUMBERS:,}). "
                "Draw fewer points, for example every tenth: x[::10]."
            )

    def __getattr__(self, name):
        raise missing("fig", name, [each for each in dir(type(self)) if not each.startswith("_")], "Figure")


def count_numbers(data):
    """The number of numbers in plain data."""
    if isinstance(data, dict):
        return sum(map(count_numbers, data.values()))
    if isinstance(data, list):
        if data and isinstance(data[0], (int, float)):
            return len(data)
        return sum(map(count_numbers, data))
    return 0


class Colorbar:
    """A color bar. Its label and ticks can still be set."""

    def __init__(self, bar):
        self._bar = bar

    def set_label(self, label, **options):
        """Sets the title."""
        self._bar["label"] = words(label, options, "set_label")

    def set_ticks(self, ticks):
        """Sets the values that are marked."""
        self._bar["ticks"] = numbers(ticks)

    def __getattr__(self, name):
        raise missing("colorbar", name, ["set_label", "set_ticks"], "Colorbar")


def _first(made, row, column, how):
    """The picture with which a new one shares its axis, or None."""
    if how == "all":
        return made[0][0] if row or column else None
    if how == "row":
        return made[row][0] if column else None
    return made[0][column] if how == "col" and row else None


def _shares(ratios, count, name):
    """(start, length) of each of `count` rows or columns, as fractions."""
    parts = [1.0] * count if ratios is None else numbers(ratios)
    if not all(0 < part < float("inf") for part in parts):
        raise ValueError(f"{name} must be positive finite numbers")
    if len(parts) != count:
        raise ValueError(
            f"Expected the given number of {name} to match the number of "
            f"{'columns' if name == 'width_ratios' else 'rows'} of the grid"
        )
    total = sum(parts)
    return [(sum(parts[:i]) / total, part / total) for i, part in enumerate(parts)]


def _place(place):
    """The box of `subplot(rows, columns, number)` or `subplot(231)`."""
    if len(place) == 1 and isinstance(place[0], int) and 100 <= place[0] <= 999:
        place = tuple(int(digit) for digit in str(place[0]))
    if not place:
        place = (1, 1, 1)
    if len(place) != 3:
        raise TypeError(f"subplot() takes 1 or 3 positional arguments but {len(place)} were given")
    rows, columns, index = place
    first, last = (index, index) if isinstance(index, int) else tuple(index)
    if not 1 <= first <= last <= rows * columns:
        raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {index!r}")
    top, left = divmod(first - 1, columns)
    bottom, right = divmod(last - 1, columns)
    return [left / columns, top / rows, (right - left + 1) / columns, (bottom - top + 1) / rows]


def _flat_only(projection):
    if projection is not None and projection != "rectilinear":
        raise unsupported(
            f"projection={projection!r}", "Pictures here are flat: plt.contourf(X, Y, Z) shows heights on a plane."
        )


def _size(size):
    width, height = numbers(size)
    if not (0 < width < 1000 and 0 < height < 1000):
        raise ValueError(f"figure size must be positive finite not {(width, height)}")
    return [width, height]
