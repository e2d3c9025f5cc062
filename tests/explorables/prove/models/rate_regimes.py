"""On a parabola, every step multiplies the offset by 1 - rate * curvature."""

from judge import EPSILON, Number, rounded


class Model:
    def __init__(self, state, _last_step):
        self.product = state["rate"] * state["curvature"]
        self.factor = 1 - self.product

    def offset(self, step):
        off = 8 * EPSILON * (1 + self.product)
        around = abs(self.factor) + off
        return Number(4 * self.factor**step, 4 * step * around ** max(step - 1, 0) * off)

    def readouts(self, step):
        exact = [rounded(value, [1, self.product], decimals=12) for value in (self.product, self.factor)]
        return [*exact, self.offset(step), self.offset(step + 1)]

    def row(self, step):
        return [str(step), self.offset(step), self.offset(step + 1)]
