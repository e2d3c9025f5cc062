import { requireStep } from '../check-argument.ts';

/**
 * The central difference `(f(x + h) - f(x - h)) / (2 * h)`: the slope of the line through the curve on both sides of x.
 *
 * For smooth f its error is about `h**2 / 6 * f'''(x)`, to which rounding adds about `1e-16 * |f(x)| / h`; the two
 * balance near h = 1e-5, the default. The result is in units of f per unit of x. Where f has a corner, the result is
 * the average of the slopes on the two sides and no derivative.
 *
 * @param f defined at x - h and x + h. What it returns is used as it is: a NaN there is a NaN here.
 * @throws RangeError if h is 0, infinite or NaN.
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., section 8.1
 */
export function centralDifference(f: (x: number) => number, x: number, h = 1e-5): number {
  requireStep(h);
  return (f(x + h) - f(x - h)) / (2 * h);
}
