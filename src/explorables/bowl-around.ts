import type { Terrain } from '../numeric/gradient-descent.ts';

/**
 * A function of two numbers whose curvatures are the same everywhere, such as a mean squared error, written around its
 * lowest point: the same heights at a fraction of the work, for thousands of places of a map.
 */
export function bowlAround({ value, gradient }: Terrain, [m, b]: readonly [number, number]) {
  const least = value([m, b]);
  const [mm = 0, mb = 0] = gradient([m + 1, b]);
  const [, bb = 0] = gradient([m, b + 1]);
  return ([x = 0, y = 0]: readonly number[]): number => {
    const [dx, dy] = [x - m, y - b];
    return least + (mm * dx * dx + 2 * mb * dx * dy + bb * dy * dy) / 2;
  };
}
