"""Sums of floats in NumPy's order."""

from functools import reduce
from operator import add

_BLOCK = 128


def pairwise_sum(values, join=add):
    """The sum of a list of floats in NumPy's order: recursive halves, blocks of 128, eight partial sums in a block."""
    return _sum(values, 0, len(values), join)


def _sum(values, start, stop, join):
    length = stop - start
    if length < 8:
        return reduce(join, values[start:stop], -0.0)
    if length <= _BLOCK:
        return _sum_block(values, start, stop, join)
    half = length // 2
    middle = start + half - half % 8
    return join(_sum(values, start, middle, join), _sum(values, middle, stop, join))


def _sum_block(values, start, stop, join):
    end = stop - (stop - start) % 8
    a, b, c, d, e, f, g, h = (reduce(join, values[k:end:8]) for k in range(start, start + 8))
    whole = join(join(join(a, b), join(c, d)), join(join(e, f), join(g, h)))
    return reduce(join, values[end:stop], whole)
