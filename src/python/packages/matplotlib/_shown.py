"""The figures that are to be shown, as plain JSON data."""

_shown = []


def show(figure):
    """Adds the figure as it is now to those to be shown, unless it was already shown and has not changed since."""
    if not figure.axes:
        return
    data = figure.record()
    if data != figure.shown:
        figure.shown = data
        _shown.append(data)


def take_shown():
    """Return the data of the shown figures, in order, and forget them."""
    taken = list(_shown)
    _shown.clear()
    return taken
