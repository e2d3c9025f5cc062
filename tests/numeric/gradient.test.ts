import { describe, expect, it, test } from 'vitest';
import { directionalDerivative, unit } from '../../src/numeric/derivatives/directional-derivative.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { partialDerivative } from '../../src/numeric/derivatives/partial-derivative.ts';
import { bowl, rosenbrock, saddle } from '../../src/numeric/functions/functions-of-many.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { numericalJacobian } from '../experiments/numerical-jacobian.ts';
import { fixture } from './fixture.ts';
import { seededRandom } from './seeded-random.ts';

interface Case {
  readonly point: readonly number[];
  readonly h: number;
  readonly gradient: readonly number[];
}

test.each(fixture<Case>('partials'))('the gradient at $point is measured as Python measures it, to the bit', (row) => {
  expect(numericalGradient(bowl.value, row.point, row.h)).toEqual(row.gradient);
  expect(row.gradient.map((_, axis) => partialDerivative(bowl.value, row.point, axis, row.h))).toEqual(row.gradient);
});

describe('a partial derivative', () => {
  it.each([-1, 2, 0.5, Number.NaN])('along axis %s of a point of the plane is refused', (axis) => {
    expect(() => partialDerivative(bowl.value, [1, 2], axis)).toThrow(RangeError);
  });

  it('leaves the point as it was', () => {
    expect(partialDerivative(bowl.value, Object.freeze([1, 2]), 1)).toBeCloseTo(12, 8);
  });

  it('refuses a step of zero', () => {
    expect(() => numericalGradient(bowl.value, [1, 2], 0)).toThrow('the step h is 0');
  });
});

test('the gradient at an empty point is empty', () => {
  expect(numericalGradient(() => 1, [])).toEqual([]);
});

describe('the Jacobian', () => {
  const polar = ([r = Number.NaN, angle = Number.NaN]: readonly number[]) => [r * Math.cos(angle), r * Math.sin(angle)];

  it('of polar coordinates is known, and its determinant is the radius', () => {
    const random = seededRandom(23);
    for (let i = 0; i < 100; i++) {
      const [r, angle] = [0.1 + 3 * random(), 6 * random()];
      const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = numericalJacobian(polar, [r, angle]);
      expect(
        [a, b, c, d].map(
          (x, k) =>
            Math.abs(x - ([Math.cos(angle), -r * Math.sin(angle), Math.sin(angle), r * Math.cos(angle)][k] ?? 9)) <
            1e-8,
        ),
      ).toEqual([true, true, true, true]);
      expect(a * d - b * c).toBeCloseTo(r, 7);
    }
  });

  it('has a row for each output and a column for each input', () => {
    expect(
      numericalJacobian(([x = 0, y = 0, z = 0]) => [x + 2 * y, z], [1, 1, 1]).map((row) => row.map(Math.round)),
    ).toEqual([
      [1, 2, 0],
      [0, 0, 1],
    ]);
  });

  it('of a gradient is the Hessian', () => {
    const measured = numericalJacobian(rosenbrock.gradient, [-1.2, 1]).flat();
    rosenbrock
      .hessian([-1.2, 1])
      .flat()
      .forEach((exact, i) => {
        expect(Math.abs((measured[i] ?? 0) - exact)).toBeLessThan(1e-6);
      });
  });

  it('refuses an empty point, a step of zero and outputs of changing length', () => {
    expect(() => numericalJacobian(polar, [])).toThrow('the point is empty; write at least one input');
    expect(() => numericalJacobian(polar, [1, 1], 0)).toThrow(RangeError);
    expect(() => numericalJacobian(([x = 0]) => (x > 1 ? [1] : [1, 2]), [1])).toThrow(
      'f returned 1 and then 2 numbers',
    );
  });
});

describe('the directional derivative', () => {
  it('equals a central difference along the direction, for every length of the direction', () => {
    const random = seededRandom(29);
    for (let i = 0; i < 100; i++) {
      const [x, y, angle, length] = [4 * random() - 2, 4 * random() - 2, 7 * random(), 0.1 + 5 * random()];
      const [u, v] = [Math.cos(angle), Math.sin(angle)];
      const along = (t: number) => saddle.value([x + t * u, y + t * v]);
      const measured = (along(1e-5) - along(-1e-5)) / 2e-5;
      expect(directionalDerivative(saddle.gradient([x, y]), [length * u, length * v])).toBeCloseTo(measured, 7);
    }
  });

  it('is largest along the gradient, zero across it', () => {
    const gradient = bowl.gradient([1, 2]);
    const rates = Array.from({ length: 360 }, (_, k) => (k * Math.PI) / 180).map((angle) => {
      return directionalDerivative(gradient, [Math.cos(angle), Math.sin(angle)]);
    });
    expect(Math.max(...rates)).toBeLessThanOrEqual(norm(gradient));
    expect(directionalDerivative(gradient, gradient)).toBeCloseTo(norm(gradient), 12);
    expect(directionalDerivative(gradient, [-12, 2])).toBeCloseTo(0, 12);
  });

  it.each([[[0, 0]], [[]], [[Number.NaN, 1]], [[Number.POSITIVE_INFINITY, 0]]])('along %o is refused', (direction) => {
    expect(() => unit(direction)).toThrow(RangeError);
  });
});

test('vectors of different lengths have no dot product', () => {
  expect(() => dot([1], [1, 2])).toThrow('the vectors have 1 and 2 elements; write two of the same length');
});
