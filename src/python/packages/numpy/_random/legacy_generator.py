"""NumPy's legacy generator: a Mersenne Twister, seeded with one integer or several."""

import math

from .._core.conversion import array, asarray
from .._core.scalars import int64
from .._functions.ranges import arange
from . import bits, choice as choosing
from .refused_names import LEGACY, refused
from .sampling import check_exponential, filled, spread, whole, whole_dtype
from .seeds import state
from .source import Source


class RandomState(Source):
    """NumPy's seeded legacy generator: a Mersenne Twister, and Marsaglia's polar method for normal numbers."""

    def __init__(self, seed=None):
        self.seed(seed)

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return "RandomState(MT19937)"

    def __getattr__(self, name):
        raise refused("'numpy.random.mtrand.RandomState' object", name, LEGACY)

    def seed(self, seed=None):
        """Seeds the generator with an integer, or a list of them, from 0 to 2**32 - 1; None means a random seed."""
        self._bits = bits.MersenneTwister(None if seed is None else state(seed))
        self._kept = None

    def random_sample(self, size=None):
        """Floats in [0, 1), in the shape of `size`."""
        return filled(size, self._bits.double)

    def random(self, size=None):
        """Floats in [0, 1), in the shape of `size`."""
        return self.random_sample(size)

    def rand(self, *args):
        """Floats in [0, 1), in the shape of the arguments."""
        return self.random_sample(args or None)

    def randn(self, *args):
        """Standard normal floats, in the shape of the arguments."""
        return self.standard_normal(args or None)

    def standard_exponential(self, size=None):
        """Exponential floats with mean 1."""
        return self.exponential(size=size)

    def exponential(self, scale=1.0, size=None):
        """Exponential floats with mean `scale`. Raises ValueError when it is negative."""
        double = self._bits.double
        return spread(size, lambda scale: scale * -math.log(1.0 - double()), scale, check=check_exponential)

    def randint(self, low, high=None, size=None, dtype=int):
        """Integers in [low, high), or [0, low). Raises ValueError for an empty range."""
        if high is None:
            low, high = 0, low
        return whole(self._bits, bits.masked, size, low, high, False, whole_dtype(dtype, "randint"))

    def permutation(self, x):
        """A shuffled copy of an array along its first axis, or of the integers below x."""
        if isinstance(x, (int, int64)):
            return array(self._shuffled(len(arange(int(x)))), int)
        items = asarray(x)
        if items.ndim == 0:
            raise IndexError("x must be an integer or at least 1-dimensional")
        return items[array(self._shuffled(len(items)), int)]

    def choice(self, a, size=None, replace=True, p=None):
        """Elements chosen with or without replacement, with probabilities p.

        Raises ValueError for an empty population, probabilities that do not add up to 1, or a sample that is too large.
        """
        items = asarray(a)
        if items.ndim > 1:
            raise ValueError("a must be 1-dimensional")
        n = choosing.population(a, items, size, choosing.LEGACY_CHOICE)
        weights = None if p is None else choosing.weights(p, n, choosing.LEGACY_CHOICE)
        if not replace:
            return choosing.chosen(
                items,
                size,
                choosing.without_replacement(size, n, weights, self, choosing.LEGACY_CHOICE, self._shuffled),
            )
        if weights is None:
            return choosing.chosen(items, size, self.randint(0, n, size))
        return choosing.chosen(items, size, self._drawn_by_weight(weights, size))

    _infinite_range = "Range exceeds valid bounds"

    def _check_width(self, low, width):
        pass

    def _gauss(self):
        """A function that draws standard normal numbers: two from each point in the unit disc, one for later."""
        double = self._bits.double

        def drawn():
            kept, self._kept = self._kept, None
            if kept is not None:
                return kept
            square = 0.0
            while square >= 1.0 or square == 0.0:
                x = 2.0 * double() - 1.0
                y = 2.0 * double() - 1.0
                square = x * x + y * y
            factor = math.sqrt(-2.0 * math.log(square) / square)
            self._kept = factor * x
            return factor * y

        return drawn


class LazyState(RandomState):
    """A `RandomState` with a random seed, which is drawn at its first use."""

    def __init__(self):
        pass

    def __getattr__(self, name):
        if name not in ("_bits", "_kept"):
            return super().__getattr__(name)
        self.seed()
        return getattr(self, name)
