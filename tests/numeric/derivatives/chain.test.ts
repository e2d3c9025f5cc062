import { describe, expect, it, test } from 'vitest';
import { centralDifference } from '../../../src/numeric/derivatives/central-difference.ts';
import { differentiateChain } from '../../../src/numeric/derivatives/chain.ts';
import { exponential, sine, square, squareOfDouble } from '../../../src/numeric/functions/functions-of-one.ts';
import { seededRandom } from '../seeded-random.ts';

const double = { value: (x: number) => 2 * x, derivative: () => 2 };
const addThree = { value: (x: number) => x + 3, derivative: () => 1 };

describe('doubling, adding 3 and squaring, at 1', () => {
  const chain = differentiateChain([double, addThree, square], 1);

  it('has the values and derivatives of the lesson', () => {
    expect(chain).toEqual({ values: [1, 2, 5, 25], locals: [2, 1, 10], derivatives: [20, 10, 10, 1] });
  });
});

test('the derivative of a chain is the derivative of the composition', () => {
  const random = seededRandom(31);
  for (let i = 0; i < 200; i++) {
    const x = -3 + 6 * random();
    expect(differentiateChain([double, addThree, square], x).derivatives[0]).toBeCloseTo(
      squareOfDouble.derivative(x),
      12,
    );
    const links = [square, sine, exponential, sine];
    const whole = (t: number) => links.reduce((value, link) => link.value(value), t);
    expect(differentiateChain(links, x).derivatives[0]).toBeCloseTo(centralDifference(whole, x), 7);
  }
});

test('every entry is the derivative of the output with respect to the value at its place', () => {
  const links = [square, sine, exponential];
  const { values, derivatives } = differentiateChain(links, 0.7);
  derivatives.forEach((derivative, k) => {
    const rest = (t: number) => links.slice(k).reduce((value, link) => link.value(value), t);
    expect(derivative).toBeCloseTo(centralDifference(rest, values[k] ?? Number.NaN), 8);
  });
});

test('a chain of nothing passes its input on', () => {
  expect(differentiateChain([], 4)).toEqual({ values: [4], locals: [], derivatives: [1] });
});

test('NaN goes in and comes out', () => {
  expect(differentiateChain([square, sine], Number.NaN).derivatives[0]).toBeNaN();
});
