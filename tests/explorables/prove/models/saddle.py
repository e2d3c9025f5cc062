"""Gradient descent on x² − y²: x is multiplied by 1 − 2 rate, y by 1 + 2 rate."""

from math import hypot

from judge import EPSILON, Number


class Model:
    def __init__(self, state, last_step):
        offset = 0.0 if state["ridge"] else 10.0 ** state["offset"]
        self.start = (1.0, offset)
        self.factors = (1 - 2 * state["rate"], 1 + 2 * state["rate"])
        self.last = last_step

    def coordinate(self, axis, step):
        factor, start = self.factors[axis], self.start[axis]
        if start == 0:
            return Number(0)
        off = 16 * EPSILON * max(1, abs(factor))
        try:
            value = start * factor**step
        except OverflowError:
            return Number(float("inf"))
        # A power of ten in between is an elementary function.
        error = start * step * (abs(factor) + off) ** max(step - 1, 0) * off + 8 * EPSILON * abs(value)
        return Number(value, error)

    def places(self, step):
        x, y = (self.coordinate(axis, step) for axis in (0, 1))
        return [x, y, Number(2 * hypot(x.value, y.value), 2 * (x.error + y.error))]

    def leaves(self):
        if self.start[1] == 0:
            return "never"
        for step in range(1001):
            y = self.coordinate(1, step)
            if abs(y.value - 1) <= y.error:
                return None
            if y.value > 1:
                return f"step {step}"
        return "not within 1000"

    def readouts(self, step):
        return [*self.places(step), self.leaves()]

    def row(self, step):
        return [str(step), *self.places(step)]
