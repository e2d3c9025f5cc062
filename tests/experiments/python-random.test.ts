import { describe, expect, it, test } from 'vitest';
import { fixture } from '../numeric/fixture.ts';
import { mersenneTwisterByKey, pythonRandom } from './python-random.ts';

test.each(fixture<{ seed: number; uniform: number[] }>('python-random'))(
  "seed $seed gives the numbers of Python's random, to the bit",
  ({ seed, uniform }) => {
    const random = pythonRandom(seed);
    expect(uniform.map(() => random.uniform(-3, 7))).toEqual(uniform);
  },
);

test('the generator gives the published first numbers for the published key', () => {
  const next = mersenneTwisterByKey([0x123, 0x234, 0x345, 0x456]);
  expect(Array.from({ length: 5 }, next)).toEqual([1067595299, 955945823, 477289528, 4107218783, 4228976476]);
});

describe('invalid arguments', () => {
  it.each([-1, 1.5, 2 ** 32, Number.NaN])('seed %s', (seed) => {
    expect(() => pythonRandom(seed)).toThrow(
      `a number of the key is ${seed}; write a whole number from 0 to 4294967295`,
    );
  });

  it('a key of nothing, and bounds that are not finite', () => {
    expect(() => mersenneTwisterByKey([])).toThrow('the key is empty; write at least one whole number');
    expect(() => pythonRandom(0).uniform(Number.NaN, 1)).toThrow('low is NaN; write a finite number, for example 0');
  });
});
