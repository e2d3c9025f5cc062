"""Sum, dot product, lengths and angle of two vectors of the plane."""

import numpy as np
from judge import EPSILON, Number, rounded


class Model:
    def __init__(self, state, _last_step):
        self.a, self.b = np.array(state["a"], dtype=float), np.array(state["b"], dtype=float)

    def angle(self):
        """As complex numbers, one divided by the other turns by the angle between them."""
        if not self.a.any() or not self.b.any():
            return "none"
        # Numbers of ordinary size first: the smallest floats have hardly a digit to divide.
        a, b = (complex(*(v / np.abs(v).max())) for v in (self.a, self.b))
        return Number(abs(np.degrees(np.angle(b * a.conjugate()))), 1e-12)

    def readouts(self, _step):
        dot = Number(self.a @ self.b, 8 * EPSILON * np.abs(self.a) @ np.abs(self.b))
        return [dot, self.angle(), [rounded(value, [4], decimals=2) for value in self.a + self.b]]

    def row(self, index):
        arrow = [self.a, self.b, self.a + self.b][index]
        cells = [rounded(value, [4], decimals=2) for value in arrow]
        return [["a", "b", "a + b"][index], *cells, rounded(np.hypot(*arrow), [4])]
