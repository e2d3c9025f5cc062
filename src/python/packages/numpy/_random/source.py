"""The common base class of both kinds of generator."""

from bisect import bisect_right
from collections.abc import Sequence

from .._core.array import ndarray
from .._core.conversion import asarray
from .._core.warnings import warn
from .._functions.reductions import all as all_of
from .._loops import ufuncs as u
from .bits import masked
from .choice import running_shares
from .sampling import check_scale, filled, spread


class Source:
    """The methods of both kinds of generator; `bits` is the source of random bits."""

    def uniform(self, low=0.0, high=1.0, size=None):
        """Floats in [low, high), in the shape of `size` or of the arguments. OverflowError for infinite ranges."""
        low, high = asarray(low, dtype=float), asarray(high, dtype=float)
        arrays = low.ndim or high.ndim
        width = u.subtract(high, low) if arrays else float(high) - float(low)
        if not all_of(u.isfinite(width)):
            raise OverflowError("Range exceeds valid bounds" if arrays else self._infinite_range)
        double = self._bits.double
        return spread(size, lambda low, width: low + width * double(), low, width, check=self._check_width)

    def standard_normal(self, size=None):
        """Standard normal floats, in the shape of `size`."""
        return filled(size, self._gauss())

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal floats with mean `loc` and standard deviation `scale`. Raises ValueError for a negative scale."""
        gauss = self._gauss()
        return spread(size, lambda loc, scale: loc + scale * gauss(), loc, scale, check=check_scale)

    def shuffle(self, x):
        """Shuffles a sequence, or the rows of an array, in place."""
        if isinstance(x, ndarray):
            if not x.flags.writeable:
                raise ValueError("array is read-only")
            if x.size:
                x[...] = x[self._shuffled(len(x))]
            return
        n = len(x)
        if not isinstance(x, Sequence):
            warn(
                f"you are shuffling a '{type(x).__name__}' object which is not a subclass of 'Sequence'; `shuffle` is "
                "not guaranteed to behave correctly. E.g., non-numpy array/tensor objects with view semantics may "
                "contain duplicates after shuffling.",
                UserWarning,
            )
        for i in range(n - 1, 0, -1):
            j = masked(self._bits, i)()
            x[i], x[j] = x[j], x[i]

    def _shuffled(self, n):
        """The integers below n in random order (Fisher and Yates, from the end)."""
        order = list(range(n))
        for i in range(n - 1, 0, -1):
            j = masked(self._bits, i)()
            order[i], order[j] = order[j], order[i]
        return order

    def _drawn_by_weight(self, weights, size):
        """Indices drawn with replacement."""
        steps = running_shares(weights)
        double = self._bits.double
        return filled(size, lambda: bisect_right(steps, double()), int)

    def _picked_by_weight(self, weights, n):
        """`n` distinct indices, in the order in which they were drawn."""
        picked = []
        while len(picked) < n:
            draws = [self._bits.double() for _ in range(n - len(picked))]
            steps = running_shares([0.0 if i in picked else weight for i, weight in enumerate(weights)])
            picked += dict.fromkeys(bisect_right(steps, draw) for draw in draws)
        return picked
