"""Difference quotients of the formulas that are offered and of some that are awkward, and their derivatives by hand."""

import numpy as np
from judge import EPSILON, Number, rounded

E, PI = np.e, np.pi
FORMULAS = {
    "x**2": (lambda x: x * x, lambda x: 2 * x),
    "x**3 - 3*x": (lambda x: x**3 - 3 * x, lambda x: 3 * x**2 - 3),
    "sin(x)": (np.sin, np.cos),
    "exp(x)": (np.exp, np.exp),
    "abs(x)": (np.abs, lambda x: x / np.abs(x)),
    "1/x": (lambda x: 1 / x, lambda x: -1 / x**2),
    "1/x^2": (lambda x: 1 / x**2, lambda x: -2 / x**3),
    "sqrt(x)": (np.sqrt, lambda x: 0.5 / np.sqrt(x)),
    "log(x)": (np.log, lambda x: 1 / x),
    "tan(x)": (np.tan, lambda x: 1 / np.cos(x) ** 2),
    "x^x": (lambda x: x**x, lambda x: x**x * (np.log(x) + 1)),
    "sqrt(-1 - x^2)": (lambda x: np.sqrt(-1 - x**2), lambda x: np.nan * x),
    "abs(x)^0.5": (lambda x: np.abs(x) ** 0.5, lambda x: 0.5 * np.sign(x) / np.sqrt(np.abs(x))),
    "5": (lambda x: 5.0 + 0 * x, lambda x: 0 * x),
    "exp(exp(x))": (lambda x: np.exp(np.exp(x)), lambda x: np.exp(np.exp(x)) * np.exp(x)),
    "-x^4 + 1e3": (lambda x: -(x**4) + 1e3, lambda x: -4 * x**3),
    "2 x": (lambda x: 2 * x, lambda x: 2 + 0 * x),
    "pi*e": (lambda x: PI * E + 0 * x, lambda x: 0 * x),
    "1/0": (lambda x: np.nan * x, lambda x: np.nan * x),
    "x/abs(x)": (lambda x: x / np.abs(x), lambda x: 0 * x / np.abs(x)),
    "tanh(10*x)": (lambda x: np.tanh(10 * x), lambda x: 10 / np.cosh(10 * x) ** 2),
    "1e-9*x": (lambda x: 1e-9 * x, lambda x: 1e-9 + 0 * x),
    "x^(1/3)": (lambda x: x ** (1 / 3), lambda x: x ** (-2 / 3) / 3),
}


class Model:
    def __init__(self, state, _last_step):
        self.f, self.derivative = FORMULAS[state["f"]]
        self.x, self.h = np.float64(state["x"]), state["h"]
        with np.errstate(all="ignore"):
            self.y = self.f(self.x)
            self.exact = self.derivative(self.x) if np.isfinite(self.y) else np.nan

    def nudge(self, step):
        """A tenth in ten steps; between the tenths to three digits."""
        shrunk = self.h * 10.0 ** (-step / 10)
        return shrunk if step % 10 == 0 else float(f"{shrunk:.3g}")

    def change(self, h):
        with np.errstate(all="ignore"):
            there = self.f(self.x + h)
            # The place is rounded as well, and a steep curve makes more of that.
            steep = np.abs(self.derivative(self.x + h))
            around = np.abs(self.x) * (steep if np.isfinite(steep) else 0)
            error = (
                8 * EPSILON * (np.abs(there) * (1 + np.abs(np.log(np.abs(there) + 1e-300))) + np.abs(self.y) + around)
            )
            return Number(there - self.y, error)

    def slope(self, h):
        change = self.change(h)
        return Number(change.value / h, change.error / abs(h))

    def readouts(self, step):
        h = self.nudge(step)
        exact = rounded(self.exact, [1]) if np.isfinite(self.exact) else Number(np.nan)
        by_rules = None if self.x == 0 else exact
        return [
            rounded(h, unit=10.0 ** (np.floor(np.log10(h)) - 5)),
            self.change(h),
            self.slope(h),
            self.slope(-h),
            by_rules,
        ]

    def row(self, step):
        h = self.nudge(step)
        return [rounded(h, unit=10.0 ** (np.floor(np.log10(h)) - 5)), self.slope(h), self.slope(-h)]
