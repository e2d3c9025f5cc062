import { describe, expect, it, test } from 'vitest';
import { gradientDescent } from '../../../src/numeric/descent/gradient-descent.ts';
import { bowl, quadratic, rosenbrock } from '../../../src/numeric/functions/functions-of-many.ts';
import { adam } from '../../../src/numeric/optimizers/adam.ts';
import { momentum } from '../../../src/numeric/optimizers/momentum.ts';
import { optimize } from '../../../src/numeric/optimizers/optimizer.ts';
import { plainDescent } from '../../../src/numeric/optimizers/plain-descent.ts';
import { rmsProp } from '../../../src/numeric/optimizers/rms-prop.ts';
import { expectWithin } from '../expect-within.ts';
import { fixture } from '../fixture.ts';

const optimizers = { plain: plainDescent, momentum, rmsProp, adam };

interface Case {
  readonly name: keyof typeof optimizers;
  readonly rate: number;
  readonly path: readonly (readonly number[])[];
}

test.each(fixture<Case>('optimizers'))('$name goes the way of a NumPy loop on the valley of Rosenbrock', (row) => {
  const { path } = optimize(rosenbrock, [-1.2, 1], optimizers[row.name](row.rate), { steps: 60 });
  const [actual, expected] = [path.flatMap(({ position }) => position), row.path.flat()];
  // To the bit, but for Adam: its 0.9 ** t is a power, and not the same to the last bit on every machine.
  const away = row.name === 'adam' ? 1e-12 : 0;
  expectWithin(
    actual,
    expected,
    expected.map(() => away),
  );
});

test('plain is gradient descent, and so is momentum that keeps nothing', () => {
  const { path } = gradientDescent(bowl, [3, 2], 0.05, { steps: 50 });
  const positions = path.map(({ position }) => position);
  for (const optimizer of [plainDescent(0.05), momentum(0.05, 0)]) {
    expect(optimize(bowl, [3, 2], optimizer, { steps: 50 }).path.map(({ position }) => position)).toEqual(positions);
  }
});

test('a step depends on its arguments alone', () => {
  for (const make of Object.values(optimizers)) {
    const optimizer = make(0.1);
    const before = { position: [3, 2], gradient: [6, 12], memory: optimizer.start(2), count: 1 };
    const first = optimizer.step(before);
    optimizer.step({ ...before, position: first.position, memory: first.memory, count: 2 });
    expect(optimizer.step(before)).toEqual(first);
    expect(before).toEqual({ position: [3, 2], gradient: [6, 12], memory: optimizer.start(2), count: 1 });
  }
});

test('under a steady gradient momentum grows to 1 / (1 − beta) plain steps', () => {
  const slope = { value: ([x = 0]: readonly number[]) => x, gradient: () => [1] };
  const { path } = optimize(slope, [0], momentum(0.01, 0.9), { steps: 200 });
  const [a = 0, b = 0] = path.slice(-2).map(({ position }) => position[0]);
  expect(a - b).toBeCloseTo(0.1, 8);
});

test.each([1e-3, 1, 1e6])(
  'the first step of Adam is as long as the rate, also with gradients %s times as large',
  (scale) => {
    const { path } = optimize(quadratic([scale, 3 * scale]), [3, -2], adam(0.05), { steps: 1 });
    const [x = 0, y = 0] = path[1]?.position ?? [];
    expect(3 - x).toBeCloseTo(0.05, 5);
    expect(y + 2).toBeCloseTo(0.05, 5);
  },
);

test('on an ill-conditioned bowl momentum needs fewer steps than plain descent at its best rate', () => {
  const ravine = quadratic([1, 100]);
  const steps = (optimizer: ReturnType<typeof plainDescent>) =>
    optimize(ravine, [1, 1], optimizer, { steps: 5000, tolerance: 1e-6 }).path.length - 1;
  expect(steps(momentum(0.03, 0.8)) * 3).toBeLessThan(steps(plainDescent(2 / 101)));
});

test('a run that overflows is diverged, for each of them that can', () => {
  for (const make of [plainDescent, momentum]) {
    const { reason, path } = optimize(bowl, [3, 2], make(10), { steps: 1_000_000 });
    expect(reason).toBe('diverged');
    expect(path.length).toBeLessThan(1000);
  }
});

describe('invalid arguments', () => {
  it.each([
    [() => plainDescent(0), 'the learning rate is 0; write a number greater than 0, for example 0.1'],
    [() => momentum(0.1, 1), 'beta is 1; write a number from 0 to below 1, for example 0.9'],
    [() => momentum(0.1, Number.NaN), 'beta is NaN; write a number from 0 to below 1, for example 0.9'],
    [() => rmsProp(0.1, -0.1), 'decay is -0.1; write a number from 0 to below 1, for example 0.9'],
    [() => rmsProp(0.1, 0.9, 0), 'epsilon is 0; write a number greater than 0, for example 1e-8'],
    [() => adam(0.1, { beta1: 1 }), 'beta1 is 1; write a number from 0 to below 1, for example 0.9'],
    [() => adam(0.1, { beta2: 2 }), 'beta2 is 2; write a number from 0 to below 1, for example 0.999'],
    [
      () => optimize(bowl, [], plainDescent(0.1), { steps: 1 }),
      'the start is empty; write one number for each input, for example [3, 2]',
    ],
  ])('%s', (act, message) => {
    expect(act).toThrow(new RangeError(message));
  });

  it("another optimiser's memory", () => {
    const before = { position: [1], gradient: [1], memory: {}, count: 1 };
    expect(() => adam(0.1).step(before)).toThrow("the memory holds no mean; begin with the optimiser's own start()");
  });
});
