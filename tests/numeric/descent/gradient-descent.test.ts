import { describe, expect, it, test } from 'vitest';
import { gradientDescent } from '../../../src/numeric/descent/gradient-descent.ts';
import { bowl, quadratic, saddle } from '../../../src/numeric/functions/functions-of-many.ts';
import { norm } from '../../../src/numeric/linear/norm.ts';
import { fixture } from '../fixture.ts';

interface Case {
  readonly name: 'bowl' | 'saddle';
  readonly start: readonly number[];
  readonly rate: number;
  readonly steps: number;
  readonly path: readonly (readonly [position: number[], value: number, gradient: number[]])[];
}

describe.each(fixture<Case>('descents-many'))(
  '$name from $start with rate $rate',
  ({ name, start, rate, steps, path }) => {
    it('goes through the numbers of a plain NumPy loop, to the bit', () => {
      const run = gradientDescent({ bowl, saddle }[name], start, rate, { steps });
      expect(run.reason).toBe('steps used up');
      expect(run.path.map(({ position, value, gradient }) => [position, value, gradient])).toEqual(path);
    });
  },
);

describe('a condition number of 25, from (1, 1) to within 1e-6 of the minimum', () => {
  const ravine = quadratic([1, 25]);
  /** −1 if it never comes so near. */
  const stepsWith = (rate: number) =>
    gradientDescent(ravine, [1, 1], rate, { steps: 1000 }).path.findIndex(({ position }) => norm(position) <= 1e-6);

  it('takes 177 steps with the best rate, 2/26, and 339 with 1/25', () => {
    expect(stepsWith(2 / 26)).toBe(177);
    expect(stepsWith(1 / 25)).toBe(339);
  });

  it('diverges with 2.01/25, although slowly', () => {
    const { path, reason } = gradientDescent(ravine, [1, 1], 2.01 / 25, { steps: 5000, limit: 1e6 });
    expect(reason).toBe('diverged');
    expect(norm(path.at(-1)?.position ?? [])).toBeGreaterThan(1e6);
    expect(stepsWith(2.01 / 25)).toBe(-1);
  });
});

describe('a saddle, with rate 0.1', () => {
  const leaves = (offset: number) => {
    const { path } = gradientDescent(saddle, [1, offset], 0.1, { steps: 1000, limit: 1e6 });
    const index = path.findIndex(({ position }) => Math.abs(position[1] ?? 0) >= 1);
    return index < 0 ? undefined : index;
  };

  it('is left at step 76 from an offset of 1e-6, at 38 from 1e-3', () => {
    expect([leaves(1e-6), leaves(1e-3), leaves(-1e-3)]).toEqual([76, 38, 38]);
  });

  it('is never left from an offset of 0', () => {
    expect(leaves(0)).toBeUndefined();
  });
});

describe('the reason for stopping', () => {
  it('is converged by the length of the gradient', () => {
    const { path, reason } = gradientDescent(bowl, [3, 2], 0.05, { steps: 10_000, tolerance: 1e-6 });
    expect(reason).toBe('converged');
    expect(path.map(({ gradient }) => norm(gradient) <= 1e-6).indexOf(true)).toBe(path.length - 1);
  });

  it('is diverged on overflow, after finitely many steps', () => {
    const { path, reason } = gradientDescent(bowl, [3, 2], 10, { steps: 1_000_000 });
    expect(reason).toBe('diverged');
    expect(path.length).toBeLessThan(500);
  });
});

test('the shortest way to one number is the way in one dimension', () => {
  const { path } = gradientDescent(quadratic([2]), [4], 0.1, { steps: 3 });
  expect(path.map(({ position }) => position)).toEqual([[4], [3.2], [2.56], [2.048]]);
});

test('the arguments are not changed', () => {
  const start = Object.freeze([3, 2]);
  expect(() => gradientDescent(bowl, start, 0.05, { steps: 2 })).not.toThrow();
});

test.each([
  [[], 0.1, 'the start is empty; write one number for each input, for example [3, 2]'],
  [[1, Number.NaN], 0.1, 'a coordinate of the start is NaN; write a finite number, for example 3'],
  [[1], 0.1, 'the point has 1 numbers; write 2, one for each input'],
  [[1, 2, 3], 0.1, 'the point has 3 numbers; write 2, one for each input'],
  [[1, 1], 0, 'the learning rate is 0; write a number greater than 0, for example 0.1'],
])('start %o with rate %s is refused', (start, rate, message) => {
  expect(() => gradientDescent(bowl, start, rate, { steps: 1 })).toThrow(new RangeError(message));
});

test('a gradient of another length than the point is refused', () => {
  const broken = { value: () => 0, gradient: () => [1] };
  const message = 'the gradient has 1 numbers and the point has 2; return one slope for each input';
  expect(() => gradientDescent(broken, [1, 1], 0.1, { steps: 1 })).toThrow(new RangeError(message));
});
