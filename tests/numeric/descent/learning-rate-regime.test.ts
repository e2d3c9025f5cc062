import { describe, expect, it, test } from 'vitest';
import { gradientDescent } from '../../../src/numeric/descent/gradient-descent.ts';
import { learningRateRegime, type Regime, stepFactor } from '../../../src/numeric/descent/learning-rate-regime.ts';
import { quadratic } from '../../../src/numeric/functions/functions-of-many.ts';
import { seededRandom } from '../seeded-random.ts';

test.each([
  [0.001, 1, 'monotone'],
  [0.999, 1, 'monotone'],
  [1, 1, 'one step'],
  [1.001, 1, 'zig-zag'],
  [1.999, 1, 'zig-zag'],
  [2, 1, 'cycle'],
  [2.001, 1, 'diverge'],
  [0.5, 2, 'one step'],
  [1, 2, 'cycle'],
])('rate %s on curvature %s: %s', (rate, curvature, regime) => {
  expect(learningRateRegime(rate, curvature)).toBe(regime);
});

/** What a run of the descent itself looks like. */
function observed(rate: number, curvature: number): Regime {
  const { path } = gradientDescent(quadratic([curvature]), [1], rate, { steps: 2 });
  const [before = 0, after = 0] = path.map(({ position }) => position[0]);
  if (after === 0) return 'one step';
  if (after > 0) return 'monotone';
  if (after === -before) return 'cycle';
  return -after < before ? 'zig-zag' : 'diverge';
}

describe('the formula', () => {
  it('classifies runs correctly', () => {
    const random = seededRandom(19);
    for (let i = 0; i < 500; i++) {
      const [rate, curvature] = [0.01 + 3 * random(), 0.1 + 3 * random()];
      expect(observed(rate, curvature), `${rate}, ${curvature}`).toBe(learningRateRegime(rate, curvature));
    }
  });

  it('has the factor that the lessons print', () => {
    expect(stepFactor(0.99, 2)).toBeCloseTo(-0.98, 15);
  });
});

test.each([
  [0, 1, 'the learning rate is 0; write a number greater than 0, for example 0.1'],
  [1, 0, 'the curvature is 0; write a number greater than 0, for example 2'],
  [Number.NaN, 1, 'the learning rate is NaN; write a number greater than 0, for example 0.1'],
])('rate %s on curvature %s is refused', (rate, curvature, message) => {
  expect(() => learningRateRegime(rate, curvature)).toThrow(new RangeError(message));
});
