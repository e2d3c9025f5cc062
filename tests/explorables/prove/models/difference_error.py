"""The error of a difference quotient, and what the method and rounding make of it."""

import numpy as np
from judge import EPSILON, Number, rounded

# value, slope, second and third derivative, and where they are measured
FUNCTIONS = {
    "cube": (lambda x: x * x * x, lambda x: 3 * x * x, lambda x: 6 * x, lambda x: 6 + 0 * x, 1 + np.arange(51) / 50),
    "sine": (np.sin, np.cos, lambda x: -np.sin(x), lambda x: -np.cos(x), np.array([1.0])),
    "exponential": (np.exp, np.exp, np.exp, np.exp, np.array([1.0])),
}


class Model:
    def __init__(self, state, _last_step):
        self.f, self.slope, self.second, self.third, self.x = FUNCTIONS[state["f"]]
        self.method, self.h = state["method"], state["h"]
        self.size = np.abs(self.f(self.x)).max()
        self.is_elementary = state["f"] != "cube"

    def error(self, method, h):
        x = self.x
        if method == "forward":
            measured = (self.f(x + h) - self.f(x)) / h
        else:
            measured = (self.f(x + h) - self.f(x - h)) / (2 * h)
        off = np.abs(measured - self.slope(x)).max()
        # Products are the same in every language; the last digit of a sine is not, and it is divided by h.
        noise = 4 * EPSILON * self.size * (1 + 1 / h) if self.is_elementary else 4 * EPSILON * 12
        return Number(off, noise)

    def readouts(self, _step):
        h = self.h
        bend = np.abs(self.second(self.x)).max() if self.method == "forward" else np.abs(self.third(self.x)).max()
        by_method = h / 2 * bend if self.method == "forward" else h * h / 6 * bend
        return [rounded(h), self.error(self.method, h), rounded(by_method), rounded(EPSILON * self.size / h)]

    def row(self, index):
        h = float(f"1e-{index + 1}")
        return [rounded(h), self.error("forward", h), self.error("central", h)]
