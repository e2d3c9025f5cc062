import { leastSquares } from '../../src/numeric/regression/least-squares.ts';

/** The prices of four parcels of 1, 2, 3 and 4 kilograms, in euros. */
export const parcelPrices = [2.1, 3.9, 6.2, 7.8];

/** The mean squared error of a price of `w` a kilogram, as a function of w. */
export function priceLoss(prices: readonly number[] = parcelPrices): (w: number) => number {
  const { value } = leastSquares(
    prices.map((_, i) => [i + 1]),
    prices,
  );
  return (w) => value([w]);
}
