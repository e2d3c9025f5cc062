"""numpy.random: the generators of NumPy that can be seeded, with the same numbers to the bit.

The functions of this module are methods of one hidden `RandomState`. It is seeded by `seed`, or with a random seed at
its first use, but never during the import: a snapshot of the imported module may be restored many times.

Normal and exponential numbers depend on the logarithm of the C library, as NumPy's do. Where it rounds differently, as
in WebAssembly, about one number in ten thousand differs in its last bit.
"""

from ._core.naming import name_publicly as _name_publicly
from ._random.generator import PCG64, Generator, default_rng
from ._random.legacy_generator import LazyState as _LazyState, RandomState
from ._random.refused_names import MODULE as _MODULE, refused as _refused

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


def __getattr__(name):
    raise _refused("module 'numpy.random'", name, _MODULE)


def _reseed():
    """Gives the hidden generator a new random seed at its next use, as in a fresh interpreter."""
    vars(_hidden).clear()


_name_publicly(globals(), "numpy.random", ("PCG64", "Generator", "RandomState", "default_rng"))
