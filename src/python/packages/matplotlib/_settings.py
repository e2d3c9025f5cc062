"""Settings for all figures. Only a few are supported; all others are refused."""

from ._data import numbers
from ._refuse import unsupported

# Settings that have no effect on vector graphics.
WITHOUT_EFFECT = ("figure.dpi", "savefig.dpi", "interactive", "backend")
USUAL = {
    "figure.figsize": [6.4, 4.8],
    "image.cmap": "viridis",
    "lines.linewidth": 1.5,
    "lines.markersize": 6.0,
    "axes.grid": False,
}


class Settings(dict):
    """`plt.rcParams`, with the settings in USUAL."""

    def __init__(self):
        super().__init__(USUAL)

    def __setitem__(self, name, value):
        if name in WITHOUT_EFFECT:
            return
        if name not in USUAL:
            raise unsupported(
                f"rcParams[{name!r}]", "Give the keyword to the function that draws: linewidth=2, fontsize=12."
            )
        super().__setitem__(name, numbers(value) if name == "figure.figsize" else value)

    def update(self, changes=(), **more):
        """Sets several settings, with the same errors as for a single one."""
        for name, value in {**dict(changes), **more}.items():
            self[name] = value

    def size(self):
        """The size for all figures, if it was set, or None."""
        size = self["figure.figsize"]
        return None if size == USUAL["figure.figsize"] else size


class Style:
    """`plt.style`: the only style is that of the page."""

    available = ["default"]

    def use(self, name):
        """Accepts the default style and refuses every other."""
        if name not in ("default", "classic_page"):
            raise unsupported(f"plt.style.use({name!r})", "Pictures here have the style of the page. Remove this line.")


rcParams = Settings()
style = Style()


def rcdefaults():
    """Sets everything to its default."""
    rcParams.update(USUAL)
