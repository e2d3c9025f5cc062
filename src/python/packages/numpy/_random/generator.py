"""NumPy's newer generator, on PCG64."""

import math

from .._core.conversion import array, asarray
from .._core.indexing import take
from .._core.scalars import int64
from .._functions.creation import empty
from .._functions.ranges import arange
from .._refusal import refuse
from ..exceptions import AxisError
from . import bits, choice as choosing
from .refused_names import NEWER, refused
from .sampling import check_not_negative, filled, whole, whole_dtype
from .seeds import entropy
from .source import Source
from .ziggurat import ziggurat


class PCG64(bits.PCG64):
    """The bits of a `Generator`. The seed is an integer or a list of them, each 0 or more; None means a random seed."""

    def __init__(self, seed=None):
        super().__init__(bits.system_seed() if seed is None else entropy(seed))


class Generator(Source):
    """NumPy's newer generator on PCG64: the ziggurat for normal numbers, Lemire's method for integers."""

    def __init__(self, bit_generator):
        if not isinstance(bit_generator, PCG64):
            raise refuse("A generator that is not PCG64", "Write `np.random.default_rng(seed)`.")
        self._bits = self.bit_generator = bit_generator

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return "Generator(PCG64)"

    def __getattr__(self, name):
        raise refused("'numpy.random._generator.Generator' object", name, NEWER)

    def random(self, size=None):
        """Floats in [0, 1), in the shape of `size`."""
        return filled(size, self._bits.double)

    def integers(self, low, high=None, size=None, dtype="int64", endpoint=False):
        """Integers in [low, high), or [low, high] with `endpoint`. Raises ValueError for an empty range."""
        if high is None:
            low, high = 0, low
        return whole(self._bits, bits.scaled, size, low, high, endpoint, whole_dtype(dtype, "integers"))

    def permutation(self, x, axis=0):
        """A shuffled copy of an array along an axis, or of the integers below x."""
        if isinstance(x, (int, int64)):
            return array(self._shuffled(len(arange(int(x)))), int)
        items = asarray(x)
        if not -items.ndim <= axis < items.ndim:
            raise AxisError(axis, items.ndim)
        return take(items, array(self._shuffled(items.shape[axis]), int), axis)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """Elements along an axis, chosen with or without replacement, with probabilities p.

        Raises ValueError for an empty population, probabilities that do not add up to 1, or a sample that is too large.
        """
        items = asarray(a)
        n = choosing.population(a, items, size, choosing.CHOICE, axis)
        weights = None if p is None else choosing.weights(p, n, choosing.CHOICE)
        if not replace:
            picked = choosing.without_replacement(
                size, n, weights, self, choosing.CHOICE, lambda n: self._picked(n, size, shuffle)
            )
            return choosing.chosen(items, size, picked, axis)
        if weights is None:
            return choosing.chosen(items, size, self.integers(0, n, size), axis)
        return choosing.chosen(items, size, self._drawn_by_weight(weights, size), axis)

    def _picked(self, n, size, shuffle):
        """Distinct integers below n: by a partial shuffle if they are many, else by Floyd's method."""
        count = 1 if size is None else math.prod(empty(size).shape)
        if n > 10000 and count > n // (50 if shuffle else 20):
            return self._shuffle_to(list(range(n)), max(n - count, 1))[n - count :]
        picked = {}
        for j in range(n - count, n):
            drawn = bits.scaled(self._bits, j)()
            picked[j if drawn in picked else drawn] = True
        return self._shuffle_to(list(picked), 1) if shuffle else list(picked)

    def _shuffle_to(self, order, first):
        for i in range(len(order) - 1, first - 1, -1):
            j = bits.scaled(self._bits, i)()
            order[i], order[j] = order[j], order[i]
        return order

    _infinite_range = "high - low range exceeds valid bounds"

    def _check_width(self, low, width):
        check_not_negative("high - low", width)

    def _gauss(self):
        return ziggurat(self._bits)


def default_rng(seed=None):
    """A `Generator` seeded with an integer or a list of them, each 0 or more; None means a random seed."""
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, PCG64) else PCG64(seed))
