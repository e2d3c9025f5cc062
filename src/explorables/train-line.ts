import { regressionData } from '../figures/regression-data.ts';
import { valleyAt } from '../figures/valley.ts';
import { placesOf } from '../figures/walk.ts';
import { lineRows } from '../numeric/design-matrix.ts';
import { gradientDescent } from '../numeric/gradient-descent.ts';
import { leastSquares } from '../numeric/least-squares.ts';
import { normalEquations } from '../numeric/normal-equations.ts';
import type { Point } from './control.ts';
import type { State } from './regression-controls.ts';

/** The longest training, and the size at which it counts as gone for good. */
export const rule = { steps: 200, limit: 1e6 } as const;

/** Trains a line on the points of a state. */
export function train({ data, points: three, line, rate }: State) {
  const points = data === 'three' ? three : projectPoints();
  const [rows, y] = [lineRows(points.map(([x]) => x)), points.map(([, height]) => height)];
  const loss = leastSquares(rows, y);
  const { path, reason } = gradientDescent(loss, line, rate, rule);
  const best = bestFor(points);
  return {
    points,
    rate,
    path,
    reason,
    best,
    valley: best && valleyAt(best, curvature(points)),
    least: best ? loss.value(best) : 0,
    places: placesOf(path),
  };
}

/** The second derivatives of the loss along m, along both, and along b. */
function curvature(points: readonly Point[]): [number, number, number] {
  const mean = (of: (x: number) => number) => points.reduce((sum, [x]) => sum + of(x), 0) / points.length;
  return [2 * mean((x) => x * x), 2 * mean((x) => x), 2];
}

export type Training = ReturnType<typeof train>;

function projectPoints(): readonly Point[] {
  const { x, y } = regressionData();
  return x.map((at, i) => [at, Number(y[i])]);
}

/** The line with the least loss; none if the points stand above one another, for then many are equally good. */
export function bestFor(points: readonly Point[]): Point | undefined {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  if (Math.max(...xs) - Math.min(...xs) < 1e-3) return undefined;
  const [m = 0, b = 0] = normalEquations(lineRows(xs), ys);
  return [m, b];
}

/** The line after some steps, its loss and its slopes, and the line that comes next. */
export function at({ path, rate }: Training, step: number) {
  const { position = [], value = Number.NaN, gradient = [] } = path[step] ?? {};
  const [[m, b], [forM, forB]] = [position, gradient].map((pair) => [Number(pair[0]), Number(pair[1])] as const) as [
    Point,
    Point,
  ];
  return { m, b, value, forM, forB, next: [m - rate * forM, b - rate * forB] as const };
}
