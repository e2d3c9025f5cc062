"""Plain descent, momentum, RMSProp and Adam in one valley."""

import numpy as np
from judge import measured
from models.walk import NEIGHBOURS

SURFACES = {
    "valley": np.diag([2.0, 50.0]),
    "narrow": np.diag([2.0, 200.0]),
    "turned": np.array([[26.0, -24.0], [-24.0, 26.0]]),
}
START = np.array([3.0, 2.0])


def plain(rate):
    return lambda g, k: rate * g


def momentum(rate):
    velocity = np.zeros((2, 3))

    def move(g, k):
        velocity[:] = 4 / 9 * velocity + g
        return rate * velocity

    return move


def rms_prop(rate):
    square = np.zeros((2, 3))

    def move(g, k):
        square[:] = 0.9 * square + 0.1 * g**2
        return rate * g / (np.sqrt(square) + 1e-8)

    return move


def adam(rate):
    mean, square = np.zeros((2, 3)), np.zeros((2, 3))

    def move(g, k):
        mean[:] = 0.9 * mean + 0.1 * g
        square[:] = 0.999 * square + 0.001 * g**2
        return rate * (mean / (1 - 0.9**k)) / (np.sqrt(square / (1 - 0.999**k)) + 1e-8)

    return move


def run(matrix, move):
    """The larger coordinate at every step, and the step at which it is gone."""
    place = np.outer(START, NEIGHBOURS)
    sizes = [np.abs(place).max(axis=0)]
    for k in range(1, 202):
        place = place - move(matrix @ place, k)
        sizes.append(np.abs(place).max(axis=0))
        if not np.hypot(*place[:, 0]) <= 1e6:
            return sizes, k
    return sizes, None


class Model:
    def __init__(self, state, _last_step):
        matrix = SURFACES[state["surface"]]
        rates = NEIGHBOURS[[0, 2, 1]]
        moves = [
            plain(state["plain"] / 26 * rates),
            momentum(state["momentum"] / 18 * rates),
            rms_prop(state["rms"] * rates),
            adam(state["adam"] * rates),
        ]
        with np.errstate(all="ignore"):
            self.runs = [run(matrix, move) for move in moves]

    def distance(self, sizes, step):
        number = measured(sizes[min(step, len(sizes) - 1)])
        number.error += 1e-14
        return number

    def readouts(self, step):
        return [
            f"diverged at step {gone}" if gone is not None and step >= gone else self.distance(sizes, step)
            for sizes, gone in self.runs
        ]

    def row(self, step):
        return [str(step), *(self.distance(sizes, step) for sizes, _ in self.runs)]
