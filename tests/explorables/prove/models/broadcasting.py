"""The shape of a sum and of its mean, as NumPy makes them."""

import numpy as np

SHAPES = {"three": (3,), "four": (4,), "row": (1, 3), "column": (4, 1)}
AXES = {"first": 0, "second": 1, "all": None}


class Model:
    def __init__(self, state, _last_step):
        self.a = np.zeros((round_half_up(state["rows"]), round_half_up(state["columns"])))
        self.b = np.zeros(SHAPES[state["b"]])
        try:
            self.total = self.a + self.b
            self.mean = self.total.mean(axis=AXES[state["axis"]])
        except ValueError:
            self.total = self.mean = None

    def readouts(self, _step):
        total = "none" if self.total is None else str(self.total.shape)
        mean = "none" if self.mean is None else str(np.shape(self.mean)).replace("()", "one number")
        return [str(self.a.shape), str(self.b.shape), total, mean]

    def row(self, index):
        shapes = [self.a.shape, self.b.shape, None if self.total is None else self.total.shape]
        return [["last", "before it"][index], *(place(shape, index) for shape in shapes)]


def place(shape, index):
    """The size in a place, counted from the right."""
    if shape is None:
        return "none"
    return str(shape[-1 - index]) if index < len(shape) else "missing"


def round_half_up(size):
    """A link can bring sizes between whole numbers."""
    return int(np.floor(size + 0.5))
