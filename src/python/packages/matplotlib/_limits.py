"""The methods of Axes that choose limits, scales and ticks."""

from ._data import number, plain
from ._finite import finite_number
from ._refuse import keywords, unsupported

# The style keywords of tick labels.
_LOOKS = ("rotation", "horizontalalignment", "fontsize")


class Limits:
    """Methods of Axes, which has `x_axis` and `y_axis`, and in `turn` the rotation of the numbers at each."""

    def set_xlim(self, left=None, right=None, *, xmin=None, xmax=None):
        """Sets the limits of the x axis and returns them; None keeps one."""
        return self.x_axis.set_limits(left if xmin is None else xmin, right if xmax is None else xmax)

    def set_ylim(self, bottom=None, top=None, *, ymin=None, ymax=None):
        """Sets the limits of the y axis and returns them; None keeps one."""
        return self.y_axis.set_limits(bottom if ymin is None else ymin, top if ymax is None else ymax)

    def get_xlim(self):
        """The limits of the x axis."""
        return self.x_axis.limits()

    def get_ylim(self):
        """The limits of the y axis."""
        return self.y_axis.limits()

    get_xbound, get_ybound = get_xlim, get_ylim

    def set_xscale(self, value, **options):
        """Sets the scale of the x axis, "linear" or "log"."""
        self._scale("xscale", self.x_axis, value, options)

    def set_yscale(self, value, **options):
        """Sets the scale of the y axis, "linear" or "log"."""
        self._scale("yscale", self.y_axis, value, options)

    def _scale(self, function, axis, value, options):
        if options:
            raise unsupported(f"{function}({next(iter(options))}=...)", "A log scale here has powers of ten.")
        axis.set_scale(value)

    def get_xscale(self):
        """The scale of the x axis, "linear" or "log"."""
        return self.x_axis.scale

    def get_yscale(self):
        """The scale of the y axis, "linear" or "log"."""
        return self.y_axis.scale

    def set_xticks(self, ticks, labels=None, *, minor=False, **options):
        """Sets the ticks of the x axis, and their labels if given."""
        self._ticks("x", ticks, labels, minor, options)

    def set_yticks(self, ticks, labels=None, *, minor=False, **options):
        """Sets the ticks of the y axis, and their labels if given."""
        self._ticks("y", ticks, labels, minor, options)

    def _ticks(self, letter, ticks, labels, minor, options):
        if minor:
            raise unsupported("Minor ticks", "Give all places to xticks or yticks.")
        taken = keywords(options, f"{letter}ticks", "Text", _LOOKS)
        axis = self.x_axis if letter == "x" else self.y_axis
        axis.set_ticks(ticks, labels)
        self._turn(letter, taken)

    def set_xticklabels(self, labels, **options):
        """Sets the labels of the ticks that were set before."""
        self._tick_words("x", labels, options)

    def set_yticklabels(self, labels, **options):
        """Sets the labels of the ticks that were set before."""
        self._tick_words("y", labels, options)

    def _tick_words(self, letter, labels, options):
        axis = self.x_axis if letter == "x" else self.y_axis
        said = [str(label.get_text() if hasattr(label, "get_text") else label) for label in plain(labels)]
        if axis.tick_places is None and any(said):
            raise unsupported(
                f"set_{letter}ticklabels without set_{letter}ticks", f"Give both: ax.set_{letter}ticks(places, labels)."
            )
        axis.set_ticks(axis.tick_places or [], said if axis.tick_places else [])
        self._turn(letter, keywords(options, f"set_{letter}ticklabels", "Text", _LOOKS))

    def _turn(self, letter, taken):
        if "rotation" in taken:
            turn = taken["rotation"]
            self.turn[letter] = (
                {"vertical": 90.0, "horizontal": 0.0}[turn]
                if isinstance(turn, str)
                else finite_number(number(turn), "rotation")
            )

    def get_xticks(self):
        """The ticks of the x axis that were set."""
        return self._known_ticks(self.x_axis)

    def get_yticks(self):
        """The ticks of the y axis that were set."""
        return self._known_ticks(self.y_axis)

    def _known_ticks(self, axis):
        if axis.tick_places is None:
            raise unsupported(
                f"get_{axis.letter}ticks before the picture is drawn", f"Set them: plt.{axis.letter}ticks(places)."
            )
        return list(axis.tick_places)

    def invert_xaxis(self):
        """Inverts the x axis."""
        self._invert(self.x_axis)

    def invert_yaxis(self):
        """Inverts the y axis."""
        self._invert(self.y_axis)

    def _invert(self, axis):
        axis.inverted = not axis.inverted
        axis.view = axis.view and axis.view[::-1]

    def xaxis_inverted(self):
        """Whether the x axis is inverted."""
        return self.x_axis.inverted

    def yaxis_inverted(self):
        """Whether the y axis is inverted."""
        return self.y_axis.inverted

    def margins(self, *both, x=None, y=None):
        """The margin that automatic limits leave around the data, as a fraction of the range of the data."""
        if len(both) == 1:
            x = y = both[0]
        elif len(both) == 2:
            x, y = both
        if x is not None:
            self.x_axis.margin = _margin(x)
        if y is not None:
            self.y_axis.margin = _margin(y)

    def set_xmargin(self, m):
        """Sets the margin of the x axis, as a fraction of the range of the data."""
        return self.margins(x=m)

    def set_ymargin(self, m):
        """Sets the margin of the y axis, as a fraction of the range of the data."""
        return self.margins(y=m)

    def autoscale(self, enable=True, axis="both", tight=None):
        """Turns automatic limits on or off."""
        for letter, one in (("x", self.x_axis), ("y", self.y_axis)):
            if axis in ("both", letter):
                one.view = None if enable else one.limits()
                one.margin = 0.0 if tight else one.margin


def _margin(given):
    """A margin as a float. Raises ValueError if it would leave no space between the limits."""
    margin = finite_number(number(given), "margin")
    if margin <= -0.5:
        raise ValueError("margin must be greater than -0.5")
    return margin
