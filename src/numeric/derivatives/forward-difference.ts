import { requireStep } from '../check-argument.ts';

/**
 * The forward difference `(f(x + h) - f(x)) / h`: the slope of the line through the curve at x and at x + h.
 *
 * For smooth f its error is about `h / 2 * f''(x)`, to which rounding adds about `1e-16 * |f(x)| / h`; the two balance
 * near h = 1e-8, the default. A negative h looks to the left. The result is in units of f per unit of x.
 *
 * @param f defined at x and x + h. What it returns is used as it is: a NaN there is a NaN here.
 * @throws RangeError if h is 0, infinite or NaN.
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., section 8.1
 */
export function forwardDifference(f: (x: number) => number, x: number, h = 1e-8): number {
  requireStep(h);
  return (f(x + h) - f(x)) / h;
}
