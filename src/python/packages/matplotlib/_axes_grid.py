"""The array of pictures that `subplots` returns."""


class AxesGrid:
    """The pictures of `subplots`, like a NumPy array of them: `axes[0]`, `axes[0, 1]`, `axes.flat`, …"""

    def __init__(self, items, shape):
        self._items, self.shape = items, shape

    def squeezed(self):
        """The grid without axes of length 1; its only Axes if nothing is left."""
        shape = tuple(count for count in self.shape if count > 1)
        return AxesGrid(self._items, shape) if shape else self._items[0]

    @property
    def ndim(self):
        """The number of axes of the grid."""
        return len(self.shape)

    @property
    def size(self):
        """The number of Axes."""
        return len(self._items)

    @property
    def flat(self):
        """All Axes, row after row."""
        return iter(self._items)

    @property
    def T(self):
        """The grid with rows and columns exchanged."""
        if self.ndim < 2:
            return self
        rows, columns = self.shape
        return AxesGrid([self._items[r * columns + c] for c in range(columns) for r in range(rows)], (columns, rows))

    def ravel(self):
        """The grid as one row."""
        return AxesGrid(self._items, (len(self._items),))

    flatten = ravel

    def __getattr__(self, name):
        first = "axes[0]" if self.ndim == 1 else "axes[0, 0]"
        raise AttributeError(
            f"an array of Axes has no attribute {name!r}: choose one of its {self.size} pictures, as in {first}.{name}"
        )

    def tolist(self):
        """The Axes as nested lists."""
        return list(self._items) if self.ndim == 1 else [row.tolist() for row in self]

    def __len__(self):
        return self.shape[0]

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        if len(keys) > self.ndim:
            raise IndexError(
                f"too many indices for array: array is {self.ndim}-dimensional, but {len(keys)} were indexed"
            )
        table = [[i] for i in range(self.size)] if self.ndim == 1 else _table(self.shape)
        rows = _pick(range(len(table)), keys[0])
        if self.ndim == 1:
            return (
                self._items[rows] if isinstance(rows, int) else AxesGrid([self._items[i] for i in rows], (len(rows),))
            )
        columns = _pick(range(self.shape[1]), keys[1] if len(keys) > 1 else slice(None), 1)
        chosen = [[table[r][c] for c in _listed(columns)] for r in _listed(rows)]
        items = [self._items[i] for row in chosen for i in row]
        if isinstance(rows, int) and isinstance(columns, int):
            return items[0]
        shape = (len(items),) if isinstance(rows, int) or isinstance(columns, int) else (len(rows), len(columns))
        return AxesGrid(items, shape)

    def __repr__(self):
        return f"<{' by '.join(map(str, self.shape))} array of Axes>"


def _table(shape):
    return [[row * shape[1] + column for column in range(shape[1])] for row in range(shape[0])]


def _pick(places, key, axis=0):
    if isinstance(key, slice):
        return list(places[key])
    try:
        return places[key]
    except IndexError:
        raise IndexError(f"index {key} is out of bounds for axis {axis} with size {len(places)}") from None


def _listed(places):
    return [places] if isinstance(places, int) else places
