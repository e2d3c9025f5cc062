import { requireFinite } from '../check-argument.ts';
import { mersenneTwisterByKey, randomDouble } from './mersenne-twister.ts';

/** What Python's `random` offers after `random.seed(seed)`: the same numbers, in the same order of calls. */
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
