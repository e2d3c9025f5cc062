"""The methods of Axes for the frame of a picture: its shape, its axes, grid lines, the sides of the frame."""

from ._colors import color
from ._data import number, numbers
from ._format import dash
from ._refuse import keywords, one_of, unsupported

AXIS_WORDS = ("on", "off", "equal", "scaled", "tight", "auto", "image", "square")


class Frame:
    """Methods of Axes, which has `x_axis`, `y_axis`, `aspect`, `axes_shown` and `grid_look`."""

    def set_aspect(self, aspect, adjustable="box", anchor=None, share=False):
        """The height of a unit of y in units of x; 'equal' is 1, with 'auto' the axes fill the picture."""
        one_of(adjustable or "box", ("box", "datalim"), "adjustable")
        if anchor is not None or share:
            raise unsupported("set_aspect(anchor=..., share=...)")
        if aspect == "auto":
            self.aspect = None
            return
        ratio = 1.0 if aspect == "equal" else number(aspect)
        if not 0 < ratio < float("inf"):
            raise ValueError("aspect must be finite and positive")
        self.aspect = {"ratio": ratio, "adjust": "limits" if adjustable == "datalim" else "box"}

    def get_aspect(self):
        """The height of a unit of y in units of x, or "auto"."""
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
        """Hides the axes."""
        self.axes_shown = False

    def set_axis_on(self):
        """Shows the axes."""
        self.axes_shown = True

    def grid(self, visible=None, which="major", axis="both", **options):
        """Grid lines at the ticks: on, off, or toggled without an argument."""
        if which != "major":
            raise unsupported(f"grid(which={which!r})", "Grid lines are at the ticks with a number: which='major'.")
        taken = keywords(options, "grid", "Line2D", ("color", "linestyle", "linewidth", "alpha"))
        one_of(axis, ("both", "x", "y"), "axis")
        shown = bool(taken) or self.grid_look is None if visible is None else bool(visible)
        self.grid_look = (
            {
                "axis": axis,
                "color": color(taken["color"]) if "color" in taken else None,
                "dash": dash(taken.get("linestyle", "solid")),
                "width": number(taken.get("linewidth", 0.8)),
                "alpha": number(taken.get("alpha", 1)),
            }
            if shown
            else None
        )


class Spine:
    """One side of the frame."""

    def __init__(self):
        self.visible = True

    def set_visible(self, visible):
        """Sets whether it is drawn."""
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
        """The names of the sides that are drawn."""
        return [side for side, spine in self.items() if spine.visible]


class SpineGroup(list):
    """Several sides of a frame, changed together."""

    def set_visible(self, visible):
        """Sets whether these sides are drawn."""
        for spine in self:
            spine.set_visible(visible)
