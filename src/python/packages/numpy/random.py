"""numpy.random: the generators of NumPy that can be seeded, with its numbers to the bit.

The functions beside the classes are methods of one hidden `RandomState`. It is seeded by `seed`, or from the system
when it is first used, and never when this module is imported: what was imported may be kept and restored many times.

Normal and exponential numbers hang on the logarithm of the C library, as NumPy's do: where that rounds otherwise, as in
WebAssembly, about one in ten thousand differs in its last bit.
"""

import math as _math
import operator as _operator

import numpy as _np

from . import _choosing
from . import _random_bits as _bits
from ._drawing import check_exponential as _check_exponential
from ._drawing import check_not_negative as _check_not_negative
from ._drawing import filled as _filled
from ._drawing import spread as _spread
from ._drawing import whole as _whole
from ._drawing import whole_dtype as _whole_dtype
from ._random_source import Source as _Source
from ._refusal import RefusedName as _RefusedName
from ._refusal import refuse as _refuse
from ._ziggurat import ziggurat as _ziggurat


class PCG64(_bits.PCG64):
    """The bits of a `Generator`. The seed is a whole number or a list of them, each 0 or more; None asks the system."""

    def __init__(self, seed=None):
        super().__init__(_bits.system_seed() if seed is None else _entropy(seed))


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
        n = _choosing.population(a, array, size, _choosing.LEGACY_CHOICE)
        weights = None if p is None else _choosing.weights(p, n, _choosing.LEGACY_CHOICE)
        if not replace:
            return _choosing.chosen(
                array,
                size,
                _choosing.without_replacement(size, n, weights, self, _choosing.LEGACY_CHOICE, self._shuffled),
            )
        if weights is None:
            return _choosing.chosen(array, size, self.randint(0, n, size))
        return _choosing.chosen(array, size, self._drawn_by_weight(weights, size))

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
        n = _choosing.population(a, array, size, _choosing.CHOICE, axis)
        weights = None if p is None else _choosing.weights(p, n, _choosing.CHOICE)
        if not replace:
            picked = _choosing.without_replacement(
                size, n, weights, self, _choosing.CHOICE, lambda n: self._picked(n, size, shuffle)
            )
            return _choosing.chosen(array, size, picked, axis)
        if weights is None:
            return _choosing.chosen(array, size, self.integers(0, n, size), axis)
        return _choosing.chosen(array, size, self._drawn_by_weight(weights, size), axis)

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
