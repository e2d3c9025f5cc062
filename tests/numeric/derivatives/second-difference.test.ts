import { describe, expect, it } from 'vitest';
import { secondDifference } from '../../../src/numeric/derivatives/second-difference.ts';
import { functionsOfOne, square } from '../../../src/numeric/functions/functions-of-one.ts';

describe('the second difference', () => {
  it.each(Object.entries(functionsOfOne))(
    'measures the second derivative of %s',
    (_name, { value, secondDerivative }) => {
      for (const x of [0.6, 1, 1.4]) {
        const exact = secondDerivative(x);
        expect(Math.abs(secondDifference(value, x) - exact)).toBeLessThan(1e-5 * Math.max(1, Math.abs(exact)));
      }
    },
  );

  it('of a parabola is its curvature, for steps large and small and of either sign', () => {
    for (const h of [4, 0.5, -0.5]) expect(secondDifference(square.value, 3, h)).toBe(2);
  });

  it('has an error that falls a hundredfold when the step falls tenfold', () => {
    const error = (h: number) => Math.abs(secondDifference(Math.exp, 1, h) - Math.E);
    expect(error(0.1) / error(0.01)).toBeCloseTo(100, 0);
  });

  it('passes on what f makes of NaN and infinity', () => {
    expect(secondDifference(square.value, Number.NaN)).toBe(Number.NaN);
    expect(secondDifference(square.value, Number.POSITIVE_INFINITY)).toBe(Number.NaN);
  });

  it.each([0, Number.NaN, Number.POSITIVE_INFINITY])('refuses the step %s', (h) => {
    expect(() => secondDifference(square.value, 1, h)).toThrow(RangeError);
  });
});
