import { requireFinite, requirePositive } from '../check-argument.ts';
import { type Descent, type DescentState, followDescent, type StoppingRule } from './descent.ts';

/** The part of a function of one variable that a descent needs. The derivative may be exact or a difference quotient. */
export interface Slope {
  readonly value: (x: number) => number;
  readonly derivative: (x: number) => number;
}

/**
 * Gradient descent in one dimension with a fixed rate: `x = x - rate * derivative(x)`, again and again.
 *
 * @param start where to begin, in the units of x.
 * @param rate the learning rate, greater than 0: units of x per unit of slope.
 * @returns every state from the start on, and why the run ended; see {@link StoppingRule} for when it does.
 * @throws RangeError if the start is not finite, the rate not positive and finite, or the rule not valid.
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., section 2.2 (steepest descent)
 */
export function gradientDescent1d(
  { value, derivative }: Slope,
  start: number,
  rate: number,
  rule: StoppingRule,
): Descent<DescentState<number>> {
  requirePositive('the learning rate', rate, '0.1');
  const at = (position: number) => ({ position, value: value(position), gradient: derivative(position) });
  const next = ({ position, gradient }: DescentState<number>) => at(position - rate * gradient);
  return followDescent(at(requireFinite('the start', start, '3')), next, Math.abs, rule);
}
