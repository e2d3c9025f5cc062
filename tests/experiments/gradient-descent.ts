import { at, last } from '../../src/core/at.ts';
import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import { gradientDescent } from '../../src/numeric/descent/gradient-descent.ts';
import { gradientDescent1d, type Slope } from '../../src/numeric/descent/gradient-descent-1d.ts';
import { stepFactor } from '../../src/numeric/descent/learning-rate-regime.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import { bowl, quadratic, saddle } from '../../src/numeric/functions/functions-of-many.ts';
import { quartic, square } from '../../src/numeric/functions/functions-of-one.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { plainDescent } from '../../src/numeric/optimizers/plain-descent.ts';
import { numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import type { PageExperiments } from './experiment.ts';
import { firstStep, largest, positionAfter, stateAfter } from './follow.ts';
import { exponent, fixed, general, printed, truth, whole } from './python-text.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

export const gradientDescentLesson: PageExperiments = {
  page: 'guide/05-gradient-descent',
  recomputed: {
    'three-steps': threeSteps,
    'quartic-walk': quarticWalk,
    'reasons-to-stop': reasonsToStop,
    'solution-descent': measuredDescent,
    'three-rates': threeRates,
    'one-rate': oneRate,
    'five-regimes': fiveRegimes,
    'minus-zero': minusZero,
    'true-minus-zero': trueMinusZero,
    'distance-ratios': distanceRatios,
    overflow,
    'silent-overflow': silentOverflow,
    'solution-rates': rates,
    'two-dimensions': twoDimensions,
    conditioning,
    'solution-predict-limits': predictLimits,
    'two-starts': twoStarts,
    'tilted-valleys': tiltedValleys,
    'jump-across': jumpAcross,
    saddle: saddleWalk,
    'saddle-offsets': saddleOffsets,
    'bends-up-every-way': bendsUpEveryWay,
  },
  notRecomputed: {
    'solution-several-starts': 'Its walks end where those of `tilted-valleys` do, which is computed above.',
    'bug-old-slope': 'A program with a mistake in it, which the reader finds.',
  },
};

function threeSteps(): string {
  const run = gradientDescent1d(square, 4, 0.1, { steps: 3 });
  const rows = [0, 1, 2].map((step) => {
    const { position, gradient } = stateAfter(run, step);
    return `x = ${fixed(position, 3)}  slope ${fixed(gradient, 3)}  move ${fixed(-0.1 * gradient, 3)}`;
  });
  return printed(...rows, `x = ${fixed(positionAfter(run, 3), 3)}`);
}

const quarticFromThree = () => gradientDescent1d(quartic, 3, 0.01, { steps: 100 });

function quarticWalk(): string {
  const rows = quarticFromThree().path.flatMap(({ position, value, gradient }, step) =>
    step < 10 || step % 20 === 0
      ? [`${whole(step, 4)}  ${fixed(position, 4, 6)}  ${fixed(value, 4, 8)}  ${fixed(gradient, 4, 8)}`]
      : [],
  );
  return printed('step       x      f(x)     slope', ...rows);
}

function reasonsToStop(): string {
  const rows = [0.0001, 0.01, 0.1].map((rate) => {
    const { path, reason } = gradientDescent1d(quartic, 3, rate, { steps: 500, tolerance: 1e-6, limit: 1e6 });
    return `rate ${formatRepr(rate).padEnd(6)}  ${reason} at step ${path.length - 1}`;
  });
  return printed(...rows);
}

function measuredDescent(): string {
  const measured = { value: quartic.value, derivative: (x: number) => centralDifference(quartic.value, x) };
  const rows = [0.5, -3].map((start) => {
    const { position, value } = stateAfter(gradientDescent1d(measured, start, 0.01, { steps: 200 }), 200);
    return `from ${fixed(start, 1, 4)}: x = ${fixed(position, 6, 9)}, f(x) = ${fixed(value, 6)}`;
  });
  return printed(...rows);
}

function threeRates(): string {
  const rows = [0.01, 0.1, 1.5].map((rate) => {
    const { position, value } = stateAfter(gradientDescent1d(square, 4, rate, { steps: 20 }), 20);
    return `${formatRepr(rate).padEnd(4)}  ${fixed(position, 4, 16)}  ${general(value, 0, 8)}`;
  });
  return printed('rate  x after 20 steps            f(x)', ...rows);
}

function oneRate(): string {
  const [rate, curvature] = [0.1, 2];
  const run = gradientDescent1d(square, 4, rate, { steps: 5 });
  const rows = [1, 2, 3, 4, 5].map((step) => `step ${step}: x = ${fixed(positionAfter(run, step), 4)}`);
  return printed(`factor ${fixed(stepFactor(rate, curvature), 4)}`, ...rows);
}

function fiveRegimes(): string {
  const rows = [0.1, 0.5, 0.9, 1, 1.1].map((rate) => {
    const run = gradientDescent1d(square, 4, rate, { steps: 5 });
    return [formatRepr(rate), ...[1, 2, 3, 4, 5].map((step) => fixed(positionAfter(run, step), 2, 6))].join('  ');
  });
  return printed('rate  first five steps from 4', ...rows);
}

function minusZero(): string {
  const run = gradientDescent1d(square, 4, 0.9, { steps: 32 });
  const rows = [30, 31, 32].map((step) => {
    const x = positionAfter(run, step);
    return `step ${step}: ${fixed(x, 2, 5)}  or rather ${exponent(x, 0)}`;
  });
  return printed(...rows);
}

function trueMinusZero(): string {
  const subtracting = positionAfter(gradientDescent1d(square, -4, 0.5, { steps: 1 }), 1);
  const multiplying = stepFactor(0.5, square.secondDerivative(-4)) * -4;
  return printed(
    `subtracting: ${formatRepr(subtracting)}`,
    `multiplying: ${formatRepr(multiplying)}`,
    `equal:       ${truth(subtracting === multiplying)}`,
  );
}

function distanceRatios(): string {
  const run = quarticFromThree();
  const distance = (step: number) => positionAfter(run, step) - Math.sqrt(1.5);
  const rows = [0, 5, 10, 20, 40, 60].map(
    (k) => `step ${whole(k, 2)}: distance times ${fixed(distance(k + 1) / distance(k), 3)}`,
  );
  return printed(...rows);
}

/** Where the slope overflows, the module ends the run as diverged and Python's `math.pow` raises. */
function overflow(): string {
  const { path, reason } = gradientDescent1d(quartic, 3, 0.1, { steps: 20 });
  const rows = path.map(({ position }, step) => `step ${step}: x = ${exponent(position, 1, 9)}`);
  return printed(...rows, ...(reason === 'diverged' ? ['OverflowError: math range error'] : []));
}

/** The module's runs end where the numbers do. Its single steps, taken from there, go on as Python's floats do. */
function silentOverflow(): string {
  const positions = [positionAfter(gradientDescent1d(quartic, 3, 0.1, { steps: 6 }), 6)];
  for (let i = 0; i < 3; i++) positions.push(quarticStep(last(positions)));
  return printed(...positions.map((x, i) => `step ${6 + i}: x = ${exponent(x, 1, 9)}`));
}

function quarticStep(x: number): number {
  const gradient = [quartic.derivative(x)];
  return at(plainDescent(0.1).step({ position: [x], gradient, memory: {}, count: 1 }).position, 0);
}

function rates(): string {
  const rows = [0.001, 0.01, 0.1, 0.5, 0.99, 1.01].map((rate) => {
    const x = positionAfter(gradientDescent1d(square, 5, rate, { steps: 50 }), 50);
    const factor = stepFactor(rate, square.secondDerivative(x));
    return `${formatRepr(rate).padEnd(5)}  ${fixed(factor, 3, 7)}  ${fixed(x, 4, 8)}  ${progress(x)}`;
  });
  return printed('rate    factor         x', ...rows);
}

function progress(x: number): string {
  if (Math.abs(x) < 0.01) return 'arrived';
  return Math.abs(x) < 5 ? 'on its way' : 'diverging';
}

function twoDimensions(): string {
  const { path } = gradientDescent(bowl, [3, 2], 0.05, { steps: 50 });
  const rows = path
    .slice(0, 50)
    .flatMap(({ position, value }, step) =>
      step < 8 || step % 10 === 0
        ? [`${whole(step, 4)}  ${position.map((x) => fixed(x, 3, 5)).join('  ')}  ${fixed(value, 4, 7)}`]
        : [],
    );
  const [x, y] = (path[50]?.position ?? []).map((coordinate) => fixed(coordinate, 6));
  return printed('step      x      y  f(x, y)', ...rows, `final  x = ${x}, y = ${y}`);
}

const close = (position: readonly number[]) => largest(position) <= 1e-6;

function conditioning(): string {
  const rows = [3, 30, 300].map((condition) => {
    const [flat, steep] = [2, 2 * condition];
    const run = gradientDescent(quadratic([flat, steep]), [1, 1], 2 / (flat + steep), { steps: 3000 });
    return `${whole(condition, 9)}  ${whole(firstStep(run, close) ?? Number.NaN, 5)}`;
  });
  return printed('condition  steps to reach 0.000001', ...rows);
}

function predictLimits(): string {
  const valley = quadratic([2, 20]);
  const alongX = centralDifference((x) => valley.value([x, 2]), 3);
  const alongY = centralDifference((y) => valley.value([3, y]), 2);
  const rows = [0.01, 0.05, 1 / 11, 0.099, 0.1, 0.101].map((rate) => {
    const steps = firstStep(gradientDescent(valley, [3, 2], rate, { steps: 1999 }), close);
    return `rate ${general(rate, 7, 4)} steps ${steps ?? 'not in 2000'}`;
  });
  return printed(
    `measured ${fixed(alongX, 4)} and ${fixed(alongY, 4)}`,
    `formula  (${valley.gradient([3, 2]).join(', ')})`,
    ...rows,
  );
}

const walk = (slope: Slope, start: number, rate = 0.01, steps = 200) =>
  stateAfter(gradientDescent1d(slope, start, rate, { steps }), steps);

function twoStarts(): string {
  const rows = [2, -0.5].map((start) => {
    const { position, value } = walk(quartic, start);
    return `from ${fixed(start, 1, 4)}: x = ${fixed(position, 4, 7)}, f(x) = ${fixed(value, 4)}`;
  });
  return printed(...rows);
}

/** The quartic with half an x added: its landscape tilted. */
const tilted: Slope = {
  value: (x) => quartic.value(x) + 0.5 * x,
  derivative: (x) => quartic.derivative(x) + 0.5,
};

function tiltedValleys(): string {
  const rows = [2, 0, -0.5].map((start) => {
    const { position, value } = walk(tilted, start);
    return `from ${fixed(start, 1, 4)}: x = ${fixed(position, 4, 7)}, height ${fixed(value, 4, 7)}`;
  });
  return printed(...rows);
}

function jumpAcross(): string {
  const rows = [0.01, 0.04].map((rate) => {
    const [first, last] = [walk(quartic, 3, rate, 1).position, walk(quartic, 3, rate, 200).position];
    return `rate ${formatRepr(rate)}: first step to ${fixed(first, 2)}, end at ${fixed(last, 4)}`;
  });
  return printed(...rows);
}

const fromRidge = (offset: number, steps: number) => gradientDescent(saddle, [1, offset], 0.1, { steps });

function saddleWalk(): string {
  const run = fromRidge(1e-6, 76);
  const rows = [0, 10, 20, 30, 40, 50, 60, 70, 76].map((step) => {
    const { position, gradient } = stateAfter(run, step);
    return [whole(step, 4), ...[...position, norm(gradient)].map((value) => exponent(value, 1, 8))].join('  ');
  });
  return printed('step         x         y  gradient', ...rows);
}

function saddleOffsets(): string {
  const rows = [1e-3, 1e-6, 1e-9, 0].map((offset) => {
    const steps = firstStep(fromRidge(offset, 1000), ([, y = 0]) => Math.abs(y) > 1);
    return `offset ${general(offset, 5)}: ${steps ?? 'not in 1000'}`;
  });
  return printed(...rows);
}

/** Random symmetric tables in place of Hessians: how many bend up, or down, in every direction. */
function bendsUpEveryWay(): string {
  const random = numpyRandom(1);
  const curvatures = (n: number) => {
    const drawn = random.normal(0, 1, n * n);
    const entry = (i: number, j: number) => at(drawn, i * n + j);
    const indices = Array.from({ length: n }, (_, i) => i);
    return symmetricEigenvalues(indices.map((i) => indices.map((j) => entry(i, j) + entry(j, i))));
  };
  const rows = [1, 2, 3, 4].map((n) => {
    const all = Array.from({ length: 1000 }, () => curvatures(n));
    const minima = all.filter((values) => at(values, 0) > 0).length;
    const maxima = all.filter((values) => last(values) < 0).length;
    return [whole(n, 7), whole(minima, 6), whole(maxima, 6), whole(1000 - minima - maxima, 7)].join('  ');
  });
  return printed('weights  minima  maxima  saddles', ...rows);
}
