"""The rate of a surface in a direction: the gradient times a unit vector."""

import numpy as np
from judge import EPSILON, Number, rounded

SIGNS = {"bowl": 3.0, "saddle": -1.0}


class Model:
    def __init__(self, state, _last_step):
        self.at, self.angle = state["at"], state["angle"]
        x, y = self.at
        self.weight = SIGNS[state["f"]]
        self.gradient = np.array([2 * x, 2 * self.weight * y])
        self.length = float(np.hypot(*self.gradient))

    def rate(self, angle):
        turned = np.radians(angle)
        value = float(self.gradient @ np.array([np.cos(turned), np.sin(turned)]))
        # Products that cancel leave noise, which counts as nothing.
        return Number(value, 64 * EPSILON * self.length)

    def readouts(self, _step):
        turned = np.radians(self.angle)
        unit = [Number(value, 16 * EPSILON) for value in (np.cos(turned), np.sin(turned))]
        rate = self.rate(self.angle)
        height = self.at[0] ** 2 + abs(self.weight) * self.at[1] ** 2
        by_nudge = Number(rate.value, rate.error + 64 * EPSILON * (height / 1e-5 + self.length / 1e-5 + 1e-5))
        return [unit, by_nudge, rate, rounded(self.length)]

    def row(self, index):
        angle = 45 * index
        names = "east north-east north north-west west south-west south south-east".split()
        if self.length == 0:
            return [f"{names[index]}, {angle}°", self.rate(angle), "none"]
        uphill = np.degrees(np.arctan2(self.gradient[1], self.gradient[0]))
        off = abs((angle - uphill + 180) % 360 - 180)
        return [f"{names[index]}, {angle}°", self.rate(angle), Number(off, 1e-11)]
