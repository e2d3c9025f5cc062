"""Random numbers while an answer is checked: the same at each press, so that a verdict is no matter of luck."""

import sys
from random import Random

SEED = 20260

# Where NumPy asks the system for the seed of a generator that has none: the NumPy of the page, and NumPy itself.
_SOURCES = (("numpy._random.bits", "system_seed"), ("numpy.random.bit_generator", "randbits"))


def seed_generators():
    """Seed `random` and NumPy's legacy generator, where an answer or a check has imported them."""
    modules = sys.modules
    # NumPy 2 imports `numpy.random` when it is first used, which would be after this.
    for find in (lambda: modules["random"], lambda: modules["numpy"].random):
        try:
            find().seed(SEED)
        except BaseException:
            # Not imported, or the answer has put something else in its place.
            continue


class SeededSources:
    """While it is entered, generators without a seed (`default_rng()`) get the next of a fixed list of seeds."""

    def __init__(self):
        self._before = []

    def enter(self):
        """Begin the list, also where it has been entered before."""
        self.leave()
        draw = Random(SEED).getrandbits
        for module_name, name in _SOURCES:
            module = sys.modules.get(module_name)
            source = getattr(module, name, None)
            if source is not None:
                self._before.append((module, name, source))
                setattr(module, name, lambda *_: draw(128))

    def leave(self):
        """Let the system choose again."""
        while self._before:
            setattr(*self._before.pop())
