import { at } from '../../core/at.ts';
import { requireDimension, requireFinite } from '../check-argument.ts';
import type { FunctionOfMany } from './function-of-many.ts';

/** The two coordinates of a point of the plane. Throws a RangeError if there are not exactly two. */
function pair(point: readonly number[]): [x: number, y: number] {
  requireDimension('the point', point, 2);
  return [at(point, 0), at(point, 1)];
}

/** x² + 3y²: a bowl, three times as steep in y as in x, with its minimum of 0 at the origin. */
export const bowl: FunctionOfMany = {
  formula: 'x² + 3y²',
  tex: 'x^2 + 3y^2',
  dimension: 2,
  value: (point) => {
    const [x, y] = pair(point);
    return x * x + 3 * (y * y);
  },
  gradient: (point) => {
    const [x, y] = pair(point);
    return [2 * x, 6 * y];
  },
  hessian: () => [
    [2, 0],
    [0, 6],
  ],
};

/** x² − y²: a saddle, lowest along x and highest along y at the origin, unbounded below. */
export const saddle: FunctionOfMany = {
  formula: 'x² − y²',
  tex: 'x^2 - y^2',
  dimension: 2,
  value: (point) => {
    const [x, y] = pair(point);
    return x * x - y * y;
  },
  gradient: (point) => {
    const [x, y] = pair(point);
    return [2 * x, -2 * y];
  },
  hessian: () => [
    [2, 0],
    [0, -2],
  ],
};

/** x²y + sin y: each slope depends on where both inputs are. */
export const mixed: FunctionOfMany = {
  formula: 'x²y + sin y',
  tex: 'x^2 y + \\sin y',
  dimension: 2,
  value: (point) => {
    const [x, y] = pair(point);
    return x * x * y + Math.sin(y);
  },
  gradient: (point) => {
    const [x, y] = pair(point);
    return [2 * x * y, x * x + Math.cos(y)];
  },
  hessian: (point) => {
    const [x, y] = pair(point);
    return [
      [2 * y, 2 * x],
      [2 * x, -Math.sin(y)],
    ];
  },
};

/** (1 − x)² + 100(y − x²)², Rosenbrock's valley: curved, flat along its floor, with its minimum of 0 at (1, 1). */
export const rosenbrock: FunctionOfMany = {
  formula: '(1 − x)² + 100(y − x²)²',
  tex: '(1 - x)^2 + 100(y - x^2)^2',
  dimension: 2,
  value: (point) => {
    const [x, y] = pair(point);
    const [a, b] = [1 - x, y - x * x];
    return a * a + 100 * (b * b);
  },
  gradient: (point) => {
    const [x, y] = pair(point);
    return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
  },
  hessian: (point) => {
    const [x, y] = pair(point);
    return [
      [2 - 400 * (y - x * x) + 800 * x * x, -400 * x],
      [-400 * x, 200],
    ];
  },
};

/**
 * ½(c₁x₁² + c₂x₂² + …), the quadratic whose curvatures along its axes are given. The ratio of the largest to the
 * smallest is its condition number. Its minimum, if all are positive, is 0 at the origin.
 *
 * @throws RangeError if there is no curvature or one is not finite.
 */
export function quadratic(curvatures: readonly number[]): FunctionOfMany {
  if (curvatures.length === 0)
    throw new RangeError('there are no curvatures; write one for each axis, for example [1, 25]');
  for (const c of curvatures) requireFinite('a curvature', c, '25');
  const scale = (point: readonly number[]) => {
    requireDimension('the point', point, curvatures.length);
    return point.map((x, i) => at(curvatures, i) * x);
  };
  return {
    formula: `½(${curvatures.map((c, i) => `${c}x${subscript(i + 1)}²`).join(' + ')})`,
    tex: `\\tfrac{1}{2}(${curvatures.map((c, i) => `${c}x_{${i + 1}}^2`).join(' + ')})`,
    dimension: curvatures.length,
    value: (point) => 0.5 * scale(point).reduce((sum, slope, i) => sum + slope * at(point, i), 0),
    gradient: scale,
    hessian: () => curvatures.map((c, row) => curvatures.map((_, column) => (row === column ? c : 0))),
  };
}

/** A whole number in Unicode's subscript digits. */
function subscript(n: number): string {
  return String(n).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}
