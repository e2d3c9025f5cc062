"""Values forwards and rates backwards through a chain of functions."""

import math

from judge import EPSILON, Number, rounded

LINKS = {
    "double": (lambda x: 2 * x, lambda x: 2.0),
    "add 3": (lambda x: x + 3, lambda x: 1.0),
    "3u + 1": (lambda x: 3 * x + 1, lambda x: 3.0),
    "square": (lambda x: x**2, lambda x: 2 * x),
    "sine": (math.sin, math.cos),
    "exp": (math.exp, math.exp),
}
CHAINS = {
    "steps": ["double", "add 3", "square"],
    "line": ["3u + 1", "square"],
    "wave": ["square", "sine"],
    "growth": ["double", "exp"],
}


def gear(ratio):
    """A gear that turns so many times as far as the one before."""
    return f"× {ratio:g}", (lambda x: ratio * x, lambda x: ratio)


class Model:
    def __init__(self, state, _last_step):
        if state["chain"] == "gears":
            links = [gear(state["second"]), gear(state["third"])]
        else:
            links = [(name, LINKS[name]) for name in CHAINS[state["chain"]]]
        self.names = [name for name, _ in links]
        self.values = [state["x"]]
        for _, (function, _) in links:
            self.values.append(function(self.values[-1]))
        self.slopes = [slope(value) for (_, (_, slope)), value in zip(links, self.values)]
        self.rates = [math.prod(self.slopes[i:]) for i in range(len(links) + 1)]

    def number(self, value):
        return rounded(value, [9], decimals=2)

    def readouts(self, step):
        count = len(self.names)
        done = step == 2 * count
        # The central difference has a rounding error over h = 1e-5, and the third derivative times h².
        size = 10 + abs(self.values[-1])
        near = Number(self.rates[0], 64 * EPSILON * size / 1e-5 + 1e-10 * 300 * size, decimals=2)
        return [
            self.number(self.values[0]),
            self.number(self.values[-1]) if step >= count else "?",
            self.number(self.rates[0]) if done else "?",
            near if done else "?",
        ]

    def row(self, step):
        count = len(self.names)
        if step <= count:
            name = "input" if step == 0 else None
            return [str(step), name, "–", self.number(self.values[step])]
        i = 2 * count - step
        return [str(step), None, self.number(self.slopes[i]), self.number(self.rates[i])]
