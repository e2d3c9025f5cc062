"""A product of equal factors: NumPy's power, and the slope of tanh as 1 / cosh²."""

import numpy as np
from judge import rounded


class Model:
    def __init__(self, state, last_step):
        slope = {"none": 1.0, "tanh": 1 / np.cosh(1.0) ** 2, "sigmoid": 0.25}[state["bend"]]
        self.factor = state["weight"] * slope
        self.depth = int(np.floor(state["depth"] + 0.5))

    def after(self, layers):
        rate = np.power(self.factor, float(layers))
        # Each factor has an error of its own, and there are up to fifty.
        return rounded(rate, [10 * rate])

    def readouts(self, _step):
        return [rounded(self.factor, decimals=4), str(self.depth), self.after(self.depth)]

    def row(self, index):
        return [str(index), self.after(index)]
