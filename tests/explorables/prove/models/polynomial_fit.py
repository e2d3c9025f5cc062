"""Polynomials of least squares through twelve points, with ridge, by a QR decomposition and not by the normal equations."""

import numpy as np
from judge import Number

RIDGES = {"none": 0.0, "tiny": 0.001, "small": 0.01, "some": 0.1, "much": 1.0, "huge": 10.0}


def sample(count):
    x = np.random.uniform(-1, 1, count)
    return x, 3 * x**2 - x + 1 + np.random.normal(0, 0.3, count)


def fit(x, y, degree, ridge):
    """The weights from the constant up: rows for the penalty of all but the constant are added to those of the points."""
    penalty = np.sqrt(ridge) * np.eye(degree + 1)[1:]
    rows = np.concatenate([np.vander(x, degree + 1, increasing=True), penalty])
    weights = np.linalg.lstsq(rows, np.concatenate([y, np.zeros(degree)]), rcond=None)[0]
    # The normal equations square the condition of the rows.
    return weights, 8 * np.finfo(float).eps * np.linalg.cond(rows) ** 2 * np.abs(weights).max()


class Model:
    def __init__(self, state, _last_step):
        degree = int(np.floor(state["degree"] + 0.5))
        np.random.seed(int(np.floor(state["seed"] + 0.5)))
        (x, y), (x_test, y_test) = sample(12), sample(200)
        self.fits = []
        for power in range(10):
            weights, off = fit(x, y, power, RIDGES[state["ridge"]])
            errors = []
            for at, wanted in ((x, y), (x_test, y_test)):
                residual = np.vander(at, power + 1, increasing=True) @ weights - wanted
                change = (power + 1) * off
                errors.append(Number((residual**2).mean(), change * (2 * np.abs(residual).mean() + change) + 1e-13))
            self.fits.append((weights, off, *errors))
        self.weights, self.off, self.train, self.test = self.fits[degree]

    def best(self):
        """None where two degrees cannot be told apart."""
        least, second = sorted((test for *_, test in self.fits), key=lambda test: test.value)[:2]
        if second.value - least.value <= second.error + least.error:
            return None
        return f"at degree {[test for *_, test in self.fits].index(least)}"

    def readouts(self, _step):
        return [self.train, self.test, Number(np.abs(self.weights).max(), self.off), self.best()]

    def row(self, power):
        return [str(power), Number(self.weights[power], self.off)]
