"""The rate of x·y + k·x for x, measured between the ends of the nudge and not added up."""

import numpy as np
from judge import rounded


class Model:
    def __init__(self, state, _last_step):
        self.x = np.array([state["x"], state["x"] + state["nudge"]])
        self.y, self.k = state["y"], state["k"]
        self.u, self.v = self.x * self.y, self.k * self.x
        self.out = self.u + self.v

    def readouts(self, _step):
        moved = np.diff(self.out)[0]
        rate = moved / np.diff(self.x)[0]
        shown = [self.y, self.k, rate, moved]
        return [rounded(value, [300], decimals=2) for value in shown]

    def row(self, index):
        values = [self.x, self.u, self.v, self.out][index]
        name = ["x", "x · y", "k · x", "sum"][index]
        return [name, *(rounded(value, [30], decimals=2) for value in (*values, np.diff(values)[0]))]
