import { requireStep } from '../check-argument.ts';

/**
 * The second difference `(f(x + h) - 2 f(x) + f(x - h)) / h**2`: how fast the slope changes, a measurement of the second
 * derivative, in units of f per squared unit of x.
 *
 * For smooth f its error is about `h**2 / 12 * f''''(x)`, to which rounding adds about `4e-16 * |f(x)| / h**2`; the two
 * balance near h = 1e-4, the default, and no step gives more than about eight digits.
 *
 * @param f defined at x - h, x and x + h. What it returns is used as it is: a NaN there is a NaN here.
 * @throws RangeError if h is 0, infinite or NaN.
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., section 8.1
 */
export function secondDifference(f: (x: number) => number, x: number, h = 1e-4): number {
  requireStep(h);
  return (f(x + h) - 2 * f(x) + f(x - h)) / (h * h);
}
