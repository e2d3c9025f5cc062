import { describe, expect, it, test } from 'vitest';
import { at } from '../../../src/core/at.ts';
import { gradientDescent1d } from '../../../src/numeric/descent/gradient-descent-1d.ts';
import { functionsOfOne, quartic, square } from '../../../src/numeric/functions/functions-of-one.ts';
import { expectWithin } from '../expect-within.ts';
import { fixture } from '../fixture.ts';
import { seededRandom } from '../seeded-random.ts';

interface Case {
  readonly name: string;
  readonly start: number;
  readonly rate: number;
  readonly steps: number;
  readonly path: readonly (readonly [x: number, value: number, slope: number])[];
  /** How far apart machines may be: in the position after one step from a state, in its value and its slope. */
  readonly errors: readonly (readonly [next: number, value: number, slope: number])[];
}

describe.each(fixture<Case>('descents'))('$name from $start with rate $rate', ({ name, start, rate, path, errors }) => {
  const f = functionsOfOne[name] ?? square;

  it('makes each step of a plain Python loop: to the bit, or to what a power may differ by', () => {
    for (const [k, [x, ...there]] of path.slice(0, -1).entries()) {
      const { path: walked } = gradientDescent1d(f, x, rate, { steps: 1 });
      const [, ...errorsThere] = at(errors, k);
      expectWithin([f.value(x), f.derivative(x)], there, errorsThere, `value and slope of step ${k}`);
      expectWithin(
        [walked.at(-1)?.position ?? Number.NaN],
        [at(at(path, k + 1), 0)],
        [at(at(errors, k), 0)],
        `from step ${k}`,
      );
    }
  });

  it('goes the whole way of that loop', () => {
    const run = gradientDescent1d(f, start, rate, { steps: path.length - 1 });
    const isExact = errors.flat().every((error) => error === 0);
    const positions = path.slice(0, run.path.length).map(([x]) => x);
    const away = isExact ? 0 : 1e-11;
    expectWithin(
      run.path.map(({ position }) => position),
      positions,
      positions.map(() => away),
    );
    expect(run.path.length).toBeGreaterThan(20);
    expect(run.reason).toBe(run.path.length === path.length ? 'steps used up' : 'converged');
  });
});

describe('the reason for stopping', () => {
  it('is converged at the first state whose slope is within the tolerance', () => {
    const { path, reason } = gradientDescent1d(quartic, 3, 0.01, { steps: 1000, tolerance: 1e-6 });
    expect(reason).toBe('converged');
    expect(path.map(({ gradient }) => Math.abs(gradient) <= 1e-6).indexOf(true)).toBe(path.length - 1);
    expect(path.at(-1)?.position).toBeCloseTo(Math.sqrt(1.5), 6);
  });

  it('is converged before any step when the start is level', () => {
    expect(gradientDescent1d(square, 0, 0.1, { steps: 5 })).toEqual({
      path: [{ position: 0, value: 0, gradient: 0 }],
      reason: 'converged',
    });
  });

  it('is steps used up when no step is allowed', () => {
    expect(gradientDescent1d(square, 3, 0.1, { steps: 0 })).toMatchObject({
      path: [{ position: 3 }],
      reason: 'steps used up',
    });
  });

  it('is diverged once the numbers overflow, with only the last state not finite', () => {
    const { path, reason } = gradientDescent1d(quartic, 3, 0.5, { steps: 1_000_000 });
    expect(reason).toBe('diverged');
    expect(path.length).toBeLessThan(20);
    expect(path.slice(0, -1).every(({ position, value }) => Number.isFinite(position + value))).toBe(true);
    expect(Number.isFinite((path.at(-1)?.position ?? 0) + (path.at(-1)?.value ?? 0))).toBe(false);
  });

  it('is diverged as soon as the position is beyond the limit', () => {
    const { path, reason } = gradientDescent1d(square, 5, 1.01, { steps: 1_000_000, limit: 1000 });
    expect(reason).toBe('diverged');
    expect(path.map(({ position }) => Math.abs(position) > 1000).indexOf(true)).toBe(path.length - 1);
  });

  it('is diverged when the slope is NaN, and not an endless loop', () => {
    const cliff = { value: Math.sqrt, derivative: (x: number) => 0.5 / Math.sqrt(x) };
    expect(gradientDescent1d(cliff, 1, 0.9, { steps: 1_000_000 }).reason).toBe('diverged');
  });
});

test('on a parabola every step multiplies the distance by 1 − rate × curvature', () => {
  const random = seededRandom(11);
  for (let i = 0; i < 200; i++) {
    const [start, rate] = [1 + 9 * random(), 0.01 + 0.98 * random()];
    const { path } = gradientDescent1d(square, start, rate, { steps: 30 });
    path.forEach(({ position }, k) => {
      expect(Math.abs(position - start * (1 - 2 * rate) ** k)).toBeLessThan(1e-12 * start);
    });
  }
});

test('for all numbers, a run ends and its reason is true', () => {
  const random = seededRandom(13);
  for (let i = 0; i < 500; i++) {
    const [start, rate, steps] = [-5 + 10 * random(), 10 ** (-4 + 5 * random()), Math.floor(60 * random())];
    const { path, reason } = gradientDescent1d(quartic, start, rate, { steps, tolerance: 1e-9 });
    const last = path.at(-1);
    const finite = [last?.position, last?.value, last?.gradient].every(Number.isFinite);
    expect(path.length).toBeLessThanOrEqual(steps + 1);
    expect(finite).toBe(reason !== 'diverged');
    if (reason === 'converged') expect(Math.abs(last?.gradient ?? 1)).toBeLessThanOrEqual(1e-9);
    if (reason === 'steps used up') expect(path.length).toBe(steps + 1);
  }
});

test.each([
  [Number.NaN, 0.1, { steps: 1 }, 'the start is NaN; write a finite number, for example 3'],
  [Number.POSITIVE_INFINITY, 0.1, { steps: 1 }, 'the start is Infinity; write a finite number, for example 3'],
  [1, 0, { steps: 1 }, 'the learning rate is 0; write a number greater than 0, for example 0.1'],
  [1, -0.1, { steps: 1 }, 'the learning rate is -0.1; write a number greater than 0, for example 0.1'],
  [1, Number.NaN, { steps: 1 }, 'the learning rate is NaN; write a number greater than 0, for example 0.1'],
  [1, 0.1, { steps: -1 }, 'steps is -1; write a whole number from 0 up'],
  [1, 0.1, { steps: 1.5 }, 'steps is 1.5; write a whole number from 0 up'],
  [1, 0.1, { steps: Number.POSITIVE_INFINITY }, 'steps is Infinity; write a whole number from 0 up'],
  [1, 0.1, { steps: 1, tolerance: -1 }, 'tolerance is -1; write 0 or more, for example 1e-6'],
  [1, 0.1, { steps: 1, limit: Number.NaN }, 'limit is NaN; write 0 or more, for example 1e6'],
])('start %s, rate %s, rule %o is refused', (start, rate, rule, message) => {
  expect(() => gradientDescent1d(square, start, rate, rule)).toThrow(new RangeError(message));
});
