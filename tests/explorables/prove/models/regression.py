"""A line trained on points by gradient descent on the mean squared error."""

import numpy as np
from judge import EPSILON, Number, measured
from models.project import project
from models.walk import NEIGHBOURS


class Model:
    def __init__(self, state, last_step):
        if state["data"] == "three":
            self.x, self.y = np.array(state["points"], float).T
        else:
            self.x, self.y = project()
        self.rate = state["rate"]
        self.places = np.empty((last_step + 2, 2, 3))
        self.places[0] = np.outer(state["line"], NEIGHBOURS)
        with np.errstate(all="ignore"):
            for step in range(last_step + 1):
                slopes = self.slopes(self.places[step])
                self.places[step + 1] = self.places[step] - self.rate * NEIGHBOURS[[0, 2, 1]] * slopes
        sizes = np.hypot(*self.places[: last_step + 1, :, 0].T)
        self.faults = []
        if last_step < 200 and not sizes[-1] > 1e6 * (1 - 1e-6):
            at_rest = np.hypot(*self.slopes(self.places[last_step])[:, 0]) < 1e-9
            self.faults = [] if at_rest else ["the training stops without a reason"]

    def errors(self, place):
        m, b = place
        return np.outer(self.x, m) + b - self.y[:, None]

    def slopes(self, place):
        errors = self.errors(place)
        return np.array([2 * (errors * self.x[:, None]).mean(axis=0), 2 * errors.mean(axis=0)])

    def noise(self, step):
        """What a float leaves of slopes that cancel."""
        size = np.abs(self.places[step]).max() * (1 + np.abs(self.x).max()) + np.abs(self.y).max()
        return 64 * EPSILON * size * (1 + np.abs(self.x).max())

    def numbers(self, step):
        place = self.places[step]
        loss = measured((self.errors(place) ** 2).mean(axis=0))
        slopes = [measured(slope) for slope in self.slopes(place)]
        noise = self.noise(step)
        for slope in slopes:
            slope.error += noise
        line = [measured(number) for number in place]
        for number in line:
            number.error += noise * self.rate * (step > 0)
        loss.error += noise * (np.sqrt(loss.value) + noise)
        return line, loss, slopes

    def least(self):
        spread = self.x.max() - self.x.min()
        if spread == 0:
            return [Number(((self.y - self.y.mean()) ** 2).mean(), 1e-13), "on a whole line"]
        if spread < 1e-3:
            return "not computed"
        rows = np.stack([self.x, np.ones_like(self.x)], axis=1)
        best = np.linalg.lstsq(rows, self.y, rcond=None)[0]
        # A minimum hardly moves with the line; it is the square of the error of the line that counts.
        off = EPSILON * 1e3 / spread**2
        return Number(((rows @ best - self.y) ** 2).mean(), 1e-13 + (off * (1 + np.abs(self.y).max())) ** 2)

    def readouts(self, step):
        line, loss, slopes = self.numbers(step)
        following = [measured(number) for number in self.places[step + 1]]
        for number in following:
            number.error += self.noise(step) * self.rate
        least = self.least()
        return [line, loss, *slopes, following, least[:1] if isinstance(least, list) else least]

    def row(self, step):
        line, loss, slopes = self.numbers(step)
        return [str(step), *line, loss, *slopes]
