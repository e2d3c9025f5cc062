"""The drawing methods for text: text, annotate, legend, bar_label."""

import warnings

from ._artist import Artist, Group
from ._colors import color
from ._data import number, numbers, plain
from ._draw_lines import common
from ._mathtext import typeset
from ._refuse import keywords, one_of, unsupported
from ._shapes import Bars
from ._words import Annotation, Text, box_of, font_size, layout_of, words

TEXT = ("fontsize", "color", "fontweight", "fontstyle")
LAYOUT = ("horizontalalignment", "verticalalignment", "rotation")
ARROW = (
    "arrowstyle color facecolor edgecolor linewidth linestyle connectionstyle shrink width headwidth headlength"
).split()
LOCATIONS = (
    "best",
    "upper right",
    "upper left",
    "lower left",
    "lower right",
    "right",
    "center left",
    "center right",
    "lower center",
    "upper center",
    "center",
)
LEGEND = ("loc", "title", "ncol", "fontsize", "frameon", "handles", "labels", "framealpha")


class DrawWords:
    """Methods of Axes, which defines `_add`, `artists` and `legend_record`."""

    def text(self, x, y, s, fontdict=None, *, transform=None, bbox=None, **options):
        """The text `s` at (x, y), which are in the units of the axes, or fractions with `transform=ax.transAxes`."""
        space = self._space("text", transform)
        return self._add(
            Text(self, self._place(x, y, space), space=space, **self._said("text", s, fontdict, bbox, options))
        )

    def annotate(
        self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, *, bbox=None, **options
    ):
        """A text for the place `xy`: there, or at `xytext`, with an arrow to `xy` if `arrowprops` is given."""
        place = one_of_spaces(xycoords, ("data", "axes fraction"), "xycoords")
        coords = one_of_spaces(xycoords if textcoords is None else textcoords, SPACES, "textcoords")
        target = self._place(*xy, SPACES[place])
        offset = SPACES[coords] == "points"
        at = target if xytext is None else numbers(xytext) if offset else self._place(*xytext, SPACES[coords])
        said = self._said("annotate", text, None, bbox, options)
        arrow = None if arrowprops is None else arrow_look(arrowprops)
        space = SPACES[place] if xytext is None else SPACES[coords]
        return self._add(
            Annotation(
                self,
                {"at": target, "space": SPACES[place]},
                arrow,
                offset and xytext is not None,
                place=at,
                space=space,
                **said,
            )
        )

    def _said(self, function, text, fontdict, bbox, options):
        taken = keywords({**(fontdict or {}), **options}, function, "Text", (*TEXT, *LAYOUT, "alpha", "zorder"))
        layout = layout_of(taken)
        style = {name: taken[name] for name in TEXT if name in taken}
        return {"said": words(text, style, function), "layout": layout, "box": box_of(bbox, function), **common(taken)}

    def _place(self, x, y, space):
        if space == "data":
            return [self.x_axis.values(plain(x)), self.y_axis.values(plain(y))]
        return [number(x), number(y)]

    def _space(self, function, transform):
        if transform is None or transform == self.transData:
            return "data"
        if transform == self.transAxes:
            return "axes"
        raise unsupported(
            f"{function}(transform=...)",
            "A place is in the units of the axes, or a fraction with transform=ax.transAxes.",
        )

    def legend(self, *args, **options):
        """A legend of the artists that have a label; or of `legend(names)` or `legend(artists, names)`."""
        taken = keywords(options, "legend", "Legend", LEGEND, ncols="ncol")
        artists, names = self._legend_entries(args, taken)
        if not artists:
            warnings.warn(
                "No artists with labels found to put in legend.  Note that artists whose label start with an "
                "underscore are ignored when legend() is called with no argument.",
                stacklevel=3,
            )
        location = taken.get("loc", "best")
        if isinstance(location, int) and 0 <= location < len(LOCATIONS):
            location = LOCATIONS[location]
        if not isinstance(location, str):
            raise unsupported("legend(loc=(x, y))", f"Its places are {', '.join(map(repr, LOCATIONS))}.")
        self.legend_record = {
            "place": one_of(location, LOCATIONS, "loc"),
            "title": typeset(str(taken.get("title") or "")),
            "columns": int(taken.get("ncol", 1)),
            "size": font_size(taken["fontsize"]) if taken.get("fontsize") is not None else None,
            "frame": bool(taken.get("frameon", True)),
            "opacity": number(taken.get("framealpha", 0.85)),
            "entries": [(artist, name) for artist, name in zip(artists, names)],
        }
        for artist in artists:
            (artist[0] if isinstance(artist, Group) else artist).sample()
        return Legend(self)

    def _legend_entries(self, args, taken):
        if len(args) == 2:
            artists, names = args
        elif len(args) == 1 and not taken.get("handles"):
            names = [args[0]] if isinstance(args[0], str) else list(args[0])
            artists = self._named_for_legend(everything=True)[: len(names)]
        else:
            artists = taken.get("handles") or self._named_for_legend()
            names = taken.get("labels") or [artist.get_label() for artist in artists]
        artists = list(artists)
        if any(not isinstance(artist, (Artist, Group)) for artist in artists):
            raise unsupported(
                "A legend of something that is not in the picture", "Pass the results of plt.plot and the like."
            )
        return artists, [str(name) for name in names]

    def _named_for_legend(self, everything=False):
        usual = [artist for artist in self.artists if not isinstance(artist, Text)]
        return [artist for artist in usual if everything or (artist.label and not artist.label.startswith("_"))]

    def get_legend_handles_labels(self):
        """The artists that have a name, and their names."""
        artists = self._named_for_legend()
        return artists, [artist.label for artist in artists]

    def bar_label(self, bars, labels=None, *, fmt="%g", label_type="edge", padding=0, **options):
        """Labels the end of each bar with its length, or with its text in `labels`."""
        one_of(label_type, ("edge",), "label_type")
        if not isinstance(bars, Bars):
            raise TypeError("bar_label: the first argument must be the result of plt.bar or plt.barh")
        ends = bars.x2 if bars.horizontal else bars.y2
        said = list(labels) if labels is not None else [fmt.format(end) if "{" in fmt else fmt % end for end in ends]
        sides = {"ha": "left", "va": "center"} if bars.horizontal else {"ha": "center", "va": "bottom"}
        return [
            self.annotate(
                str(text),
                (end, (a + b) / 2) if bars.horizontal else ((a + b) / 2, end),
                xytext=(3 + padding, 0) if bars.horizontal else (0, 3 + padding),
                textcoords="offset points",
                **sides,
                **options,
            )
            for text, end, a, b in zip(
                said, ends, bars.y1 if bars.horizontal else bars.x1, bars.y2 if bars.horizontal else bars.x2
            )
        ]


SPACES = {"data": "data", "axes fraction": "axes", "offset points": "points", "offset pixels": "points"}


def one_of_spaces(value, choices, name):
    """`value`, if it is one of `choices`; else NotImplementedError is raised."""
    if value not in choices:
        raise unsupported(f"annotate({name}={value!r})", f"Places come in {', '.join(map(repr, choices))}.")
    return value


def arrow_look(given):
    """The arrow of an annotation as plain data: a line with a head, or Matplotlib's filled one."""
    taken = keywords(dict(given), "annotate(arrowprops=...)", "FancyArrowPatch", ARROW)
    style = taken.get("arrowstyle")
    name = None if style is None else str(style).split(",")[0]
    if name not in (None, "->", "-|>", "<-", "<->", "-", "<|-", "<|-|>", "simple", "fancy"):
        raise unsupported(f"The arrow style {style!r}", "Styles are '->', '-|>', '<-', '<->', '-' and 'simple'.")
    bend = str(taken.get("connectionstyle", "arc3,rad=0"))
    if not bend.replace(" ", "").startswith("arc3"):
        raise unsupported(
            f"connectionstyle={bend!r}", "An arrow is straight, or bent with connectionstyle='arc3,rad=0.2'."
        )
    ink = taken.get("color", taken.get("edgecolor", taken.get("facecolor", "black" if style else "C0")))
    return {
        "style": name or "simple",
        "color": color(taken.get("facecolor", ink) if name in (None, "simple", "fancy") else ink),
        "width": number(taken.get("linewidth", 1.0)),
        "bend": float(bend.split("rad=")[1]) if "rad=" in bend else 0.0,
    }


class Legend:
    """The legend of an Axes."""

    def __init__(self, axes):
        self.axes = axes

    def remove(self):
        """Removes it from the picture."""
        self.axes.legend_record = None

    def get_texts(self):
        """The names."""
        return [name for _, name in self.axes.legend_record["entries"]]

    def set_title(self, title):
        """Sets the heading."""
        self.axes.legend_record["title"] = typeset(str(title))
