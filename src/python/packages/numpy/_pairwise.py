"""Sums of floats in NumPy's order."""

from functools import reduce
from operator import add

_BLOCK = 128


def pairwise_sum(values):
    """The sum of a list of floats as NumPy adds a run of them: in eight lanes, blocks of 128, halves."""
    return _sum(values, 0, len(values))


def _sum(values, start, stop):
    length = stop - start
    if length < 8:
        return reduce(add, values[start:stop], -0.0)
    if length <= _BLOCK:
        return _sum_block(values, start, stop)
    half = length // 2
    middle = start + half - half % 8
    return _sum(values, start, middle) + _sum(values, middle, stop)


def _sum_block(values, start, stop):
    end = stop - (stop - start) % 8
    a, b, c, d, e, f, g, h = (reduce(add, values[k:end:8]) for k in range(start, start + 8))
    return reduce(add, values[end:stop], ((a + b) + (c + d)) + ((e + f) + (g + h)))
