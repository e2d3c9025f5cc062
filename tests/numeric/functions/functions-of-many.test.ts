import { describe, expect, it, test } from 'vitest';
import { centralDifference } from '../../../src/numeric/derivatives/central-difference.ts';
import { bowl, mixed, quadratic, rosenbrock, saddle } from '../../../src/numeric/functions/functions-of-many.ts';
import { seededRandom } from '../seeded-random.ts';

const functions = { bowl, saddle, mixed, rosenbrock, ravine: quadratic([1, 25]), three: quadratic([1, -2, 3]) };

/** The point with its coordinate `i` replaced. */
function withCoordinate(point: readonly number[], i: number, x: number): number[] {
  return point.map((old, k) => (k === i ? x : old));
}

describe.each(Object.entries(functions))('%s', (_, f) => {
  const random = seededRandom(17);
  const points = Array.from({ length: 100 }, () => Array.from({ length: f.dimension }, () => -3 + 6 * random()));

  it('has the gradient that central differences measure', () => {
    for (const point of points) {
      f.gradient(point).forEach((exact, i) => {
        const measured = centralDifference((x) => f.value(withCoordinate(point, i, x)), point[i] ?? 0);
        expect(Math.abs(measured - exact), `at ${point}`).toBeLessThan(1e-7 + 1e-10 * Math.abs(f.value(point)));
      });
    }
  });

  it('has the Hessian that central differences of its gradient measure', () => {
    for (const point of points) {
      f.hessian(point).forEach((row, i) => {
        row.forEach((exact, j) => {
          const slope = (x: number) => f.gradient(withCoordinate(point, j, x))[i] ?? Number.NaN;
          expect(Math.abs(centralDifference(slope, point[j] ?? 0) - exact)).toBeLessThan(1e-7 + 1e-9 * Math.abs(exact));
        });
      });
    }
  });

  it('refuses a point with too few or too many numbers', () => {
    const short = Array.from({ length: f.dimension - 1 }, () => 1);
    for (const point of [short, [], [...short, 1, 1]]) {
      expect(() => f.value(point)).toThrow(RangeError);
      expect(() => f.gradient(point)).toThrow(RangeError);
    }
  });
});

test('a quadratic writes itself out', () => {
  expect(quadratic([1, 25]).formula).toBe('½(1x₁² + 25x₂²)');
});

test.each([
  [[], 'there are no curvatures; write one for each axis, for example [1, 25]'],
  [[1, Number.NaN], 'a curvature is NaN; write a finite number, for example 25'],
])('curvatures %o are refused', (curvatures, message) => {
  expect(() => quadratic(curvatures)).toThrow(new RangeError(message));
});
