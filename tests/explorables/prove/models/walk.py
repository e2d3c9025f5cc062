"""Runs of gradient descent, each with neighbours that tell its error."""

import numpy as np

#: What a start and a rate are multiplied by, run by run: the run itself, and its neighbours.
NEIGHBOURS = np.array([1.0, 1.0 + 1e-13, 1.0 - 1e-13])


def walk(slope, start, rate, steps):
    """Positions of all steps, one column for each neighbour."""
    x = start * NEIGHBOURS
    rates = rate * NEIGHBOURS[[0, 2, 1]]
    path = np.empty((steps + 1, 3))
    path[0] = x
    with np.errstate(all="ignore"):
        for step in range(steps):
            x = x - rates * slope(x)
            path[step + 1] = x
    return path


def noise_of(curve, x):
    """What rounding leaves of a polynomial whose terms cancel."""
    sizes = np.polynomial.Polynomial(np.abs(curve.coef))
    return 16 * np.finfo(float).eps * sizes(np.abs(x))


def stops_rightly(position, slope, last_step, most, limit=1e6):
    """What is wrong with the last step of a run in one dimension, if anything."""
    sizes = np.abs(position[:, 0])
    if (sizes[:-1] > limit * (1 + 1e-6)).any():
        return ["the run goes on although it is beyond its limit"]
    at_rest = np.abs(slope[-1, 0]) <= 1e-9
    if last_step < most and not (sizes[-1] > limit * (1 - 1e-6) or at_rest or not np.isfinite(sizes[-1])):
        return [f"the run stops at step {last_step} without a reason"]
    return []
