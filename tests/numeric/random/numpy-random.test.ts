import { describe, expect, it, test } from 'vitest';
import { exactLog } from '../../../src/numeric/random/exact-log.ts';
import { mersenneTwister } from '../../../src/numeric/random/mersenne-twister.ts';
import { numpyRandom } from '../../../src/numeric/random/numpy-random.ts';
import { fixture } from '../fixture.ts';
import { ulpsBetween } from '../ulps.ts';

interface Case {
  readonly seed: number;
  readonly uniform: readonly number[];
  readonly normal: readonly number[];
  readonly permutation: readonly number[];
  readonly normalAgain: readonly number[];
  readonly permutation1: readonly number[];
  readonly uniformAgain: readonly number[];
}

test.each(fixture<Case>('generators'))('seed $seed gives the numbers of numpy.random, in any order of calls', (row) => {
  const random = numpyRandom(row.seed);
  expect(random.uniform(-3, 3, 700)).toEqual(row.uniform);
  const normals = random.normal(0, 0.5, 301);
  expect(random.permutation(100)).toEqual(row.permutation);
  normals.push(...random.normal(1, 2, 4));
  expect(random.permutation(1)).toEqual(row.permutation1);
  expect(random.uniform(0, 1, 3)).toEqual(row.uniformAgain);
  const off = [...row.normal, ...row.normalAgain].map((wanted, i) => ulpsBetween(normals[i] ?? Number.NaN, wanted));
  expect(Math.max(...off)).toBeLessThanOrEqual(1);
  expect(off.filter((ulps) => ulps > 0).length).toBeLessThanOrEqual(2);
});

test("seed 42, the guide's own, gives normal numbers to the bit", () => {
  const row = fixture<Case>('generators').find(({ seed }) => seed === 42);
  const random = numpyRandom(42);
  random.uniform(-3, 3, 700);
  expect(random.normal(0, 0.5, 301)).toEqual(row?.normal);
});

interface WholeNumbers {
  readonly seed: number;
  readonly below50: readonly number[];
  readonly around0: readonly number[];
  readonly onlyOne: readonly number[];
  readonly words: readonly number[];
  readonly uniform: readonly number[];
}

test.each(fixture<WholeNumbers>('whole-numbers'))('seed $seed gives the whole numbers of numpy.random', (row) => {
  const random = numpyRandom(row.seed);
  expect(random.integers(0, 50, 300)).toEqual(row.below50);
  expect(random.integers(-5, 6, 50)).toEqual(row.around0);
  expect(random.integers(3, 4, 4)).toEqual(row.onlyOne);
  expect(random.integers(0, 2 ** 32, 5)).toEqual(row.words);
  expect(random.uniform(0, 1, 3)).toEqual(row.uniform);
});

test('the generator gives the published ten-thousandth number for seed 5489', () => {
  const next = mersenneTwister(5489);
  const numbers = Array.from({ length: 10_000 }, next);
  expect(numbers.at(-1)).toBe(4123659995);
});

test('two generators do not disturb each other', () => {
  const [a, b] = [numpyRandom(3), numpyRandom(3)];
  const first = a.normal(0, 1, 5);
  a.permutation(9);
  expect(b.normal(0, 1, 5)).toEqual(first);
});

describe('the logarithm', () => {
  const [row] = fixture<{ x: number[]; log: number[] }>('logarithms');
  const { x = [], log = [] } = row ?? {};

  it("is the C library's but for the rarest rounding", () => {
    const off = x.map((value, i) => ulpsBetween(exactLog(value), log[i] ?? Number.NaN));
    expect(Math.max(...off)).toBeLessThanOrEqual(1);
    expect(off.filter((ulps) => ulps > 0).length).toBeLessThanOrEqual(4);
  });

  it('of 1 is 0, of e is 1, of powers of two what it must be', () => {
    expect([exactLog(1), exactLog(Math.E), exactLog(2), exactLog(0.5)]).toEqual([0, 1, Math.LN2, -Math.LN2]);
    expect(exactLog(5e-324)).toBe(-744.4400719213812);
    expect(exactLog(Number.MAX_VALUE)).toBe(709.782712893384);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('of %s is refused', (value) => {
    expect(() => exactLog(value)).toThrow(RangeError);
  });
});

describe('invalid arguments', () => {
  it.each([-1, 1.5, 2 ** 32, Number.NaN])('seed %s', (seed) => {
    expect(() => numpyRandom(seed)).toThrow(`the seed is ${seed}; write a whole number from 0 to 4294967295`);
  });

  it('counts, bounds and deviations that make no sense', () => {
    const random = numpyRandom(0);
    expect(() => random.uniform(0, 1, -1)).toThrow('the count is -1; write a whole number from 0 up');
    expect(() => random.uniform(0, Number.POSITIVE_INFINITY, 1)).toThrow('high is Infinity');
    expect(() => random.normal(0, -1, 1)).toThrow('the deviation is -1; write 0 or more, for example 0.5');
    expect(() => random.permutation(0.5)).toThrow('the length is 0.5; write a whole number from 0 up');
  });

  it.each([
    [0, 0],
    [3, 2],
    [0, 1.5],
    [0.5, 2.5],
    [0, 2 ** 32 + 1],
    [Number.NaN, 4],
  ])('whole numbers from %s to below %s', (low, high) => {
    expect(() => numpyRandom(0).integers(low, high, 1)).toThrow(`low is ${low} and high is ${high}; write whole`);
  });

  it('but nothing at all is fine', () => {
    const random = numpyRandom(0);
    expect([random.uniform(0, 1, 0), random.normal(0, 1, 0), random.permutation(0)]).toEqual([[], [], []]);
  });
});
