"""Adding and multiplying runs and rows of elements, with flags for results that are not finite."""

import builtins
from functools import reduce
from operator import add as plus, mul

from .._core.dtypes import wrapped
from .._core.warnings import INVALID, OVER
from .float_loops import all_finite
from .pairwise import pairwise_sum


def _add_run(total, values, join):
    return join(total, pairwise_sum(values, join))


def _multiply_run(total, values, join):
    return reduce(join, values, total)


class FloatFold:
    """Adds or multiplies floats, and collects the flags of results that are not finite."""

    def __init__(self, join, join_run):
        self._join, self._join_run, self.flags = join, join_run, 0

    def run(self, total, values):
        """The total of `total` and a run of values in NumPy's order; collects flags if it is not finite."""
        result = self._join_run(total, values, self._join)
        if result - result != 0:
            self._join_run(total, values, self._noted)
        return result

    def rows(self, totals, row):
        """Each total joined with its element of a row; collects flags if a result is not finite."""
        results = list(map(self._join, totals, row))
        if not all_finite(results):
            list(map(self._noted, totals, row))
        return results

    def _noted(self, x, y):
        result = self._join(x, y)
        if result - result != 0:
            if result != result and x == x and y == y:
                self.flags |= INVALID
            elif x - x == 0 and y - y == 0:
                self.flags |= OVER
        return result


def _add_whole_run(total, values):
    return wrapped(total + builtins.sum(values))


def _wrapped_rows(function):
    return lambda totals, row: list(map(wrapped, map(function, totals, row)))


def _wrapped_product(total, values):
    for v in values:
        total = wrapped(total * v)
    return total


WHOLE_FOLDS = {"add": (_add_whole_run, _wrapped_rows(plus)), "multiply": (_wrapped_product, _wrapped_rows(mul))}
FLOAT_FOLDS = {"add": (plus, _add_run), "multiply": (mul, _multiply_run)}
