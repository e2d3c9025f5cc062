"""Matplotlib's pyplot, as far as this page supports it: a figure is plain data, which the page draws."""

from . import _recorder
from ._axes import Axes as _Axes
from ._colormaps import NAMES as _MAPS, colormap as get_cmap
from ._figure import Figure, _flat_only
from ._missing import missing as _missing
from ._refuse import keywords as _keywords, unsupported as _unsupported
from ._settings import rcParams, style

_SIZE = ("figsize", "dpi", "constrained_layout", "tight_layout", "layout")


def figure(
    num=None, figsize=None, dpi=None, *, layout=None, constrained_layout=None, tight_layout=None, clear=False, **options
):
    """A new figure of `figsize` inches. `dpi` has no effect, since pictures are vector graphics."""
    _keywords(options, "figure", "Figure", ())
    made = _recorder.new_figure(num, figsize)
    if clear:
        made.clear()
    return made


def subplots(nrows=1, ncols=1, *, num=None, **options):
    """A figure with pictures in rows and columns: the figure, and one Axes or an array of them."""
    size = {name: options.pop(name) for name in _SIZE if name in options}
    made = figure(num, **size)
    return made, made.subplots(nrows, ncols, **options)


def subplot(*place, sharex=None, sharey=None, projection=None, polar=False, **options):
    """The picture at (rows, columns, number) of the figure."""
    _keywords(options, "subplot", "Axes", ())
    _flat_only("polar" if polar else projection)
    return gcf().subplot(place, sharex, sharey)


def axes(arg=None, projection=None, **options):
    """The only picture of a figure."""
    _keywords(options, "axes", "Axes", ())
    _flat_only(projection)
    if arg is not None:
        raise _unsupported("axes([left, bottom, width, height])", "Use plt.subplots(rows, columns).")
    return gcf().add_subplot(1, 1, 1)


def gcf():
    """The current figure."""
    return _recorder.current_figure()


def gca():
    """The current Axes."""
    return gcf().gca()


def sca(ax):
    """Makes an Axes the current one."""
    _recorder.new_figure(ax.figure.number)
    ax.figure.sca(ax)


def cla():
    """Removes everything from the current Axes."""
    gca().cla()


def clf():
    """Removes everything from the current figure."""
    gcf().clear()


def delaxes(ax=None):
    """Removes an Axes from the figure, by default the current one."""
    gcf().delaxes(ax or gca())


def close(fig=None):
    """Closes a figure, given as number, name or object, by default the current one; or all with "all"."""
    _recorder.close(fig)


def get_fignums():
    """The numbers of the open figures."""
    return [number for number in _recorder.open_figures() if isinstance(number, int)]


def fignum_exists(num):
    """Whether a figure is open under this number or name."""
    return num in _recorder.open_figures()


def show(*, block=None):
    """Shows the figures that are open, and closes them."""
    _recorder.show_all()


def savefig(*args, **options):
    """Shows the figure. No file is written."""
    gcf().savefig(*args, **options)


def suptitle(t, **options):
    """Sets the title of the figure."""
    gcf().suptitle(t, **options)


def tight_layout(**options):
    """Has no effect: there is always room for the labels."""
    gcf().tight_layout(**options)


def subplots_adjust(**options):
    """Has no effect: the page chooses the space between pictures."""
    gcf().subplots_adjust(**options)


def colorbar(mappable=None, ax=None, **options):
    """Adds a color bar for `mappable`, by default the artist drawn last whose colors depend on values."""
    if mappable is None:
        known = [artist for artist in gca().artists if getattr(artist, "scale", None) or artist.kind == "contours"]
        if not known:
            raise RuntimeError(
                "No mappable was found to use for colorbar creation. First define a mappable such as an image (with "
                "imshow) or a contour set (with contourf)."
            )
        mappable = known[-1]
    return gcf().colorbar(mappable, ax=ax, **options)


def xlim(*args, **options):
    """The limits of the x axis, after setting them if any are given."""
    return gca().set_xlim(*args, **options) if args or options else gca().get_xlim()


def ylim(*args, **options):
    """The limits of the y axis, after setting them if any are given."""
    return gca().set_ylim(*args, **options) if args or options else gca().get_ylim()


def xticks(ticks=None, labels=None, **options):
    """The ticks of the x axis and their labels, after setting them if any are given."""
    return _ticks("x", ticks, labels, options)


def yticks(ticks=None, labels=None, **options):
    """The ticks of the y axis and their labels, after setting them if any are given."""
    return _ticks("y", ticks, labels, options)


def _ticks(letter, ticks, labels, options):
    ax = gca()
    if ticks is None and labels is not None:
        raise TypeError(f"{letter}ticks(): Parameter 'labels' can't be set without setting 'ticks'")
    if ticks is not None:
        getattr(ax, f"set_{letter}ticks")(ticks, labels, **options)
    elif options:
        axis = ax.x_axis if letter == "x" else ax.y_axis
        ax._turn(letter, _keywords(options, f"{letter}ticks", "Text", ("rotation", "horizontalalignment", "fontsize")))
        return axis.tick_places, axis.tick_words
    axis = ax.x_axis if letter == "x" else ax.y_axis
    return axis.tick_places, axis.tick_words


def set_cmap(name):
    """Sets the color map of pictures that are drawn from now on. Raises ValueError for an unknown name."""
    rcParams["image.cmap"] = get_cmap(name).name


def colormaps():
    """The names of the color maps."""
    return sorted(_MAPS)


def ioff():
    """Has no effect: a picture appears when the code has run, or at show()."""


def _of_axes(name, method):
    def call(*args, **options):
        return getattr(gca(), method)(*args, **options)

    call.__name__ = call.__qualname__ = name
    return call


_SAME = (
    "plot scatter semilogy semilogx loglog step stem errorbar axhline axvline hlines vlines bar barh bar_label hist "
    "fill fill_between fill_betweenx axhspan axvspan arrow contour contourf clabel quiver quiverkey imshow matshow "
    "text annotate legend grid axis margins autoscale"
).split()
_SETTERS = {
    "title": "set_title",
    "xlabel": "set_xlabel",
    "ylabel": "set_ylabel",
    "xscale": "set_xscale",
    "yscale": "set_yscale",
}
for _name, _method in [*((name, name) for name in _SAME), *_SETTERS.items()]:
    globals()[_name] = _of_axes(_name, _method)


class _ColorMaps:
    """`plt.cm.viridis` and the others."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return get_cmap(name)

    get_cmap = staticmethod(get_cmap)


cm = _ColorMaps()


def __getattr__(name):
    offered = [each for each in globals() if not each.startswith("_")]
    if hasattr(_Axes, name) and name.removeprefix("set_") not in offered:
        raise AttributeError(f"plt.{name} does not exist: {name} is a method of Axes, as in plt.gca().{name}(...)")
    raise _missing("plt", name, offered, "module 'matplotlib.pyplot'")
