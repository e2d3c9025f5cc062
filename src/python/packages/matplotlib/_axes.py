"""One picture with its two axes: where things are drawn."""

from ._axis import Axis
from ._colors import color, cycle_color
from ._data import number, numbers, plain
from ._draw_fields import DrawFields
from ._draw_lines import DrawLines
from ._draw_shapes import DrawShapes
from ._draw_words import DrawWords
from ._format import dash
from ._missing import missing
from ._refuse import keywords, one_of, unsupported
from ._settings import rcParams
from ._words import PLAIN, words

PLACES = ("left", "center", "right")


class Axes(DrawLines, DrawShapes, DrawFields, DrawWords):
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
        """Takes everything out of the picture."""
        for axis in (self.x_axis, self.y_axis):
            fresh = Axis(axis.letter)
            fresh.members = axis.members
            axis.__dict__.update(fresh.__dict__)
        self._clear()

    clear = cla

    def _add(self, artist):
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
        self.headline = words(label, {**(fontdict or {}), **options}, "title")
        self.title_place = one_of(loc, PLACES, "loc")

    def get_title(self):
        return self.headline["text"]

    def set_xlabel(self, xlabel, fontdict=None, *, labelpad=None, **options):
        self.labels["x"] = words(xlabel, {**(fontdict or {}), **options}, "xlabel")

    def set_ylabel(self, ylabel, fontdict=None, *, labelpad=None, **options):
        self.labels["y"] = words(ylabel, {**(fontdict or {}), **options}, "ylabel")

    def get_xlabel(self):
        return self.labels["x"]["text"]

    def get_ylabel(self):
        return self.labels["y"]["text"]

    # Limits, scales and ticks.

    def set_xlim(self, left=None, right=None, *, xmin=None, xmax=None):
        return self.x_axis.set_limits(left if xmin is None else xmin, right if xmax is None else xmax)

    def set_ylim(self, bottom=None, top=None, *, ymin=None, ymax=None):
        return self.y_axis.set_limits(bottom if ymin is None else ymin, top if ymax is None else ymax)

    def get_xlim(self):
        return self.x_axis.limits()

    def get_ylim(self):
        return self.y_axis.limits()

    get_xbound, get_ybound = get_xlim, get_ylim

    def set_xscale(self, value, **options):
        self._scale("xscale", self.x_axis, value, options)

    def set_yscale(self, value, **options):
        self._scale("yscale", self.y_axis, value, options)

    def _scale(self, function, axis, value, options):
        if options:
            raise unsupported(f"{function}({next(iter(options))}=...)", "A log scale here has powers of ten.")
        axis.set_scale(value)

    def get_xscale(self):
        return self.x_axis.scale

    def get_yscale(self):
        return self.y_axis.scale

    def set_xticks(self, ticks, labels=None, *, minor=False, **options):
        self._ticks("x", ticks, labels, minor, options)

    def set_yticks(self, ticks, labels=None, *, minor=False, **options):
        self._ticks("y", ticks, labels, minor, options)

    def _ticks(self, letter, ticks, labels, minor, options):
        if minor:
            raise unsupported("Minor ticks", "Give all places to xticks or yticks.")
        taken = keywords(options, f"{letter}ticks", "Text", ("rotation", "horizontalalignment", "fontsize"))
        axis = self.x_axis if letter == "x" else self.y_axis
        axis.set_ticks(ticks, labels)
        self._turn(letter, taken)

    def set_xticklabels(self, labels, **options):
        self._tick_words("x", labels, options)

    def set_yticklabels(self, labels, **options):
        self._tick_words("y", labels, options)

    def _tick_words(self, letter, labels, options):
        axis = self.x_axis if letter == "x" else self.y_axis
        said = [str(getattr(label, "get_text", lambda: label)()) for label in plain(labels)]
        if axis.tick_places is None and any(said):
            raise unsupported(f"set_{letter}ticklabels without set_{letter}ticks", f"Give both: ax.set_{letter}ticks(places, labels).")
        axis.set_ticks(axis.tick_places or [], said if axis.tick_places else [])
        self._turn(letter, keywords(options, f"set_{letter}ticklabels", "Text", ("rotation", "horizontalalignment")))

    def _turn(self, letter, taken):
        if "rotation" in taken:
            turn = taken["rotation"]
            self.turn[letter] = {"vertical": 90.0, "horizontal": 0.0}[turn] if isinstance(turn, str) else number(turn)

    def get_xticks(self):
        return self._known_ticks(self.x_axis)

    def get_yticks(self):
        return self._known_ticks(self.y_axis)

    def _known_ticks(self, axis):
        if axis.tick_places is None:
            raise unsupported(f"get_{axis.letter}ticks before the picture is drawn", f"Set them: plt.{axis.letter}ticks(places).")
        return list(axis.tick_places)

    def invert_xaxis(self):
        self._invert(self.x_axis)

    def invert_yaxis(self):
        self._invert(self.y_axis)

    def _invert(self, axis):
        axis.inverted = not axis.inverted
        axis.view = axis.view and axis.view[::-1]

    def xaxis_inverted(self):
        return self.x_axis.inverted

    def yaxis_inverted(self):
        return self.y_axis.inverted

    def margins(self, *both, x=None, y=None):
        """The room that automatic limits leave around the data, as a fraction of them."""
        if len(both) == 1:
            x = y = both[0]
        elif len(both) == 2:
            x, y = both
        if x is not None:
            self.x_axis.margin = number(x)
        if y is not None:
            self.y_axis.margin = number(y)

    set_xmargin = lambda self, m: self.margins(x=m)
    set_ymargin = lambda self, m: self.margins(y=m)

    def autoscale(self, enable=True, axis="both", tight=None):
        """Lets the limits follow the data again, or ends that."""
        for letter, one in (("x", self.x_axis), ("y", self.y_axis)):
            if axis in ("both", letter):
                one.view = None if enable else one.limits()
                one.margin = 0.0 if tight else one.margin

    # The frame.

    def set_aspect(self, aspect, adjustable="box", anchor=None, share=False):
        """How many times as long a unit of y is drawn as one of x; 'equal' is 1, 'auto' whatever fills the picture."""
        one_of(adjustable or "box", ("box", "datalim"), "adjustable")
        if anchor is not None or share:
            raise unsupported("set_aspect(anchor=..., share=...)")
        if aspect == "auto":
            self.aspect = None
            return
        ratio = 1.0 if aspect == "equal" else number(aspect)
        if not ratio > 0:
            raise ValueError("aspect must be finite and positive")
        self.aspect = {"ratio": ratio, "adjust": "limits" if adjustable == "datalim" else "box"}

    def get_aspect(self):
        return "auto" if self.aspect is None else self.aspect["ratio"]

    def axis(self, arg=None, **limits):
        """`axis("equal")`, `axis("off")` and the like, or the four limits. Returns the limits."""
        if isinstance(arg, bool):
            arg = "on" if arg else "off"
        if isinstance(arg, str):
            self._axis_word(one_of(arg, AXIS_WORDS, "axis"))
        elif arg is not None:
            ends = numbers(arg)
            if len(ends) != 4:
                raise TypeError(
                    "The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax], "
                    f"but it has {len(ends)} numbers"
                )
            self.set_xlim(*ends[:2])
            self.set_ylim(*ends[2:])
        taken = keywords(limits, "axis", "axis", ("xmin", "xmax", "ymin", "ymax"))
        if "xmin" in taken or "xmax" in taken:
            self.set_xlim(taken.get("xmin"), taken.get("xmax"))
        if "ymin" in taken or "ymax" in taken:
            self.set_ylim(taken.get("ymin"), taken.get("ymax"))
        return (*self.get_xlim(), *self.get_ylim())

    def _axis_word(self, word):
        if word in ("on", "off"):
            self.axes_shown = word == "on"
            return
        self.autoscale()
        self.set_aspect("auto")
        if word == "equal":
            self.set_aspect("equal", "datalim")
        if word in ("scaled", "image", "square"):
            self.set_aspect("equal", "box")
        if word in ("scaled", "image", "tight"):
            self.x_axis.freeze()
            self.y_axis.freeze()
        if word == "square":
            self._make_square()

    def _make_square(self):
        (left, right), (bottom, top) = self.get_xlim(), self.get_ylim()
        side = max(abs(right - left), abs(top - bottom))
        self.set_xlim(left, left + side)
        self.set_ylim(bottom, bottom + side)

    def set_axis_off(self):
        self.axes_shown = False

    def set_axis_on(self):
        self.axes_shown = True

    def grid(self, visible=None, which="major", axis="both", **options):
        """Thin lines at the ticks: on, off, or the other way round."""
        if which != "major":
            raise unsupported(f"grid(which={which!r})", "Lines stand at the ticks that have a number: which='major'.")
        taken = keywords(options, "grid", "Line2D", ("color", "linestyle", "linewidth", "alpha"))
        one_of(axis, ("both", "x", "y"), "axis")
        shown = bool(taken) or self.grid_look is None if visible is None else bool(visible)
        self.grid_look = {
            "axis": axis,
            "color": color(taken["color"]) if "color" in taken else None,
            "dash": dash(taken.get("linestyle", "solid")),
            "width": number(taken.get("linewidth", 0.8)),
            "alpha": number(taken.get("alpha", 1)),
        } if shown else None

    def set(self, **changes):
        """Several at once: `set(title="…", xlabel="…", xlim=(0, 1))` calls `set_title`, `set_xlabel`, `set_xlim`."""
        for name, value in changes.items():
            setter = getattr(self, "set_" + name)
            setter(*value) if name in ("xlim", "ylim") else setter(value)

    def get_figure(self):
        return self.figure

    def get_lines(self):
        return [artist for artist in self.artists if type(artist).__name__ in ("Line2D", "Rule")]

    lines = property(get_lines)

    def get_legend(self):
        return self.legend_record

    def label_outer(self):
        """Leaves the numbers at the axes to the pictures at the edge of the figure."""
        left, top, wide, high = self.box
        self.shown_ticks = {"x": top + high > 0.999, "y": left < 0.001}

    def __getattr__(self, name):
        offered = [each for each in dir(type(self)) if not each.startswith("_")]
        raise missing("ax", name, offered, type(self).__name__)

    # The picture as data.

    def record(self):
        """The picture as plain data: see `src/figures/recorded-figure.ts`."""
        drawn = sorted((artist for artist in self.artists if artist.visible), key=lambda artist: artist.zorder)
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
            {"label": _typeset(name), "sample": (artist[0] if isinstance(artist, tuple) else artist).sample()}
            for artist, name in self.legend_record["entries"]
        ]
        return {**self.legend_record, "entries": entries} if entries else None


# Messages about arguments name the method, not the class of ours that has it.
for _class in Axes.__mro__[:-1]:
    for _name, _method in vars(_class).items():
        if callable(_method) and not _name.startswith("_"):
            _method.__qualname__ = _name

AXIS_WORDS = ("on", "off", "equal", "scaled", "tight", "auto", "image", "square")


def _typeset(name):
    from ._mathtext import typeset

    return typeset(name)


class Spine:
    """One side of the frame."""

    def __init__(self):
        self.visible = True

    def set_visible(self, visible):
        self.visible = bool(visible)

    def __getattr__(self, name):
        raise unsupported(f"Spine.{name}", "A side of the frame can be hidden: ax.spines['top'].set_visible(False).")


class Spines(dict):
    """The four sides of the frame, one by name or several by a list of names."""

    def __init__(self):
        super().__init__({side: Spine() for side in ("left", "right", "top", "bottom")})

    def __getitem__(self, key):
        if isinstance(key, (list, tuple)):
            return SpineGroup([self[one] for one in key])
        if isinstance(key, slice):
            return SpineGroup(list(self.values()))
        return super().__getitem__(key)

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"'Spines' object does not contain a {name!r} spine")

    def shown(self):
        return [side for side, spine in self.items() if spine.visible]


class SpineGroup(list):
    def set_visible(self, visible):
        for spine in self:
            spine.set_visible(visible)
