import { requirePositive } from '../check-argument.ts';

/** How gradient descent with a fixed rate behaves on a parabola. */
export type Regime = 'monotone' | 'one step' | 'zig-zag' | 'cycle' | 'diverge';

/**
 * The factor of each step on the distance to the minimum of a parabola: `1 - rate * curvature`. Negative means that
 * the step lands on the other side; a size above 1, that it lands further away.
 *
 * @param curvature the second derivative of the parabola, greater than 0; 2 for x².
 * @throws RangeError if either is not a positive finite number.
 */
export function stepFactor(rate: number, curvature: number): number {
  requirePositive('the learning rate', rate, '0.1');
  requirePositive('the curvature', curvature, '2');
  return 1 - rate * curvature;
}

/**
 * Which of the five regimes a rate is in, from the product of rate and curvature: below 1 the distance shrinks on one
 * side (`monotone`), at 1 it is gone in `one step`, between 1 and 2 it shrinks with changing sign (`zig-zag`), at 2 it
 * keeps its size (`cycle`), above 2 it grows (`diverge`). The borders are compared exactly, as doubles.
 *
 * @throws RangeError if either is not a positive finite number.
 * @see Goh, Why Momentum Really Works, Distill 2017 (first steps: gradient descent)
 */
export function learningRateRegime(rate: number, curvature: number): Regime {
  const factor = stepFactor(rate, curvature);
  if (factor > 0) return 'monotone';
  if (factor === 0) return 'one step';
  if (factor > -1) return 'zig-zag';
  return factor === -1 ? 'cycle' : 'diverge';
}
