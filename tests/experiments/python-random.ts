import { at } from '../../src/core/at.ts';
import { requireFinite } from '../../src/numeric/check-argument.ts';
import { randomDouble, twisterOf, twisterState } from '../../src/numeric/random/mersenne-twister.ts';

/** The functions of Python's `random` after `random.seed(seed)`: the same numbers, in the same order of calls. */
export interface PythonRandom {
  /** `random.uniform(low, high)`: a number from `low` to `high`. Throws a RangeError if a bound is not finite. */
  readonly uniform: (low: number, high: number) => number;
}

/**
 * The generator of Python's standard library, to the bit. It is NumPy's, seeded in another way: the same seed gives
 * other numbers.
 *
 * @param seed a whole number from 0 to 2^32 - 1; anything else throws a RangeError.
 * @see Python's documentation, `random.seed` and `random.uniform`
 */
export function pythonRandom(seed: number): PythonRandom {
  const word = mersenneTwisterByKey([seed]);
  return {
    uniform: (low, high) => {
      const range = requireFinite('high', high, '1') - requireFinite('low', low, '0');
      return low + range * randomDouble(word);
    },
  };
}

/**
 * MT19937 seeded with several numbers, as Python's `random.seed` does even for one of them.
 *
 * @param key at least one whole number from 0 to 2^32 - 1.
 * @throws RangeError if the key is empty or one of its numbers is anything else.
 * @see Matsumoto & Nishimura, `init_by_array` of their version of 2002
 */
export function mersenneTwisterByKey(key: readonly number[]): () => number {
  if (key.length === 0) throw new RangeError('the key is empty; write at least one whole number');
  const wrong = key.find((part) => !(Number.isInteger(part) && part >= 0 && part < 2 ** 32));
  if (wrong !== undefined)
    throw new RangeError(`a number of the key is ${wrong}; write a whole number from 0 to 4294967295`);
  return twisterOf(mixedByKey(key));
}

/** Mixes the key into a fixed state, then the state once more with itself, each word with the one before it. */
function mixedByKey(key: readonly number[]): Uint32Array {
  const state = twisterState(19650218);
  let i = 1;
  const mix = (factor: number, added: number) => {
    const before = at(state, i - 1);
    state[i] = (at(state, i) ^ Math.imul(factor, before ^ (before >>> 30))) + added;
    i += 1;
    if (i < state.length) return;
    state[0] = at(state, state.length - 1);
    i = 1;
  };
  for (let k = 0; k < Math.max(state.length, key.length); k++) mix(1664525, at(key, k % key.length) + (k % key.length));
  for (let k = 1; k < state.length; k++) mix(1566083941, -i);
  state[0] = 0x80000000;
  return state;
}
