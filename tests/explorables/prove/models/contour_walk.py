"""A straight way over a surface of squares: heights, and slopes as the gradient times the direction."""

import numpy as np
from judge import rounded

SQUARES = {"bowl": np.array([1.0, 3.0]), "saddle": np.array([1.0, -1.0])}


class Model:
    def __init__(self, state, _last_step):
        self.squares = SQUARES[state["f"]]
        self.start, self.end = np.array(state["from"]), np.array(state["to"])
        self.way = self.end - self.start
        self.length = np.hypot(*self.way)

    def height(self, place):
        return self.squares @ place**2

    def slope(self, place):
        if self.length < 1e-9:
            return "none"
        terms = 2 * self.squares * place * self.way / self.length
        return rounded(terms.sum(), [60])

    def readouts(self, _step):
        heights = [rounded(self.height(place), [30]) for place in (self.start, self.end)]
        return [*heights, self.slope(self.start), self.slope(self.end)]

    def row(self, index):
        place = self.start + index / 4 * self.way
        name = ["A", "a quarter", "half", "three quarters", "B"][index]
        return [name, rounded(index / 4 * self.length, [8]), rounded(self.height(place), [60])]
