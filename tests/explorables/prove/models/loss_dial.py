"""Four parcels, and the mean squared error of w euros per kilogram."""

import numpy as np
from judge import rounded

KILOGRAMS = np.array([1.0, 2.0, 3.0, 4.0])
PRICES = np.array([2.1, 3.9, 6.2, 7.8])


class Model:
    def __init__(self, state, _last_step):
        self.predictions = state["w"] * KILOGRAMS
        self.errors = self.predictions - PRICES
        self.loss = np.mean(self.errors**2)
        self.slope = np.mean(2 * self.errors * KILOGRAMS)
        # At the bottom the terms cancel, and a float leaves its last bits.
        if abs(self.slope) < 1e-11:
            self.slope = 0.0

    def readouts(self, _step):
        return [
            rounded(self.loss, [30]),
            rounded(self.slope, [60]),
            rounded(np.abs(self.errors).max(), [8]),
        ]

    def row(self, index):
        shown = [PRICES[index], self.predictions[index], self.errors[index]]
        return [str(index + 1), *(rounded(value, [12]) for value in shown)]
