"""Gradient descent on a curve: x - rate * slope."""

import numpy as np
from judge import measured
from models.walk import noise_of, stops_rightly, walk

CURVES = {
    "square": np.polynomial.Polynomial([0, 0, 1]),
    "quartic": np.polynomial.Polynomial([2, 0, -3, 0, 1]),
    "tilted": np.polynomial.Polynomial([2, 1, -3, 0, 1]),
}


class Model:
    def __init__(self, state, last_step):
        curve = CURVES[state["curve"]]
        self.rate = state["rate"]
        with np.errstate(all="ignore"):
            self.x = walk(curve.deriv(), state["start"], self.rate, last_step)
            self.height, self.slope = curve(self.x), curve.deriv()(self.x)
            self.noise = [noise_of(one, self.x[:, 0]) for one in (curve, curve.deriv())]
        self.faults = stops_rightly(self.x, self.slope, last_step, 100)

    def place(self, step):
        # What rounding adds to a step.
        return measured(self.x[step], self.rate * self.noise[1][step])

    def heading(self, step):
        return measured(self.slope[step], self.noise[1][step])

    def move(self, step):
        return measured(-self.rate * self.slope[step], self.rate * self.noise[1][step])

    def readouts(self, step):
        height = measured(self.height[step], self.noise[0][step])
        return [self.place(step), height, self.heading(step), self.move(step)]

    def row(self, step):
        return [str(step), self.place(step), self.heading(step), self.move(step)]
