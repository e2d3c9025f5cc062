import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { regressionData } from '../../figures/parts/regression-data.ts';
import { valleyAt } from '../../figures/parts/valley.ts';
import { placesOf } from '../../figures/parts/walk.ts';
import { gradientDescent } from '../../numeric/descent/gradient-descent.ts';
import { mean } from '../../numeric/linear/pairwise-sum.ts';
import { lineRows } from '../../numeric/regression/design-matrix.ts';
import { leastSquares } from '../../numeric/regression/least-squares.ts';
import { normalEquations } from '../../numeric/regression/normal-equations.ts';
import type { State } from './regression-controls.ts';

/** The maximum number of steps, and the absolute value beyond which the training counts as diverged. */
export const rule = { steps: 200, limit: 1e6 } as const;

/** Trains a line on the points of a state. */
export function train({ data, points: three, line, rate }: State) {
  const points = data === 'three' ? three : projectPoints();
  const [rows, y] = [lineRows(points.map(([x]) => x)), points.map(([, height]) => height)];
  const loss = leastSquares(rows, y);
  const { path, reason } = gradientDescent(loss, line, rate, rule);
  const best = bestFor(points);
  const xs = points.map(([x]) => x);
  const level = Math.max(...xs) === Math.min(...xs);
  const bends = curvature(points);
  return {
    points,
    rate,
    path,
    reason,
    best,
    /** Whether the points stand exactly above one another, so that no line is the best one. */
    level,
    /** The rate above which the walk goes ever further out along the direction that bends most. */
    limit: 2 / steepest(bends),
    valley: best && valleyAt(best, bends),
    // Above one another, the best that a line can do is to go through the middle.
    least: best ? loss.value(best) : level ? loss.value([0, mean(y)]) : Number.NaN,
    places: placesOf(path),
  };
}

/** The second derivatives of the loss along m, along both, and along b. */
function curvature(points: readonly Point[]): [number, number, number] {
  const over = (of: (x: number) => number) => points.reduce((sum, [x]) => sum + of(x), 0) / points.length;
  return [2 * over((x) => x * x), 2 * over((x) => x), 2];
}

/** The larger eigenvalue of a symmetric matrix [[a, b], [b, c]]. */
function steepest([a, b, c]: readonly [number, number, number]): number {
  return (a + c) / 2 + Math.hypot((a - c) / 2, b);
}

export type Training = ReturnType<typeof train>;

function projectPoints(): readonly Point[] {
  const { x, y } = regressionData();
  return x.map((value, i) => [value, at(y, i)]);
}

/** The line with the least loss; none if the points stand above one another or nearly, so that a float cannot tell. */
export function bestFor(points: readonly Point[]): Point | undefined {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  if (Math.max(...xs) - Math.min(...xs) < 1e-3) return undefined;
  const [m = 0, b = 0] = normalEquations(lineRows(xs), ys);
  return [m, b];
}

/** The line after some steps, its loss and its slopes, and the line that comes next. */
export function stateAt({ path, rate }: Training, step: number) {
  const { position, value, gradient } = at(path, step);
  const [m, b, forM, forB] = [at(position, 0), at(position, 1), at(gradient, 0), at(gradient, 1)];
  return { m, b, value, forM, forB, next: [m - rate * forM, b - rate * forB] as const };
}
