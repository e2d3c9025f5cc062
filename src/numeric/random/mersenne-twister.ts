import { at } from '../../core/at.ts';

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
  return twisterOf(twisterState(requireWord('the seed', seed)));
}

/** A multiple of 2^-53 from 0 to below 1, made of two words of a generator as NumPy and Python make theirs. */
export function randomDouble(nextWord: () => number): number {
  return ((nextWord() >>> 5) * 2 ** 26 + (nextWord() >>> 6)) / 2 ** 53;
}

function requireWord(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
  throw new RangeError(`${name} is ${value}; write a whole number from 0 to 4294967295`);
}

/** The generator that goes on from a state of 624 words, which it changes. */
export function twisterOf(state: Uint32Array): () => number {
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
  return at(state, i % size);
}

/** The state of 624 words that a seed, a whole number from 0 to 2^32 - 1, stands for. */
export function twisterState(seed: number): Uint32Array {
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
