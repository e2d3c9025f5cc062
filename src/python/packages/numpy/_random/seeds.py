"""Checks of seeds, and their conversion to the state of a generator."""

import operator

from .._core.array import ndarray
from .._core.conversion import asarray
from .._core.dtypes import FLOAT
from .._core.scalars import int64
from . import bits


def state(seed):
    """The words of a Mersenne Twister for a seed of `RandomState`."""
    try:
        word = operator.index(seed.squeeze() if hasattr(seed, "squeeze") else seed)
    except TypeError:
        return bits.twister_state_of_key(key(asarray(seed)))
    if not 0 <= word <= bits.WORD:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return bits.twister_state(word)


def key(items):
    """The words of a Mersenne Twister for an array of integers."""
    if items.size == 0:
        raise ValueError("Seed must be non-empty")
    if items.dtype is FLOAT:
        data = "array data" if items.ndim else "scalar"
        raise TypeError(f"Cannot cast {data} from dtype('float64') to dtype('int64') according to the rule 'safe'")
    if items.ndim != 1:
        raise ValueError("Seed array must be 1-d")
    words = [int(word) for word in items.tolist()]
    if min(words) < 0 or max(words) > bits.WORD:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    return words


def entropy(seed):
    """The seed of a PCG64, as Python integers."""
    if isinstance(seed, (int, int64)):
        return int(seed)
    if not isinstance(seed, (list, tuple, range, ndarray)):
        raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {seed}")
    if any(isinstance(one, (float, str)) for one in seed):
        raise TypeError("seed must be integer")
    return [entropy(one) for one in seed]
