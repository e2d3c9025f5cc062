import { at } from '../../core/at.ts';
import type { Descent, DescentState } from '../../numeric/descent/descent.ts';
import { gradientDescent } from '../../numeric/descent/gradient-descent.ts';
import { numpyRandom } from '../../numeric/random/numpy-random.ts';
import { lineRows } from '../../numeric/regression/design-matrix.ts';
import { leastSquares } from '../../numeric/regression/least-squares.ts';

/** The guide's project: its data, and the training that fits a line to them. */
export interface RegressionRun {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The positions are `[m, b]`, the values mean squared errors. */
  readonly training: Descent<DescentState<readonly number[]>>;
  readonly rate: number;
}

/** The 50 points of the project. */
export function regressionData(): Pick<RegressionRun, 'x' | 'y'> {
  const random = numpyRandom(42);
  const x = random.uniform(-3, 3, 50);
  const noise = random.normal(0, 0.5, 50);
  return { x, y: x.map((value, i) => 2 * value + 1 + at(noise, i)) };
}

/** 50 points around `2 * x + 1` with noise of deviation 0.5, from seed 42, and 200 epochs with the rate 0.05. */
export function regressionRun(): RegressionRun {
  const { x, y } = regressionData();
  const rate = 0.05;
  return { x, y, rate, training: gradientDescent(leastSquares(lineRows(x), y), [0, 0], rate, { steps: 200 }) };
}
