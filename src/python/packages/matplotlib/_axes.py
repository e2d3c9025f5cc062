"""One picture with its two axes, on which artists are drawn."""

from ._axis import Axis
from ._colors import cycle_color
from ._draw_fields import DrawFields
from ._draw_lines import DrawLines
from ._draw_shapes import DrawShapes
from ._draw_words import DrawWords
from ._finite import can_be_drawn, check_looks
from ._frame import Frame, Spines
from ._limits import Limits
from ._mathtext import typeset
from ._missing import missing
from ._refuse import one_of
from ._settings import rcParams
from ._words import PLAIN, words

PLACES = ("left", "center", "right")


class Axes(DrawLines, DrawShapes, DrawFields, DrawWords, Limits, Frame):
    """A picture in a figure. `box` is its place there: left, top, width and height as fractions."""

    def __init__(self, figure, box, share_x=None, share_y=None):
        self.figure, self.box = figure, box
        self.key = None
        self.x_axis = share_x.x_axis if share_x else Axis("x")
        self.y_axis = share_y.y_axis if share_y else Axis("y")
        self.x_axis.members.append(self)
        self.y_axis.members.append(self)
        self.transData, self.transAxes = ("data", id(self)), ("axes", id(self))
        self.shown_ticks = {"x": True, "y": True}
        self._clear()

    def _clear(self):
        self.artists = []
        self.headline, self.labels = PLAIN, {"x": PLAIN, "y": PLAIN}
        self.title_place = "center"
        self.legend_record = None
        self.color_bars = []
        self.grid_look = None
        if rcParams["axes.grid"]:
            self.grid(True)
        self.aspect = None
        self.axes_shown = True
        self.spines = Spines()
        self.turn = {"x": 0.0, "y": 0.0}
        self._lines, self._fills = 0, 0

    def cla(self):
        """Removes everything from the picture."""
        for axis in (self.x_axis, self.y_axis):
            fresh = Axis(axis.letter)
            fresh.members = axis.members
            axis.__dict__.update(fresh.__dict__)
        self._clear()

    clear = cla

    def _add(self, artist):
        check_looks(artist.parts())
        self.figure.hold(artist)
        self.artists.append(artist)
        self.x_axis.tick_reach = self.y_axis.tick_reach = ()
        return artist

    def _next_color(self):
        self._lines += 1
        return cycle_color(self._lines - 1)

    def _next_fill(self):
        self._fills += 1
        return cycle_color(self._fills - 1)

    # Words around the picture.

    def set_title(self, label, fontdict=None, loc="center", *, pad=None, **options):
        """Sets the title."""
        self.headline = words(label, {**(fontdict or {}), **options}, "title")
        self.title_place = one_of(loc, PLACES, "loc")

    def get_title(self):
        """The title."""
        return self.headline["text"]

    def set_xlabel(self, xlabel, fontdict=None, *, labelpad=None, **options):
        """Sets the title of the x axis."""
        self.labels["x"] = words(xlabel, {**(fontdict or {}), **options}, "xlabel")

    def set_ylabel(self, ylabel, fontdict=None, *, labelpad=None, **options):
        """Sets the title of the y axis."""
        self.labels["y"] = words(ylabel, {**(fontdict or {}), **options}, "ylabel")

    def get_xlabel(self):
        """The title of the x axis."""
        return self.labels["x"]["text"]

    def get_ylabel(self):
        """The title of the y axis."""
        return self.labels["y"]["text"]

    def set(self, **changes):
        """Sets several properties: `set(title="…", xlim=(0, 1))` calls `set_title` and `set_xlim`."""
        for name, value in changes.items():
            setter = getattr(self, "set_" + name)
            setter(*value) if name in ("xlim", "ylim") else setter(value)

    def get_figure(self):
        """The figure that the Axes belongs to."""
        return self.figure

    def get_lines(self):
        """The lines, in the order in which they were drawn."""
        return [artist for artist in self.artists if type(artist).__name__ in ("Line2D", "Rule")]

    lines = property(get_lines)

    def get_legend(self):
        """The legend, or None."""
        return self.legend_record

    def label_outer(self):
        """Hides the numbers at the axes, except in pictures at the edge of the figure."""
        left, top, wide, high = self.box
        self.shown_ticks = {"x": top + high > 0.999, "y": left < 0.001}

    def __getattr__(self, name):
        offered = [each for each in dir(type(self)) if not each.startswith("_")]
        raise missing("ax", name, offered, type(self).__name__)

    # The picture as data.

    def record(self):
        """The picture as plain data: see `src/figures/recorded/recorded-figure.ts`."""
        shown = [artist for artist in self.artists if artist.visible and can_be_drawn(artist.parts())]
        drawn = sorted(shown, key=lambda artist: artist.zorder)
        return {
            "box": self.box,
            "title": self.headline,
            "titlePlace": self.title_place,
            "x": self._axis_record("x", self.x_axis),
            "y": self._axis_record("y", self.y_axis),
            "axes": self.axes_shown,
            "frame": self.spines.shown(),
            "aspect": self.aspect,
            "grid": self.grid_look,
            "legend": self._legend_record(),
            "bars": self.color_bars,
            "marks": [artist.record() for artist in drawn],
        }

    def _axis_record(self, letter, axis):
        return {
            "label": self.labels[letter],
            "scale": axis.scale,
            "limits": list(axis.limits()),
            "ticks": axis.tick_places,
            "words": axis.tick_words,
            "turn": self.turn[letter],
            "shown": self.shown_ticks[letter],
        }

    def _legend_record(self):
        if self.legend_record is None:
            return None
        entries = [
            {"label": typeset(name), "sample": (artist[0] if isinstance(artist, tuple) else artist).sample()}
            for artist, name in self.legend_record["entries"]
        ]
        entries = [entry for entry in entries if can_be_drawn(entry["sample"])]
        return {**self.legend_record, "entries": entries} if entries else None


# Python's messages about wrong arguments should name `Axes`, not the mixin class that defines the method.
for _class in Axes.__mro__[:-1]:
    for _name, _method in vars(_class).items():
        if callable(_method) and not _name.startswith("_"):
            _method.__qualname__ = _name
