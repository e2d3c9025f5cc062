"""Settings for all figures: the few that can be kept. All others are refused."""

from ._data import numbers
from ._refuse import unsupported

# Settings that change nothing in a picture without dots.
WITHOUT_EFFECT = ("figure.dpi", "savefig.dpi", "interactive", "backend")
USUAL = {
    "figure.figsize": [6.4, 4.8],
    "image.cmap": "viridis",
    "lines.linewidth": 1.5,
    "lines.markersize": 6.0,
    "axes.grid": False,
}


class Settings(dict):
    """`plt.rcParams`: of its settings, those of USUAL are kept."""

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
        """Sets several settings. Raises for each what setting it alone would raise."""
        for name, value in {**dict(changes), **more}.items():
            self[name] = value

    def size(self):
        """The size that somebody chose for all figures, or None."""
        size = self["figure.figsize"]
        return None if size == USUAL["figure.figsize"] else size


class Style:
    """`plt.style`: there is one, the page's."""

    available = ["default"]

    def use(self, name):
        """Accepts the default style and refuses every other."""
        if name not in ("default", "classic_page"):
            raise unsupported(
                f"plt.style.use({name!r})", "Pictures here have the style of the page. Leave the line out."
            )


rcParams = Settings()
style = Style()


def rcdefaults():
    """Sets everything back to what is usual."""
    rcParams.update(USUAL)
