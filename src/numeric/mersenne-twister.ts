const size = 624;
const shift = 397;

/**
 * MT19937, the generator behind `numpy.random.seed` and Python's `random`: uniformly distributed whole numbers of 32
 * bits, with a period of 2^19937 - 1. The function returned is the one thing here that has a state.
 *
 * @param seed a whole number from 0 to 2^32 - 1.
 * @throws RangeError if the seed is anything else.
 * @see Matsumoto & Nishimura, Mersenne Twister, ACM TOMACS 8 (1998); seeding as in their version of 2002
 */
export function mersenneTwister(seed: number): () => number {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new RangeError(`the seed is ${seed}; write a whole number from 0 to 4294967295`);
  }
  const state = seeded(seed);
  let next = size;
  return () => {
    if (next === size) {
      twist(state);
      next = 0;
    }
    return temper(word(state, next++));
  };
}

function word(state: Uint32Array, i: number): number {
  return Number(state[i % size]);
}

function seeded(seed: number): Uint32Array {
  const state = new Uint32Array(size);
  state[0] = seed;
  for (let i = 1; i < size; i++) {
    const before = word(state, i - 1);
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  return state;
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < size; i++) {
    const joined = (word(state, i) & 0x80000000) | (word(state, i + 1) & 0x7fffffff);
    state[i] = word(state, i + shift) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
  }
}

function temper(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}
