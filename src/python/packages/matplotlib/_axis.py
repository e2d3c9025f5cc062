"""One axis: its scale, and its limits, which follow from the artists. Axes that share one have the same object."""

import math
import warnings

from ._data import finite, flat, number, plain
from ._refuse import one_of, unsupported

MARGIN = 0.05


class Axis:
    """The horizontal (`letter` x) or vertical (y) axis of one Axes, or of several that share it."""

    def __init__(self, letter):
        self.letter = letter
        self.scale = "linear"
        self.view = None
        self.inverted = False
        self.margin = MARGIN
        self.tick_places = None
        self.tick_words = None
        self.tick_reach = ()
        self.categories = {}
        self.members = []

    def limits(self):
        """The limits (first, last): those that were set, else those of the data with a margin."""
        if self.view is not None:
            return self.view
        low, high = self._automatic()
        low, high = min(low, *self.tick_reach, high), max(high, *self.tick_reach, low)
        return (high, low) if self.inverted else (low, high)

    def set_limits(self, low=None, high=None):
        """Fixes one end or both. Raises ValueError for a number that is not finite."""
        if high is None and hasattr(low, "__iter__"):
            low, high = plain(low)
        ends = [current if end is None else number(end) for end, current in zip((low, high), self.limits())]
        if not all(map(math.isfinite, ends)):
            raise ValueError("Axis limits cannot be NaN or Inf")
        self.view = self._fit(*ends)
        self.inverted = self.view[0] > self.view[1]
        return self.view

    def _fit(self, low, high):
        if self.scale == "log" and min(low, high) <= 0:
            warnings.warn(
                f"Attempt to set non-positive {self.letter}lim on a log-scaled axis will be ignored.", stacklevel=5
            )
            old = self.limits()
            low, high = (value if value > 0 else kept for value, kept in zip((low, high), old))
        if low == high:
            warnings.warn(
                f"Attempting to set identical low and high {self.letter}lims makes transformation singular; "
                "automatically expanding.",
                stacklevel=5,
            )
            low, high = self._apart(low, high)
        return (low, high)

    def set_scale(self, name):
        """Sets the scale, "linear" or "log"; other scales of Matplotlib are refused."""
        if name in ("symlog", "logit", "asinh", "function", "mercator"):
            raise unsupported(f"The scale {name!r}", "The scales are 'linear' and 'log'.")
        self.scale = one_of(name, ("linear", "log"), "scale")

    def freeze(self):
        """Ends the automatic choice: artists that are drawn later do not change the limits."""
        self.view = self.limits()

    def values(self, given):
        """`given` (nested lists) as floats, in the same nesting; strings get the places 0, 1, 2, … in order."""
        if isinstance(given, list):
            return [self.values(item) for item in given]
        if isinstance(given, str):
            return float(self._category(given))
        return number(given)

    def _category(self, word):
        place = self.categories.setdefault(word, len(self.categories))
        self.tick_places = [float(i) for i in self.categories.values()]
        self.tick_words = list(self.categories)
        return place

    def _automatic(self):
        artists = [artist for axes in self.members for artist in axes.artists]
        data = finite(value for artist in artists for value in artist.reach(self.letter))
        if self.scale == "log":
            data = [value for value in data if value > 0]
        if not data:
            return (1.0, 10.0) if self.scale == "log" else (0.0, 1.0)
        low, high = min(data), max(data)
        if low == high:
            low, high = self._apart(low, high)
        return self._with_margin(low, high, sorted(e for artist in artists for e in artist.edges(self.letter)))

    def _with_margin(self, low, high, edges):
        """Adds 5% at each end, but no margin at an edge (`Artist.edges`), such as the bottom of a bar."""
        tolerance = 1e-10 * max(abs(low), abs(high))
        floor = max((edge for edge in edges if edge <= low + tolerance), default=-math.inf)
        ceiling = min((edge for edge in edges if edge >= high - tolerance), default=math.inf)
        if self.scale == "log":
            room = (math.log10(high) - math.log10(low)) * self.margin
            low, high = _power(math.log10(low) - room), _power(math.log10(high) + room)
        else:
            room = (high - low) * self.margin
            low, high = low - room, high + room
        return max(low, floor), min(high, ceiling)

    def _apart(self, low, high):
        if self.scale == "log":
            return _power(math.floor(math.log10(low) - 1e-9)), _power(math.ceil(math.log10(high) + 1e-9))
        if low == 0:
            return -MARGIN, MARGIN
        return low - MARGIN * abs(low), high + MARGIN * abs(high)

    def set_ticks(self, places, words=None):
        """Sets the ticks and their labels. Raises ValueError if their numbers differ."""
        self.tick_places = places_ = [number(item) for item in flat(plain(places))]
        self.tick_words = None if words is None else [str(word) for word in plain(words)]
        if self.tick_words is not None and len(self.tick_words) != len(places_):
            raise ValueError(
                f"The number of FixedLocator locations ({len(places_)}), usually from a call to set_ticks, "
                f"does not match the number of labels ({len(self.tick_words)})."
            )
        within = finite(places_)
        if within and self.view is not None:
            low, high = min(self.view), max(self.view)
            wide = (min(low, *within), max(high, *within))
            self.view = wide[::-1] if self.inverted else wide
        # As in Matplotlib, ticks widen automatic limits until another artist is drawn.
        self.tick_reach = tuple(finite(places_))


def _power(exponent):
    """A power of ten, limited to the range of a float."""
    return 10.0 ** min(max(exponent, -307), 308)
