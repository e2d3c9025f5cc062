import { describe, expect, it, test } from 'vitest';
import { centralDifference } from '../../src/numeric/central-difference.ts';
import { functionsOfOne, quartic, tiltedQuartic } from '../../src/numeric/functions-of-one.ts';
import { fixture } from './fixture.ts';
import { seededRandom } from './seeded-random.ts';
import { ulpsBetween } from './ulps.ts';

interface Case {
  readonly name: string;
  readonly python: string;
  readonly x: readonly number[];
  readonly value: readonly number[];
  readonly derivative: readonly number[];
  readonly secondDerivative: readonly number[];
}

const cases = fixture<Case>('functions');
/** Where JavaScript and the C library each compute in their own way: how far apart they may be, in ULPs. */
const elementary: Readonly<Record<string, number>> = {
  sine: 1,
  cosine: 1,
  exponential: 1,
  logarithm: 1,
  exponentialOfDouble: 1,
  sigmoid: 2,
  hyperbolicTangent: 1,
  sineOfSquare: 1,
};
/** Differences of elementary functions lose digits: what is left is compared with the size of what was subtracted. */
const cancelling = new Set(['sigmoid', 'hyperbolicTangent', 'sineOfSquare']);

test('the fixture has a case for every function', () => {
  expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(functionsOfOne).sort());
});

describe.each(cases)('$name', ({ name, python, x, value, derivative, secondDerivative }) => {
  const f = functionsOfOne[name];
  const allowed = elementary[name] ?? 0;

  it('is the expression that Python evaluated', () => {
    expect(f?.python).toBe(python);
  });

  it.each([
    ['value', f?.value, value],
    ['derivative', f?.derivative, derivative],
    ['second derivative', f?.secondDerivative, secondDerivative],
  ])('has the %s that CPython computes', (key, compute, expected) => {
    const actual = x.map((point) => compute?.(point) ?? Number.NaN);
    const wanted = (i: number) => expected[i] ?? Number.NaN;
    if (key !== 'value' && cancelling.has(name)) {
      actual.forEach((value, i) => {
        expect(Math.abs(value - wanted(i))).toBeLessThan(1e-15 * Math.max(1, 4 * (x[i] ?? 0) ** 2));
      });
    } else {
      expect(Math.max(...actual.map((value, i) => ulpsBetween(value, wanted(i))))).toBeLessThanOrEqual(allowed);
    }
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

describe('what the comments claim', () => {
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

describe('which form of a power agrees with CPython', () => {
  const powers = fixture<Power>('powers');
  const differing = (compute: (x: number) => number, key: 'square' | 'cube' | 'fourth') =>
    powers.filter((power) => compute(power.x) !== power[key]).length;

  it('x ** 3 and x ** 4 agree to the last bit', () => {
    expect(differing((x) => x ** 3, 'cube')).toBe(0);
    expect(differing((x) => x ** 4, 'fourth')).toBe(0);
  });

  it('x ** 2 is x * x here and not quite there', () => {
    expect(powers.filter(({ x }) => x ** 2 !== x * x)).toEqual([]);
    expect(differing((x) => x * x, 'square')).toBeGreaterThan(0);
    expect(differing((x) => x * x, 'square')).toBeLessThan(powers.length / 20);
  });

  it('a fourth power written as a product would differ often', () => {
    expect(differing((x) => x * x * x * x, 'fourth')).toBeGreaterThan(powers.length / 5);
  });
});
