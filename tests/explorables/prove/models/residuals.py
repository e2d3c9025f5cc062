"""Twenty-four points with a pattern, fitted by NumPy's least squares and not by the normal equations."""

import numpy as np
from judge import rounded

NOISE = np.array([8, -6, 7, 6, -7, -6, 5, 4, 2, -8, 0, -4, 0, -5, -8, -2, -6, 0, 4, 3, -3, 4, 3, 9]) / 10
ORDER = np.arange(24)
X = 7 * ORDER % 24


def pattern(data, strength):
    centred = X / 11.5 - 1
    return {
        "a": 1.2 * strength * centred**2,
        "b": 0.0 * X,
        "c": 2.0 * strength * (ORDER == 5),
        "d": 0.9 * strength * np.linspace(-1, 1, 24),
        "e": 0.5 * NOISE * (strength * (centred + 1) - 0.8),
    }[data]


def spread(values):
    return np.linalg.norm(values) / np.sqrt(len(values))


class Model:
    def __init__(self, state, _last_step):
        self.y = 2 + X / 4 + NOISE / 2 + pattern(state["data"], state["strength"])
        columns = np.vander(X, 2 if state["model"] == "line" else 3).astype(float)
        weights = np.linalg.lstsq(columns, self.y, rcond=None)[0]
        self.predicted = columns @ weights
        self.left = self.y - self.predicted

    def readouts(self, _step):
        far = (X < 6) | (X > 17)
        values = [
            spread(self.left),
            np.abs(self.left).max() / spread(self.left),
            self.left[far].mean() - self.left[~far].mean(),
            spread(self.left[X > 11]) / spread(self.left[X < 12]),
            self.left[ORDER > 11].mean() - self.left[ORDER < 12].mean(),
        ]
        # The sums of the normal equations are about a thousand times larger than the points.
        return [rounded(value, [1e4]) for value in values]

    def row(self, index):
        shown = [self.y, self.predicted, self.left]
        return [str(index + 1), str(X[index]), *(rounded(values[index], [1e4]) for values in shown)]
