/** An interval that holds the lowest point of a curve, with the slope at its middle. */
export interface HalvedInterval {
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  readonly slope: number;
}

/**
 * Bisection on the sign of a slope that changes from negative to positive once: the interval at first and after each
 * halving, up to `count` of them. It stops early where the slope at the middle is exactly 0, which is the lowest point.
 *
 * @see Burden & Faires, Numerical Analysis, section 2.1
 */
export function halveInterval(
  slope: (x: number) => number,
  [low, high]: readonly [low: number, high: number],
  count: number,
): HalvedInterval[] {
  const middle = (low + high) / 2;
  const here = { low, high, middle, slope: slope(middle) };
  if (count === 0 || here.slope === 0) return [here];
  return [here, ...halveInterval(slope, here.slope < 0 ? [middle, high] : [low, middle], count - 1)];
}
