import { at } from '../../core/at.ts';
import { requireCount, requireFinite, requireNotNegative } from '../check-argument.ts';
import { exactLog } from './exact-log.ts';
import { mersenneTwister, randomDouble } from './mersenne-twister.ts';

/** The functions of `numpy.random` after `numpy.random.seed(seed)`: the same numbers, in the same order of calls. */
export interface NumpyRandom {
  /** `numpy.random.uniform(low, high, count)`: numbers from `low` to below `high`. */
  readonly uniform: (low: number, high: number, count: number) => number[];
  /** `numpy.random.normal(mean, deviation, count)`: normally distributed numbers; the deviation is 0 or more. */
  readonly normal: (mean: number, deviation: number, count: number) => number[];
  /**
   * `numpy.random.randint(low, high, count)`: whole numbers from `low` to below `high`, of which there are at most 2^32.
   */
  readonly integers: (low: number, high: number, count: number) => number[];
  /** `numpy.random.permutation(length)`: the whole numbers from 0 to `length - 1` in random order. */
  readonly permutation: (length: number) => number[];
}

/**
 * NumPy's seeded legacy generator (`numpy.random.seed` and the functions beside it). Uniform numbers and permutations
 * are NumPy's to the bit; so are the normal numbers, but for about 1 in 3,000 that is one unit in the last place off,
 * because the C library does not round every logarithm correctly. Its methods throw a RangeError for counts that are
 * not whole numbers, bounds that are not finite and a negative deviation.
 *
 * @param seed a whole number from 0 to 2^32 - 1; anything else throws a RangeError.
 * @see NumPy's documentation, Legacy random generation; Marsaglia's polar method for the normal numbers
 */
export function numpyRandom(seed: number): NumpyRandom {
  const word = mersenneTwister(seed);
  const double = () => randomDouble(word);
  const gauss = polar(double);
  return {
    uniform: (low, high, count) => {
      const range = requireFinite('high', high, '1') - requireFinite('low', low, '0');
      return repeat(count, () => low + range * double());
    },
    normal: (mean, deviation, count) => {
      requireFinite('the mean', mean, '0');
      requireNotNegative('the deviation', deviation, '0.5');
      return repeat(count, () => mean + deviation * gauss());
    },
    integers: (low, high, count) => {
      const most = requireRange(low, high) - 1;
      return repeat(count, () => low + (most === 0 ? 0 : below(most, word)));
    },
    permutation: (length) => shuffle(length, word),
  };
}

/** How many whole numbers there are from `low` to below `high`. Throws a RangeError if there are none or too many. */
function requireRange(low: number, high: number): number {
  const count = high - low;
  if (Number.isSafeInteger(low) && Number.isSafeInteger(high) && count >= 1 && count <= 2 ** 32) return count;
  throw new RangeError(`low is ${low} and high is ${high}; write whole numbers, high above low by at most 2^32`);
}

function repeat(count: number, draw: () => number): number[] {
  return Array.from({ length: requireCount('the count', count) }, draw);
}

/** Standard normal numbers, two from each accepted point in the unit disc: the second is kept for the next call. */
function polar(double: () => number): () => number {
  let kept: number | undefined;
  return () => {
    if (kept !== undefined) {
      const second = kept;
      kept = undefined;
      return second;
    }
    const { x, y, square } = pointInDisc(double);
    const factor = Math.sqrt((-2 * exactLog(square)) / square);
    kept = factor * x;
    return factor * y;
  };
}

function pointInDisc(double: () => number): { x: number; y: number; square: number } {
  for (;;) {
    const x = 2 * double() - 1;
    const y = 2 * double() - 1;
    const square = x * x + y * y;
    if (square < 1 && square !== 0) return { x, y, square };
  }
}

/** Fisher and Yates from the end. */
function shuffle(length: number, word: () => number): number[] {
  const order = Array.from({ length: requireCount('the length', length) }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = below(i, word);
    [order[i], order[j]] = [at(order, j), at(order, i)];
  }
  return order;
}

/** A whole number from 0 to `most`, each as likely: masked and rejected, as NumPy does. */
function below(most: number, word: () => number): number {
  const mask = 2 ** (32 - Math.clz32(most)) - 1;
  for (;;) {
    const drawn = (word() & mask) >>> 0;
    if (drawn <= most) return drawn;
  }
}
