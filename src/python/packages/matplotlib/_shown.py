"""The figures that are to be shown, as plain JSON data."""

_shown = []


def show(figure):
    """Puts the figure as it is now among those to be shown, unless it was and has not changed since."""
    if not figure.axes:
        return
    data = figure.record()
    if data != figure.shown:
        figure.shown = data
        _shown.append(data)


def take_shown():
    """The data of the figures that were shown, in order, which are then forgotten."""
    taken = list(_shown)
    _shown.clear()
    return taken
