"""Gradient descent in a valley with the curvatures 2 and 2 * condition: each coordinate has a factor of its own."""

from math import floor, log10

from judge import EPSILON, Number, rounded


class Model:
    def __init__(self, state, last_step):
        self.curvatures = (2.0, 2.0 * state["condition"])
        flat, steep = self.curvatures
        self.rate = {"best": 2 / (flat + steep), "cautious": 1 / steep, "own": state["rate"]}[state["choose"]]
        self.start = state["start"]
        self.last = last_step
        self.factors = [1 - self.rate * curvature for curvature in self.curvatures]

    def coordinate(self, axis, step):
        factor, start = self.factors[axis], self.start[axis]
        if start == 0:
            return Number(0)
        off = 8 * EPSILON * (1 + self.rate * self.curvatures[axis])
        try:
            value = start * factor**step
            error = abs(start) * step * (abs(factor) + off) ** max(step - 1, 0) * off
        except OverflowError:
            value, error = float("inf"), 0
        return Number(value, error + 8 * EPSILON * abs(value))

    def is_near(self, step):
        """Whether both numbers are within a millionth; None if a float cannot tell."""
        places = [self.coordinate(axis, step) for axis in (0, 1)]
        if all(abs(place.value) + place.error <= 1e-6 for place in places):
            return True
        return False if any(abs(place.value) - place.error > 1e-6 for place in places) else None

    def steps_needed(self):
        arrived = self.is_near(self.last)
        if arrived:
            return str(self.last) if self.last == 0 or self.is_near(self.last - 1) is False else None
        if arrived is None:
            return None
        # A coordinate whose factor makes nothing smaller never comes near.
        stays = [
            abs(factor) >= 1 and abs(self.coordinate(axis, self.last).value) > 1e-6
            for axis, factor in enumerate(self.factors)
        ]
        return "never" if any(stays) else "more than 5000"

    def places(self, step):
        x, y = (self.coordinate(axis, step) for axis in (0, 1))
        flat, steep = self.curvatures
        height = flat / 2 * x.value**2 + steep / 2 * y.value**2
        error = flat * abs(x.value) * x.error + steep * abs(y.value) * y.error
        error += flat * x.error**2 + steep * y.error**2
        return [x, y, Number(height, error + 16 * EPSILON * height)]

    def readouts(self, step):
        rate = rounded(self.rate, unit=10.0 ** (floor(log10(self.rate)) - 3))
        return [self.steps_needed(), rate, *self.places(step)]

    def row(self, step):
        return [str(step), *self.places(step)]
