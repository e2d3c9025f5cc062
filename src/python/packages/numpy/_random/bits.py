"""The sources of random bits: the Mersenne Twister and PCG64, seeded as in NumPy.

Both have `word()` and `long()`, integers of 32 and 64 bits, and `double()`, a multiple of 2**-53 in [0, 1).
"""

import _random
import os

WORD = 2**32 - 1
LONG = 2**64 - 1


def system_seed():
    """A seed of 128 unpredictable bits."""
    return int.from_bytes(os.urandom(16), "little")


class MersenneTwister:
    """MT19937, from CPython; only the seeding is NumPy's own (Matsumoto and Nishimura, version of 2002)."""

    def __init__(self, state=None):
        twister = _random.Random()
        if state is not None:
            twister.setstate((*state, len(state)))
        self.double = twister.random
        self.word = lambda: twister.getrandbits(32)

    def long(self):
        """64 random bits: two words, the first one higher."""
        return self.word() << 32 | self.word()


def twister_state(seed):
    """The 624 words of the state for a seed of one word."""
    state = [seed]
    for i in range(1, 624):
        before = state[-1]
        state.append((1812433253 * (before ^ before >> 30) + i) & WORD)
    return state


def twister_state_of_key(key):
    """The 624 words of the state for a seed of one or more words: they are mixed in, then all are mixed again."""
    state = twister_state(19650218)
    i = 1

    def mix(factor, added):
        nonlocal i
        before = state[i - 1]
        state[i] = ((state[i] ^ factor * (before ^ before >> 30)) + added) & WORD
        i += 1
        if i == 624:
            state[0] = state[623]
            i = 1

    for k in range(max(624, len(key))):
        mix(1664525, key[k % len(key)] + k % len(key))
    for _ in range(623):
        mix(1566083941, -i)
    state[0] = 0x80000000
    return state


class PCG64:
    """A linear congruential generator of 128 bits, whose output is folded and rotated (O'Neill, 2014)."""

    def __init__(self, seed):
        longs = seed_longs(seed)
        self._increment = ((longs[2] << 64 | longs[3]) << 1 | 1) & (1 << 128) - 1
        self._state = (self._increment + (longs[0] << 64 | longs[1])) & (1 << 128) - 1
        self._step()
        self._spare = None

    def _step(self):
        multiplier = 0x2360ED051FC65DA44385DF649FCCF645
        self._state = (self._state * multiplier + self._increment) & (1 << 128) - 1

    def long(self):
        """64 random bits (O'Neill 2014: PCG XSL RR 128/64)."""
        self._step()
        folded = (self._state >> 64 ^ self._state) & LONG
        turn = self._state >> 122
        return (folded >> turn | folded << (64 - turn)) & LONG

    def word(self):
        """Half of a long; the other half is the next word."""
        if self._spare is not None:
            word, self._spare = self._spare, None
            return word
        long = self.long()
        self._spare = long >> 32
        return long & WORD

    def double(self):
        """A float in [0, 1) from the upper 53 bits."""
        return (self.long() >> 11) / 2**53


def seed_longs(seed):
    """The output of NumPy's SeedSequence for PCG64: four longs, each with the low word first (O'Neill's seed_seq)."""
    words = []
    constant = 0x8B51F9DD
    pool = seed_pool(seed_words(seed))
    for i in range(8):
        word = pool[i % 4] ^ constant
        constant = constant * 0x58F38DED & WORD
        word = word * constant & WORD
        words.append(word ^ word >> 16)
    return [words[i] | words[i + 1] << 32 for i in range(0, 8, 2)]


def seed_words(seed):
    """A seed as words, the lowest first; for a list, the words of all its numbers."""
    if isinstance(seed, list):
        return [word for one in seed for word in seed_words(one)]
    if seed < 0:
        raise ValueError("expected non-negative integer")
    words = [seed & WORD]
    while seed := seed >> 32:
        words.append(seed & WORD)
    return words


def seed_pool(words):
    """Four words, each of which depends on every bit of the seed."""
    constant = 0x43B0D7E5

    def scrambled(word):
        nonlocal constant
        word ^= constant
        constant = constant * 0x931E8875 & WORD
        word = word * constant & WORD
        return word ^ word >> 16

    def mixed(x, y):
        word = (0xCA01F9DD * x - 0x4973F715 * y) & WORD
        return word ^ word >> 16

    pool = [scrambled(words[i] if i < len(words) else 0) for i in range(4)]
    for source in range(4):
        for target in range(4):
            if source != target:
                pool[target] = mixed(pool[target], scrambled(pool[source]))
    for word in words[4:]:
        for target in range(4):
            pool[target] = mixed(pool[target], scrambled(word))
    return pool


def masked(bits, most):
    """A function that draws integers from 0 to `most`, by masking and rejection."""
    draw = bits.word if most <= WORD else bits.long
    mask = (1 << most.bit_length()) - 1

    def drawn():
        while (number := draw() & mask) > most:
            pass
        return number

    return drawn if most else lambda: 0


def scaled(bits, most):
    """A function that draws integers from 0 to `most`, by multiplication with rare rejections (Lemire, 2019)."""
    width, draw = (32, bits.word) if most <= WORD else (64, bits.long)
    count = most + 1
    if count == 1 << width:
        return draw
    unfair = (1 << width) % count

    def drawn():
        while True:
            product = draw() * count
            if product & (1 << width) - 1 >= unfair:
                return product >> width

    return drawn if most else lambda: 0
