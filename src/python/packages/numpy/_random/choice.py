"""The checks and results of `choice`, for both kinds of generator."""

import math
import operator
from itertools import accumulate

from .._core.conversion import array, asarray
from .._core.indexing import take
from .._functions.creation import empty
from .._functions.reductions import prod

LEGACY_CHOICE = {
    "not whole": "a must be 1-dimensional or an integer",
    "too small": "a must be greater than 0 unless no samples are taken",
    "empty": "'a' cannot be empty unless no samples are taken",
    "p shape": "'p' must be 1-dimensional",
    "p size": "'a' and 'p' must have same size",
    "p nan": "probabilities contain NaN",
    "p negative": "probabilities are not non-negative",
    "p sum": "probabilities do not sum to 1",
    "too many": "Cannot take a larger sample than population when 'replace=False'",
}
CHOICE = {
    "not whole": "a must be a sequence or an integer, not {}",
    "too small": "a must be a positive integer unless no samples are taken",
    "empty": "a cannot be empty unless no samples are taken",
    "p shape": "p must be 1-dimensional",
    "p size": "a and p must have same size",
    "p nan": "Probabilities contain NaN",
    "p negative": "Probabilities are not non-negative",
    "p sum": "Probabilities do not sum to 1. See Notes section of docstring for more information.",
    "too many": "Cannot take a larger sample than population when replace is False",
}


def population(a, items, size, errors, axis=0):
    """The size of the population of `choice`. Raises ValueError if it is not valid."""
    if items.ndim:
        n, error = items.shape[axis], "empty"
    else:
        try:
            n, error = operator.index(items.item()), "too small"
        except TypeError:
            raise ValueError(errors["not whole"].format(type(a))) from None
    if n <= 0 and (size is None or prod(size) != 0):
        raise ValueError(errors[error])
    return n


def weights(p, n, errors):
    """The probabilities of `choice` as a list, checked."""
    items = asarray(p, dtype=float)
    weights = items.reshape(-1).tolist()
    total = compensated_sum(weights)
    wrong = {
        "p shape": items.ndim != 1,
        "p size": len(weights) != n,
        "p nan": math.isnan(total),
        "p negative": any(weight < 0 for weight in weights),
        "p sum": not abs(total - 1) <= 2.0**-26,
    }
    for error, found in wrong.items():
        if found:
            raise ValueError(errors[error])
    return weights


def compensated_sum(numbers):
    """Kahan's sum."""
    total = lost = 0.0
    for number in numbers:
        added = number - lost
        sum = total + added
        lost = sum - total - added
        total = sum
    return total


def running_shares(weights):
    """The running sums of weights, the last of them 1."""
    sums = list(accumulate(weights))
    return [sum / sums[-1] for sum in sums]


def without_replacement(size, n, weights, source, errors, order):
    """Distinct indices below n in the shape of `size`; without weights, the first ones of `order(n)`."""
    count = 1 if size is None else math.prod(empty(size).shape)
    if count > n:
        raise ValueError(errors["too many"])
    if weights is None:
        picked = order(n)[:count]
    elif sum(weight > 0 for weight in weights) < count:
        raise ValueError("Fewer non-zero entries in p than size")
    else:
        picked = source._picked_by_weight(weights, count)
    return picked[0] if size is None else array(picked, int).reshape(empty(size).shape)


def chosen(items, size, picked, axis=0):
    """The elements at the indices `picked`, or the indices themselves if the population is a number."""
    if items.ndim == 0:
        return picked if size is not None else int(picked)
    if size is not None and picked.ndim == 0 and items.ndim == 1:
        return array(items[picked])
    return take(items, picked, axis)
