import { describe, expect, it, test } from 'vitest';
import { at } from '../../../src/core/at.ts';
import { centralDifference } from '../../../src/numeric/derivatives/central-difference.ts';
import { functionsOfOne, quartic, tiltedQuartic } from '../../../src/numeric/functions/functions-of-one.ts';
import { expectWithin } from '../expect-within.ts';
import { fixture } from '../fixture.ts';
import { seededRandom } from '../seeded-random.ts';
import { ulpsBetween } from '../ulps.ts';

interface Case {
  readonly name: string;
  readonly python: string;
  readonly x: readonly number[];
  readonly value: readonly number[];
  readonly valueError: readonly number[];
  readonly derivative: readonly number[];
  readonly derivativeError: readonly number[];
  readonly secondDerivative: readonly number[];
  readonly secondDerivativeError: readonly number[];
}

const results = ['value', 'derivative', 'secondDerivative'] as const;

const cases = fixture<Case>('functions');

test('the fixture has a case for every function', () => {
  expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(functionsOfOne).sort());
});

describe.each(cases)('$name', ({ name, python, x, ...expected }) => {
  const f = functionsOfOne[name];

  it('is the expression that Python evaluated', () => {
    expect(f?.python).toBe(python);
  });

  it.each(results)('has the %s that CPython computes', (key) => {
    const actual = x.map((point) => f?.[key](point) ?? Number.NaN);
    expectWithin(actual, expected[key], expected[`${key}Error`]);
  });
});

describe.each(Object.entries(functionsOfOne))('%s', (_, f) => {
  const random = seededRandom(7);
  const low = Math.max(f.domain[0], -3);
  const points = Array.from({ length: 200 }, () => low + 0.01 + (2.99 - low) * random());

  it('has derivatives that a central difference confirms', () => {
    for (const x of points) {
      // Near the edge of a domain every derivative grows, and with it the error that h leaves.
      const room = x - f.domain[0] < 1 ? 1e-4 : 1e-7;
      for (const [g, slope] of [
        [f.value, f.derivative],
        [f.derivative, f.secondDerivative],
      ] as const) {
        const exact = slope(x);
        const error = Math.abs(centralDifference(g, x) - exact);
        expect(error, `at ${x}`).toBeLessThan(room * Math.max(1, Math.abs(exact), Math.abs(g(x))));
      }
    }
  });

  it('turns NaN into NaN wherever it depends on x', () => {
    expect(f.value(Number.NaN)).toBeNaN();
    expect(f.derivative(Number.NaN)).toBeNaN();
  });

  it('is finite at every point of its domain that the lessons go to', () => {
    for (const x of points) {
      expect([f.value(x), f.derivative(x), f.secondDerivative(x)].every(Number.isFinite), `at ${x}`).toBe(true);
    }
  });
});

test.each(['logarithm', 'squareRoot'])('%s is NaN outside its domain', (name) => {
  const f = functionsOfOne[name];
  expect([f?.value(-1), f?.derivative(-1), f?.secondDerivative(-1)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

describe('the claims of the comments', () => {
  it('the quartic has two minima of −1/4 and a local maximum of 2', () => {
    const bottom = Math.sqrt(1.5);
    for (const x of [-bottom, bottom]) {
      expect(quartic.value(x)).toBeCloseTo(-0.25, 14);
      expect(quartic.derivative(x)).toBeCloseTo(0, 14);
      expect(quartic.secondDerivative(x)).toBeGreaterThan(0);
    }
    expect([quartic.value(0), quartic.derivative(0)]).toEqual([2, 0]);
    expect(quartic.secondDerivative(0)).toBeLessThan(0);
  });

  it('the left valley of the tilted quartic is the deeper', () => {
    const lowest = (from: number) =>
      Math.min(...Array.from({ length: 300 }, (_, i) => tiltedQuartic.value(from + i / 100)));
    expect(lowest(-3)).toBeCloseTo(-1.5139, 3);
    expect(lowest(0)).toBeCloseTo(0.9298, 3);
  });
});

interface Power {
  readonly x: number;
  readonly square: number;
  readonly cube: number;
  readonly fourth: number;
}

test('the errors that the fixture allows are 0 where every machine agrees, and small elsewhere', () => {
  for (const { python, x, value, valueError } of cases) {
    const isExact = !/\*\*|math\.(?!sqrt)/.test(python);
    if (isExact)
      expect(
        valueError.every((error) => error === 0),
        python,
      ).toBe(true);
    else
      expect(
        valueError.some((error) => error > 0),
        python,
      ).toBe(true);
    // Beside the largest number that the function adds up on the way, at most 336.
    valueError.forEach((error, i) => {
      expect(error, `${python} at ${x[i]}`).toBeLessThan(1e-14 * Math.max(400, Math.abs(at(value, i))));
    });
  }
});

describe('products and powers, beside the true value rounded once', () => {
  const powers = fixture<Power>('powers');
  const apart = (compute: (x: number) => number, key: 'square' | 'cube' | 'fourth') =>
    powers.map((power) => ulpsBetween(compute(power.x), power[key]));

  it('a product of two is that value on every machine', () => {
    expect(Math.max(...apart((x) => x * x, 'square'))).toBe(0);
  });

  it('x ** 3 and x ** 4 are within a unit in the last place of it', () => {
    expect(Math.max(...apart((x) => x ** 3, 'cube'), ...apart((x) => x ** 4, 'fourth'))).toBeLessThanOrEqual(1);
  });

  it('a fourth power written as a product misses it often', () => {
    expect(apart((x) => x * x * x * x, 'fourth').filter((units) => units > 0).length).toBeGreaterThan(
      powers.length / 5,
    );
  });
});
