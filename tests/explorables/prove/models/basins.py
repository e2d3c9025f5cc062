"""Where gradient descent on a quartic with two valleys ends."""

import numpy as np
from judge import measured
from models.walk import noise_of, stops_rightly, walk

CURVES = {
    "even": np.polynomial.Polynomial([2, 0, -3, 0, 1]),
    "tilted": np.polynomial.Polynomial([2, 0.5, -3, 0, 1]),
}
ENDS = {
    "left": "in the left valley",
    "right": "in the right valley",
    "moving": "still moving",
    "gone": "nowhere: it diverges",
    "hill": "on top of the hill",
}


class Model:
    def __init__(self, state, last_step):
        self.curve = CURVES[state["curve"]]
        self.rate = state["rate"]
        with np.errstate(all="ignore"):
            self.x = walk(self.curve.deriv(), state["start"], self.rate, last_step)
            self.height, self.slope = self.curve(self.x), self.curve.deriv()(self.x)
            self.next = self.x - self.rate * self.slope
            self.noise = [noise_of(one, self.x[:, 0]) for one in (self.curve, self.curve.deriv())]
        self.faults = stops_rightly(self.x, self.slope, last_step, 200)

    def ending(self):
        """In words; None where a float cannot follow the walk to its end."""
        told = {self.ends(x) for x in self.x[-1]}
        return ENDS[told.pop()] if len(told) == 1 else None

    def ends(self, x):
        if not abs(x) <= 1e6:
            return "gone"
        slope, bend = self.curve.deriv()(x), self.curve.deriv(2)(x)
        if slope == 0 and bend < 0:
            return "hill"
        # Between the two places where the curve bends neither way lies the hill.
        beyond = abs(x) > np.sqrt(0.5)
        return ("left" if x < 0 else "right") if beyond and abs(slope) < 0.5 and abs(x) < 2 else "moving"

    def numbers(self, step):
        height, slope = (noise[step] for noise in self.noise)
        return [
            measured(self.x[step], self.rate * slope),
            measured(self.height[step], height),
            measured(self.slope[step], slope),
        ]

    def readouts(self, step):
        following = measured(self.next[step], self.rate * self.noise[1][step])
        return [*self.numbers(step), following, self.ending()]

    def row(self, step):
        return [str(step), *self.numbers(step)]
