"""Runs programs with the Matplotlib that is found, and prints as JSON what the pictures of each hold.

The first argument is the folder of a Matplotlib to use in place of the installed one, or `-`; the others are the programs.

With real Matplotlib it reads the Axes; with the recorder of this project, what was recorded. The same facts come out, so
that a test can compare them: limits, scales, points, colors, contour heights, bars, arrows and words. NumPy is the
installed one in both: what is drawn is then the same to the bit, whatever the processor makes of it, and a difference is
one between the two Matplotlibs.
"""

import importlib.util
import io
import json
import sys


def import_from(folder):
    """Makes `import matplotlib` mean the package in a folder, without the other packages beside it."""
    places = {"submodule_search_locations": [folder]}
    spec = importlib.util.spec_from_file_location("matplotlib", f"{folder}/__init__.py", **places)
    sys.modules["matplotlib"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["matplotlib"])


if sys.argv[1] != "-":
    import_from(sys.argv[1])

import matplotlib  # noqa: E402  (the one that was chosen above)

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

recorder = sys.argv[1] != "-"


def run(path):
    found = []
    if not recorder:
        plt.show = lambda **_: found.extend(close_all())
        plt.Figure.savefig = lambda *_, **__: None
    with open(path, encoding="utf8") as file:
        code = file.read()
    printed, sys.stdout = sys.stdout, io.StringIO()
    try:
        exec(compile(code, path, "exec"), {"__name__": "__main__"})
    finally:
        sys.stdout = printed
    if recorder:
        from matplotlib import _recorder  # deferred: only the recorder has it

        return [recorded(figure) for figure in _recorder.take_figures()]
    return found + close_all()


def close_all():
    figures = [real(plt.figure(number)) for number in plt.get_fignums()]
    plt.close("all")
    return figures


def recorded(figure):
    return {"title": figure["title"]["text"], "panels": [recorded_panel(panel) for panel in figure["panels"]]}


def recorded_panel(panel):
    marks = panel["marks"]

    def of(*kinds):
        return [mark for mark in marks if mark["kind"] in kinds]

    return {
        "xlim": panel["x"]["limits"],
        "ylim": panel["y"]["limits"],
        "scales": [panel["x"]["scale"], panel["y"]["scale"]],
        "words": [panel["title"]["text"], panel["x"]["label"]["text"], panel["y"]["label"]["text"]],
        "lines": [[mark["x"], mark["y"], mark["color"], mark["width"]] for mark in of("line")],
        "points": [
            [mark["x"], mark["y"], each(mark["colors"], len(mark["x"])), [size**2 for size in each(mark["sizes"], 1)]]
            for mark in of("points")
        ],
        "levels": [mark["levels"] for mark in of("contours")],
        "contourColors": [mark["colors"] for mark in of("contours")],
        "bars": sum(
            (
                list(
                    map(list, zip(mark["x1"], mark["x2"], mark["y1"], mark["y2"], each(mark["fill"], len(mark["x1"]))))
                )
                for mark in of("bars")
            ),
            [],
        ),
        "arrows": [[mark["x"], mark["y"], mark["u"], mark["v"]] for mark in of("arrows")],
        "arrow": [list(map(list, zip(mark["x"], mark["y"]))) for mark in of("arrow")],
        "texts": [mark["words"]["text"] for mark in of("text", "annotation")],
        "legend": panel["legend"] and [entry["label"] for entry in panel["legend"]["entries"]],
    }


def each(value, count):
    return value if isinstance(value, list) else [value] * count


def real(figure):
    axes = [ax for ax in figure.axes if ax.get_label() != "<colorbar>"]
    title = figure._suptitle.get_text() if figure._suptitle else ""
    return {"title": title, "panels": [real_panel(ax) for ax in axes]}


def real_panel(ax):
    from matplotlib.collections import PathCollection  # deferred: the recorder does not have it
    from matplotlib.colors import to_hex  # deferred: the recorder does not have it
    from matplotlib.lines import Line2D  # deferred: the recorder does not have it
    from matplotlib.patches import FancyArrow  # deferred: the recorder does not have it
    from matplotlib.quiver import Quiver  # deferred: the recorder does not have it

    def hexes(colors):
        return [to_hex(color) for color in colors]

    ordered = sorted(ax.get_children(), key=lambda artist: artist.zorder)

    def of(cls):
        return [artist for artist in ordered if type(artist) is cls]

    across = [line for line in of(Line2D) if line.get_transform() == ax.transData]
    contours = sorted(ax.__dict__.get("_contour_sets", []), key=lambda one: not one.filled)
    parts = [part for one in contours for part in getattr(one, "collections", [])]
    heights = [text for one in contours for text in getattr(one, "labelTexts", [])]
    points = [each for each in of(PathCollection) if len(each.get_offsets()) and each not in parts]
    for one in points:
        one.update_scalarmappable()

    def fills(collection, n):
        return (hexes(collection.get_facecolors()) * n)[:n] or (hexes(collection.get_edgecolors()) * n)[:n]

    bars = [bar for container in ax.containers for bar in getattr(container, "patches", [])]
    return {
        "xlim": list(map(float, ax.get_xlim())),
        "ylim": list(map(float, ax.get_ylim())),
        "scales": [ax.get_xscale(), ax.get_yscale()],
        "words": [ax.get_title(), ax.get_xlabel(), ax.get_ylabel()],
        "lines": [
            [
                *(list(map(float, values)) for values in line.get_data(orig=False)),
                # Without a line between its points, the color of a line is only that of its markers.
                to_hex(line.get_markeredgecolor() if line.get_linestyle() == "None" else line.get_color()),
                line.get_linewidth(),
            ]
            for line in across
        ],
        "points": [
            [
                *(list(map(float, axis)) for axis in zip(*one.get_offsets())),
                fills(one, len(one.get_offsets())),
                sorted(set(map(float, one.get_sizes()))),
            ]
            for one in points
        ],
        "levels": [list(map(float, one.levels)) for one in contours],
        "contourColors": [hexes(one.to_rgba(one.cvalues, alpha=one.alpha)) for one in contours],
        "bars": [
            [
                *map(float, (bar.get_x(), bar.get_x() + bar.get_width(), bar.get_y(), bar.get_y() + bar.get_height())),
                to_hex(bar.get_facecolor()),
            ]
            for bar in bars
        ],
        "arrows": [[list(map(float, values.ravel())) for values in (one.X, one.Y, one.U, one.V)] for one in of(Quiver)],
        "arrow": [[list(map(float, point)) for point in one.get_xy()[:-1]] for one in of(FancyArrow)],
        "texts": [text.get_text() for text in ax.texts if text not in heights],
        "legend": ax.get_legend() and [text.get_text() for text in ax.get_legend().get_texts()],
    }


def keep_contours():
    """Contour sets are not children of their Axes in every version, so each Axes keeps a list of its own."""
    from matplotlib.axes import Axes  # deferred: the recorder does not have it

    def keeping(draw):
        def call(self, *args, **options):
            made = draw(self, *args, **options)
            self.__dict__.setdefault("_contour_sets", []).append(made)
            return made

        return call

    Axes.contour, Axes.contourf = keeping(Axes.contour), keeping(Axes.contourf)


if not recorder:
    keep_contours()
print(json.dumps([run(path) for path in sys.argv[2:]]))
