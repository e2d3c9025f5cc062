"""numpy.random: the generators of NumPy that can be seeded, with its numbers to the bit.

The functions beside the classes are methods of one hidden `RandomState`. It is seeded by `seed`, or from the system
when it is first used, and never when this module is imported: what was imported may be kept and restored many times.
"""

import math as _math
import operator as _operator
from bisect import bisect_right as _bisect_right
from collections.abc import Sequence as _Sequence
from itertools import accumulate as _accumulate

import numpy as _np

from . import _random_bits as _bits
from ._refusal import RefusedName as _RefusedName
from ._refusal import refuse as _refuse
from ._warnings import warn as _warn
from ._ziggurat import ziggurat as _ziggurat


class PCG64(_bits.PCG64):
    """The bits of a `Generator`. The seed is a whole number or a list of them, each 0 or more; None asks the system."""

    def __init__(self, seed=None):
        super().__init__(_bits.system_seed() if seed is None else _entropy(seed))


class _Source:
    """What both kinds of generator have in common; `_bits` is where their numbers come from."""

    def uniform(self, low=0.0, high=1.0, size=None):
        low, high = _np.asarray(low, dtype=float), _np.asarray(high, dtype=float)
        arrays = low.ndim or high.ndim
        width = _np.subtract(high, low) if arrays else float(high) - float(low)
        if not _np.all(_np.isfinite(width)):
            raise OverflowError("Range exceeds valid bounds" if arrays else self._infinite_range)
        double = self._bits.double
        return _spread(size, lambda low, width: low + width * double(), low, width, check=self._check_width)

    def standard_normal(self, size=None):
        return _filled(size, self._gauss())

    def normal(self, loc=0.0, scale=1.0, size=None):
        gauss = self._gauss()
        return _spread(size, lambda loc, scale: loc + scale * gauss(), loc, scale, check=_check_scale)

    def shuffle(self, x):
        """Shuffles a sequence, or the rows of an array, in place."""
        if isinstance(x, _np.ndarray):
            if not x.flags.writeable:
                raise ValueError("array is read-only")
            if x.size:
                x[...] = x[self._shuffled(len(x))]
            return
        n = len(x)
        if not isinstance(x, _Sequence):
            _warn(
                f"you are shuffling a '{type(x).__name__}' object which is not a subclass of 'Sequence'; `shuffle` is "
                "not guaranteed to behave correctly. E.g., non-numpy array/tensor objects with view semantics may "
                "contain duplicates after shuffling.",
                UserWarning,
            )
        for i in range(n - 1, 0, -1):
            j = _bits.masked(self._bits, i)()
            x[i], x[j] = x[j], x[i]

    def _shuffled(self, n):
        """The whole numbers below n in random order (Fisher and Yates, from the end)."""
        order = list(range(n))
        for i in range(n - 1, 0, -1):
            j = _bits.masked(self._bits, i)()
            order[i], order[j] = order[j], order[i]
        return order

    def _drawn_by_weight(self, weights, size):
        """Indices drawn with replacement."""
        steps = _steps(weights)
        double = self._bits.double
        return _filled(size, lambda: _bisect_right(steps, double()), int)

    def _picked_by_weight(self, weights, n):
        """n different indices, in the order in which they were drawn."""
        picked = []
        while len(picked) < n:
            draws = [self._bits.double() for _ in range(n - len(picked))]
            steps = _steps([0.0 if i in picked else weight for i, weight in enumerate(weights)])
            picked += dict.fromkeys(_bisect_right(steps, draw) for draw in draws)
        return picked


class RandomState(_Source):
    """NumPy's seeded legacy generator: a Mersenne Twister, and Marsaglia's polar method for normal numbers."""

    def __init__(self, seed=None):
        self.seed(seed)

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return "RandomState(MT19937)"

    def __getattr__(self, name):
        raise _refused("'numpy.random.mtrand.RandomState' object", name, _LEGACY)

    def seed(self, seed=None):
        """Starts again from a whole number, or a list of them, from 0 to 2**32 - 1; None asks the system."""
        self._bits = _bits.MersenneTwister(None if seed is None else _state(seed))
        self._kept = None

    def random_sample(self, size=None):
        return _filled(size, self._bits.double)

    def random(self, size=None):
        return self.random_sample(size)

    def rand(self, *args):
        return self.random_sample(args or None)

    def randn(self, *args):
        return self.standard_normal(args or None)

    def standard_exponential(self, size=None):
        return self.exponential(size=size)

    def exponential(self, scale=1.0, size=None):
        double = self._bits.double
        return _spread(size, lambda scale: scale * -_math.log(1.0 - double()), scale, check=_check_exponential)

    def randint(self, low, high=None, size=None, dtype=int):
        if high is None:
            low, high = 0, low
        return _whole(self._bits, _bits.masked, size, low, high, False, _whole_dtype(dtype, "randint"))

    def permutation(self, x):
        """A shuffled copy of an array along its first axis, or of the whole numbers below x."""
        if isinstance(x, (int, _np.int64)):
            return _np.array(self._shuffled(len(_np.arange(int(x)))), int)
        array = _np.asarray(x)
        if array.ndim == 0:
            raise IndexError("x must be an integer or at least 1-dimensional")
        return array[_np.array(self._shuffled(len(array)), int)]

    def choice(self, a, size=None, replace=True, p=None):
        array = _np.asarray(a)
        if array.ndim > 1:
            raise ValueError("a must be 1-dimensional")
        n = _population(a, array, size, _LEGACY_CHOICE)
        weights = None if p is None else _weights(p, n, _LEGACY_CHOICE)
        if not replace:
            return _chosen(array, size, _without_replacement(size, n, weights, self, _LEGACY_CHOICE, self._shuffled))
        if weights is None:
            return _chosen(array, size, self.randint(0, n, size))
        return _chosen(array, size, self._drawn_by_weight(weights, size))

    _infinite_range = "Range exceeds valid bounds"

    def _check_width(self, low, width):
        pass

    def _gauss(self):
        """What draws standard normal numbers, two from each point in the unit disc: the second is kept for later."""
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
            factor = _math.sqrt(-2.0 * _math.log(square) / square)
            self._kept = factor * x
            return factor * y

        return drawn


class Generator(_Source):
    """NumPy's newer generator on PCG64: the ziggurat for normal numbers, Lemire's method for whole ones."""

    def __init__(self, bit_generator):
        if not isinstance(bit_generator, PCG64):
            raise _refuse("A generator that is not PCG64", "Write `np.random.default_rng(seed)`.")
        self._bits = self.bit_generator = bit_generator

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return "Generator(PCG64)"

    def __getattr__(self, name):
        raise _refused("'numpy.random._generator.Generator' object", name, _NEWER)

    def random(self, size=None):
        return _filled(size, self._bits.double)

    def integers(self, low, high=None, size=None, dtype="int64", endpoint=False):
        if high is None:
            low, high = 0, low
        return _whole(self._bits, _bits.scaled, size, low, high, endpoint, _whole_dtype(dtype, "integers"))

    def permutation(self, x, axis=0):
        """A shuffled copy of an array along an axis, or of the whole numbers below x."""
        if isinstance(x, (int, _np.int64)):
            return _np.array(self._shuffled(len(_np.arange(int(x)))), int)
        array = _np.asarray(x)
        if not -array.ndim <= axis < array.ndim:
            raise _np.exceptions.AxisError(axis, array.ndim)
        return _np.take(array, _np.array(self._shuffled(array.shape[axis]), int), axis)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        array = _np.asarray(a)
        n = _population(a, array, size, _CHOICE, axis)
        weights = None if p is None else _weights(p, n, _CHOICE)
        if not replace:
            picked = _without_replacement(size, n, weights, self, _CHOICE, lambda n: self._picked(n, size, shuffle))
            return _chosen(array, size, picked, axis)
        if weights is None:
            return _chosen(array, size, self.integers(0, n, size), axis)
        return _chosen(array, size, self._drawn_by_weight(weights, size), axis)

    def _picked(self, n, size, shuffle):
        """Different whole numbers below n: a part of a shuffle when they are many, else by Floyd's method."""
        count = 1 if size is None else _math.prod(_np.empty(size).shape)
        if n > 10000 and count > n // (50 if shuffle else 20):
            return self._shuffle_to(list(range(n)), max(n - count, 1))[n - count :]
        picked = {}
        for j in range(n - count, n):
            drawn = _bits.scaled(self._bits, j)()
            picked[j if drawn in picked else drawn] = True
        return self._shuffle_to(list(picked), 1) if shuffle else list(picked)

    def _shuffle_to(self, order, first):
        for i in range(len(order) - 1, first - 1, -1):
            j = _bits.scaled(self._bits, i)()
            order[i], order[j] = order[j], order[i]
        return order

    _infinite_range = "high - low range exceeds valid bounds"

    def _check_width(self, low, width):
        _check_not_negative("high - low", width)

    def _gauss(self):
        return _ziggurat(self._bits)


def default_rng(seed=None):
    """A `Generator` seeded with a whole number or a list of them, each 0 or more; None asks the system."""
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, PCG64) else PCG64(seed))


def _state(seed):
    """The words of a Mersenne Twister for a seed as `RandomState` takes it."""
    try:
        word = _operator.index(seed.squeeze() if hasattr(seed, "squeeze") else seed)
    except TypeError:
        return _bits.twister_state_of_key(_key(_np.asarray(seed)))
    if not 0 <= word <= _bits.WORD:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return _bits.twister_state(word)


def _key(array):
    if array.size == 0:
        raise ValueError("Seed must be non-empty")
    if array.dtype == _np.dtype(float):
        data = "array data" if array.ndim else "scalar"
        raise TypeError(f"Cannot cast {data} from dtype('float64') to dtype('int64') according to the rule 'safe'")
    if array.ndim != 1:
        raise ValueError("Seed array must be 1-d")
    key = [int(word) for word in array.tolist()]
    if min(key) < 0 or max(key) > _bits.WORD:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return key


def _entropy(seed):
    """The seed of a PCG64, as whole numbers of Python's own."""
    if isinstance(seed, (int, _np.int64)):
        return int(seed)
    if not isinstance(seed, (list, tuple, range, _np.ndarray)):
        raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {seed}")
    if any(isinstance(one, (float, str)) for one in seed):
        raise TypeError("seed must be integer")
    return [_entropy(one) for one in seed]


def _filled(size, draw, dtype=float):
    """One number when `size` is None, else an array of that shape."""
    if size is None:
        return draw()
    shape = _np.empty(size, dtype).shape
    return _np.array([draw() for _ in range(_math.prod(shape))], dtype).reshape(shape)


def _spread(size, draw, *arguments, check):
    """As `_filled`, with `draw` called with a number of each argument; `check` is called before, and may raise."""
    arrays = [_np.asarray(argument, dtype=float) for argument in arguments]
    if all(array.ndim == 0 for array in arrays):
        numbers = [float(array) for array in arrays]
        check(*numbers)
        return _filled(size, lambda: draw(*numbers))
    shape, rows = _rows(arrays)
    for numbers in rows:
        check(*numbers)
    if size is not None:
        asked = _np.empty(size)
        shape, rows = _rows([asked, *arrays])
        if asked.shape != shape:
            sizes = f"Output size {asked.shape} is not compatible with broadcast dimensions of inputs {shape}."
            raise ValueError(sizes)
        rows = [numbers for _, *numbers in rows]
    return _np.array([draw(*numbers) for numbers in rows], float).reshape(shape)


def _rows(arrays):
    """The shape to which arrays broadcast, and for each element of it a tuple of their numbers."""
    arrays = _np.broadcast_arrays(*arrays)
    return arrays[0].shape, list(zip(*(array.reshape(-1).tolist() for array in arrays)))


def _whole(bits, bounded, size, low, high, closed, dtype):
    """Whole numbers from `low` to `high`, which is one of them if `closed`; `bounded` is the method."""
    if size is not None and _np.prod(size) == 0:
        return _np.empty(size, int)
    low, high = (one if isinstance(one, int) else _np.asarray(one) for one in (low, high))
    if all(isinstance(one, int) or one.ndim == 0 for one in (low, high)):
        number = _filled(size, _from_to(bits, bounded, int(low), int(high), closed), int)
        return number if size is not None or dtype is int else _np.int64(number)
    bounds = [_np.asarray(low), _np.asarray(high)]
    shape, rows = _rows(bounds)
    draws = [_from_to(bits, bounded, int(least), int(most), closed) for least, most in rows]
    if size is not None:
        asked = _np.empty(size)
        shape = asked.shape
        _, rows = _rows([*bounds, asked])
        draws = [_from_to(bits, bounded, int(least), int(most), closed) for least, most, _ in rows[: asked.size]]
    return _np.array([draw() for draw in draws], int).reshape(shape)


def _from_to(bits, bounded, low, high, closed):
    """What draws whole numbers from `low` to `high`."""
    last = high if closed else high - 1
    if low < -(2**63):
        raise ValueError("low is out of bounds for int64")
    if last >= 2**63:
        raise ValueError("high is out of bounds for int64")
    if low > last:
        more, less = (">", "<") if closed else (">=", "<=")
        raise ValueError(f"low {more} high" if low else f"high {less} 0")
    draw = bounded(bits, last - low)
    return lambda: low + draw()


def _whole_dtype(dtype, function):
    """The dtype as it was given, if it is int64."""
    if _np.dtype(dtype) == _np.dtype(int):
        return dtype
    if _np.dtype(dtype) == _np.dtype(bool):
        raise _refuse(f"`{function}` with dtype bool", f"Write `{function}(0, 2, size) == 1`.")
    raise TypeError(f"Unsupported dtype {_np.dtype(dtype)!r} for {function}")


def _check_not_negative(name, number):
    if _math.copysign(1, number) < 0 and not _math.isnan(number):
        raise ValueError(f"{name} < 0")


def _check_scale(loc, scale):
    _check_not_negative("scale", scale)


def _check_exponential(scale):
    _check_not_negative("scale", scale)


_LEGACY_CHOICE = {
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
_CHOICE = {
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


def _population(a, array, size, errors, axis=0):
    """From how many `choice` chooses."""
    if array.ndim:
        n, error = array.shape[axis], "empty"
    else:
        try:
            n, error = _operator.index(array.item()), "too small"
        except TypeError:
            raise ValueError(errors["not whole"].format(type(a))) from None
    if n <= 0 and (size is None or _np.prod(size) != 0):
        raise ValueError(errors[error])
    return n


def _weights(p, n, errors):
    """The probabilities of `choice` as a list, checked."""
    array = _np.asarray(p, dtype=float)
    weights = array.reshape(-1).tolist()
    total = _compensated_sum(weights)
    wrong = {
        "p shape": array.ndim != 1,
        "p size": len(weights) != n,
        "p nan": _math.isnan(total),
        "p negative": any(weight < 0 for weight in weights),
        "p sum": not abs(total - 1) <= 2.0**-26,
    }
    for error, found in wrong.items():
        if found:
            raise ValueError(errors[error])
    return weights


def _compensated_sum(numbers):
    """Kahan's sum."""
    total = lost = 0.0
    for number in numbers:
        added = number - lost
        sum = total + added
        lost = sum - total - added
        total = sum
    return total


def _steps(weights):
    """The running sums of weights, the last of them 1."""
    sums = list(_accumulate(weights))
    return [sum / sums[-1] for sum in sums]


def _without_replacement(size, n, weights, source, errors, order):
    """Different indices below n in the shape of `size`; `order(n)` gives at least as many when there are no weights."""
    count = 1 if size is None else _math.prod(_np.empty(size).shape)
    if count > n:
        raise ValueError(errors["too many"])
    if weights is None:
        picked = order(n)[:count]
    elif sum(weight > 0 for weight in weights) < count:
        raise ValueError("Fewer non-zero entries in p than size")
    else:
        picked = source._picked_by_weight(weights, count)
    return picked[0] if size is None else _np.array(picked, int).reshape(_np.empty(size).shape)


def _chosen(array, size, picked, axis=0):
    """The elements that `choice` has picked, or the indices themselves when it chose from whole numbers."""
    if array.ndim == 0:
        return picked if size is not None else int(picked)
    if size is not None and picked.ndim == 0 and array.ndim == 1:
        return _np.array(array[picked])
    return _np.take(array, picked, axis)


class _LazyState(RandomState):
    """A `RandomState` that asks the system for its seed when it is first used."""

    def __init__(self):
        pass

    def __getattr__(self, name):
        if name not in ("_bits", "_kept"):
            return super().__getattr__(name)
        self.seed()
        return getattr(self, name)


_hidden = _LazyState()

seed = _hidden.seed
random_sample = _hidden.random_sample
random = _hidden.random
rand = _hidden.rand
randn = _hidden.randn
uniform = _hidden.uniform
standard_normal = _hidden.standard_normal
normal = _hidden.normal
standard_exponential = _hidden.standard_exponential
exponential = _hidden.exponential
randint = _hidden.randint
permutation = _hidden.permutation
shuffle = _hidden.shuffle
choice = _hidden.choice


_LEGACY = set(
    "beta binomial bytes chisquare dirichlet f gamma geometric get_state gumbel hypergeometric laplace logistic lognormal "
    "logseries multinomial multivariate_normal negative_binomial noncentral_chisquare noncentral_f pareto poisson power "
    "random_integers rayleigh set_state standard_cauchy standard_gamma standard_t triangular vonmises wald weibull "
    "zipf".split()
)
_NEWER = _LEGACY | {"exponential", "standard_exponential", "permuted", "spawn", "multivariate_hypergeometric"}
_MODULE = _LEGACY | set(
    "BitGenerator MT19937 PCG64DXSM Philox SFC64 SeedSequence bit_generator get_bit_generator mtrand ranf sample "
    "set_bit_generator test".split()
)


def _refused(owner, name, known):
    """The error for a name that is not here."""
    if name in known:
        return _RefusedName(
            f"`np.random.{name}` is not part of the NumPy that runs in this page. It has uniform, normal, exponential, "
            "randint, integers, permutation, shuffle and choice."
        )
    return AttributeError(f"{owner} has no attribute '{name}'")


def __getattr__(name):
    raise _refused("module 'numpy.random'", name, _MODULE)


def _reseed():
    """Makes the next use of the hidden generator ask the system for a seed, as in a fresh interpreter."""
    vars(_hidden).clear()
