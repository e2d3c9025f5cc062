"""One neuron of tanh: the rates of its squared error by the derivative 1 / cosh², not by the chain of the explorable."""

import numpy as np
from judge import rounded


class Model:
    def __init__(self, state, _last_step):
        self.values = np.array([state["w1"], state["w2"], state["b"]])
        self.inputs = np.array([state["x1"], state["x2"], 1.0])
        terms = self.values * self.inputs
        z = terms.sum()
        # Terms that cancel leave their last bits.
        z = 0.0 if abs(z) <= 1e-15 * np.abs(terms).sum() else z
        error = np.tanh(z) - 0.6
        self.loss = error**2
        self.at_sum = 2 * error / np.cosh(z) ** 2
        self.rates = self.at_sum * self.inputs

    def readouts(self, _step):
        # The sum has an error of its terms, and each rate has it too.
        return [rounded(self.loss, [8]), *(rounded(rate, [20]) for rate in self.rates)]

    def row(self, index):
        name = ["w1", "w2", "b"][index]
        shown = [self.at_sum, self.inputs[index], self.rates[index]]
        return [name, rounded(self.values[index]), *(rounded(value, [20]) for value in shown)]
