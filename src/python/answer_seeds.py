"""Random numbers while an answer is checked: the same at each press, so that a verdict is no matter of luck."""

import sys

SEED = 20260


def seed_generators():
    """Seed `random` and NumPy's legacy generator, where an answer or a check has imported them.

    A generator that an answer makes for itself without a seed (`numpy.random.default_rng()`) stays as random as it is.
    """
    modules = sys.modules
    # NumPy 2 imports `numpy.random` when it is first used, which would be after this.
    for find in (lambda: modules["random"], lambda: modules["numpy"].random):
        try:
            find().seed(SEED)
        except BaseException:
            # Not imported, or the answer has put something else in its place.
            continue
