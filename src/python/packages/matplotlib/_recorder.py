"""The figures of a program: the open ones, the current one, and those to be shown."""

from ._figure import Figure
from ._settings import rcParams
from ._shown import show, take_shown

_open = {}
_current = None


def new_figure(number=None, size=None):
    """A new figure, or the open one with this number or name; it becomes the current one."""
    global _current
    key = number if number is not None else max((n for n in _open if isinstance(n, int)), default=0) + 1
    if isinstance(key, Figure):
        key = key.number
    if key not in _open:
        _open[key] = Figure(key, size or rcParams.size())
    _current = key
    return _open[key]


def current_figure():
    """The current figure; a new one if there is none."""
    return _open[_current] if _current in _open else new_figure()


def open_figures():
    """The numbers and names of the open figures."""
    return list(_open)


def close(which=None):
    """Closes a figure, by default the current one, or all with 'all'. One that was not shown yet is never shown."""
    global _current
    if which == "all":
        _open.clear()
    elif which is None:
        _open.pop(_current, None)
    else:
        _open.pop(which.number if isinstance(which, Figure) else which, None)
    _current = next(reversed(_open), None) if _current not in _open else _current


def show_all():
    """Shows all open figures and closes them, as if the reader had closed their windows."""
    figures = list(_open.values())
    close("all")
    for figure in figures:
        show(figure)


def take_figures():
    """Return the shown and the still open figures, in order, as plain JSON data, and forget them."""
    try:
        show_all()
    finally:
        taken = take_shown()
    return taken
