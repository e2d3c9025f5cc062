import { at } from '../../src/core/at.ts';
import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent, type Terrain } from '../../src/numeric/descent/gradient-descent.ts';
import { stepFactor } from '../../src/numeric/descent/learning-rate-regime.ts';
import { quadratic } from '../../src/numeric/functions/functions-of-many.ts';
import { cube, sineOfSquare } from '../../src/numeric/functions/functions-of-one.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { mean } from '../../src/numeric/linear/pairwise-sum.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { lineRows } from '../../src/numeric/regression/design-matrix.ts';
import { meanSquaredError } from '../../src/numeric/regression/mean-squared-error.ts';
import { normalEquations } from '../../src/numeric/regression/normal-equations.ts';
import { worstError } from './derivatives.ts';
import type { PageExperiments } from './experiment.ts';
import { positionAfter, stateAfter } from './follow.ts';
import { formatGeneral } from './format-general.ts';
import { numericalJacobian } from './numerical-jacobian.ts';
import { exponent, fixed, general, printed, roundedArray, whole } from './python-text.ts';
import { projectData, projectLoss } from './regression-line.ts';

type Vector = readonly number[];

export const summaryLesson: PageExperiments = {
  page: 'guide/09-summary',
  recomputed: {
    'rate-and-forecast': rateAndForecast,
    'three-steps': threeSteps,
    'four-directions': fourDirections,
    'two-paths': twoPaths,
    'one-factor': oneFactor,
    'whole-guide': wholeGuide,
    'above-the-border': aboveTheBorder,
    'coffee-slopes': coffeeSlopes,
    'solution-sick-runs': sickRuns,
    'solution-coffee': coffee,
  },
  notRecomputed: {},
};

function rateAndForecast(): string {
  const rate = centralDifference(cube.value, 2);
  return printed(
    `slope of the cube at 2:  ${fixed(rate, 4)}`,
    `forecast for 2.01:       ${fixed(cube.value(2) + rate * 0.01, 4)}`,
    `the cube of 2.01:        ${fixed(cube.value(2.01), 4)}`,
  );
}

function threeSteps(): string {
  const rows = [1e-2, 1e-5, 1e-12].map(
    (h) => `h = ${exponent(h, 0)}: error ${exponent(worstError(centralDifference, h), 0)}`,
  );
  return printed(...rows);
}

function fourDirections(): string {
  const valley = quadratic([2, 4]);
  const point = [1.5, 1];
  const gradient = valley.gradient(point);
  const directions = [
    [0.6, 0.8],
    [-0.6, -0.8],
    [0.8, -0.6],
    [0, 1],
  ];
  const rows = directions.map((u) => {
    const along = (t: number) => valley.value(combine(point, u, (x, d) => x + t * d));
    const place = u.map((d) => fixed(d, 1, 4)).join(', ');
    const measured = centralDifference(along, 0);
    return `direction (${place}): measured ${fixed(measured, 3, 6)}, dot ${fixed(dot(gradient, u), 3, 6)}`;
  });
  return printed(`gradient (${gradient.map((slope) => fixed(slope, 2)).join(', ')})`, ...rows);
}

function twoPaths(): string {
  const x = 1.3;
  const first = sineOfSquare.value(x);
  const second = x * sineOfSquare.derivative(x);
  const measured = centralDifference((at) => at * sineOfSquare.value(at), x);
  return printed(
    `${fixed(first, 4)} + ${fixed(second, 4)} = ${fixed(first + second, 4)}`,
    `measured: ${fixed(measured, 4)}`,
  );
}

function oneFactor(): string {
  const rows = [0.02, 0.25, 0.45, 0.5, 0.55].map((rate) => {
    const distance = norm(positionAfter(gradientDescent(quadratic([4]), [1], rate, { steps: 10 }), 10));
    return `${fixed(rate, 2, 4)}  ${fixed(stepFactor(rate, 4), 2, 6)}  ${fixed(distance, 4)}`;
  });
  return printed('rate  factor  distance after 10 steps from 1', ...rows);
}

function wholeGuide(): string {
  const { value, gradient } = projectLoss();
  const measured: Terrain = { value, gradient: (line) => numericalGradient(value, line) };
  const run = gradientDescent(measured, [0, 0], 0.05, { steps: 200 });
  const rows = [0, 1, 2, 10, 50].map((epoch) => {
    const [m = 0, b = 0] = positionAfter(run, epoch);
    return `${whole(epoch, 3)}  m ${fixed(m, 4)}  b ${fixed(b, 4)}  loss ${fixed(stateAfter(run, epoch).value, 4, 7)}`;
  });
  const end = stateAfter(run, 200);
  const other = [0.5, -0.3];
  const { x, y } = projectData();
  return printed(
    ...rows,
    `learnt   ${roundedArray(end.position, 4)}, loss ${fixed(end.value, 4)}`,
    `measured ${roundedArray(measured.gradient(other), 5)}`,
    `formula  ${roundedArray(gradient(other), 5)}`,
    `exact    ${roundedArray(normalEquations(lineRows(x), y), 4)}`,
  );
}

function aboveTheBorder(): string {
  const run = gradientDescent(projectLoss(), [0, 0], 0.33, { steps: 50 });
  return printed(
    ...[0, 1, 2, 3, 10, 50].map((epoch) => `${whole(epoch, 3)}  loss ${fixed(stateAfter(run, epoch).value, 2, 10)}`),
  );
}

function coffeeSlopes(): string {
  const { value, gradient } = coolingLoss([0, 5, 10, 15, 20, 30, 40], [70, 54.5, 42, 32.8, 26, 15.8, 10]);
  const [a, k] = gradient([50, 0.1]).map((slope) => fixed(slope, 1, 7));
  return printed(
    `loss ${fixed(value([50, 0.1]), 1)}`,
    `slope along a ${a} per degree`,
    `slope along k ${k} per (1/minute)`,
  );
}

/** Each run with the mistake that made it sick: a rate too small, one too large, a frozen b, and a wrong sign. */
function sickRuns(): string {
  const { value, gradient } = projectLoss();
  const onlyM: Terrain = { value, gradient: (line) => gradient(line).with(1, 0) };
  const uphill: Terrain = { value, gradient: (line) => gradient(line).map((slope) => -slope) };
  const runs: [name: string, terrain: Terrain, rate: number][] = [
    ['A', { value, gradient }, 0.0005],
    ['B', { value, gradient }, 0.35],
    ['C', onlyM, 0.05],
    ['D', uphill, 0.05],
  ];
  const rows = runs.map(([name, terrain, rate]) => {
    const end = stateAfter(gradientDescent(terrain, [0, 0], rate, { steps: 200 }), 200);
    const [m, b, loss] = [...end.position, end.value].map((number) => general(number, 0, 4));
    return `${name}: m ${m}, b ${b}, loss ${loss}, slope ${general(norm(gradient(end.position)), 0, 2)}`;
  });
  return printed(...rows);
}

/** The mean squared error of `a * exp(-k * t)` against an excess of temperature, for the weights `[a, k]`. */
function coolingLoss(times: Vector, excess: Vector): Terrain {
  const decays = (k: number) => times.map((t) => Math.exp(-k * t));
  return {
    value: ([a = 0, k = 0]) => {
      const warmth = decays(k).map((decay) => a * decay);
      return meanSquaredError(warmth, excess);
    },
    gradient: ([a = 0, k = 0]) => {
      const decay = decays(k);
      const errors = combine(decay, excess, (left, seen) => a * left - seen);
      const byA = combine(errors, decay, (error, left) => error * left);
      const byK = combine(
        combine(errors, decay, (error, left) => error * a * left),
        times,
        (vote, t) => vote * -t,
      );
      return [2 * mean(byA), 2 * mean(byK)];
    },
  };
}

function coffee(): string {
  const minutes = [0, 5, 10, 15, 20, 30, 40];
  const excess = [90, 74.5, 62, 52.8, 46, 35.8, 30].map((degrees) => degrees - 20);
  const raw = coolingLoss(minutes, excess);
  const scaled = coolingLoss(
    minutes.map((t) => t / 10),
    excess.map((degrees) => degrees / 100),
  );
  const stuck = gradientDescent(raw, [50, 0.1], 0.000003, { steps: 1000 });
  const best = gradientDescent(scaled, [0.5, 1], 1, { steps: 200 });
  const end = stateAfter(best, 200);
  const [a = 0, k = 0] = end.position;
  const [oldA = 0, oldK = 0] = curvatures(raw, [100 * a, k / 10]);
  const [newA = 0, newK = 0] = curvatures(scaled, end.position);
  return printed(
    ...checkedSlopes(raw, [50, 0.1]),
    'degrees and minutes',
    ...[0, 10, 100, 1000].map((step) => coolingRow(step, stateAfter(stuck, step))),
    'hundreds of degrees and tens of minutes',
    ...[0, 10, 100, 200].map((step) => coolingRow(step, stateAfter(best, step))),
    `typical miss: ${fixed(100 * Math.sqrt(end.value), 4)} degrees`,
    `curvatures: ${fixed(oldA, 2)} and ${fixed(oldK, 0)}, then ${fixed(newA, 2)} and ${fixed(newK, 2)}`,
  );
}

function checkedSlopes({ value, gradient }: Terrain, point: Vector): string[] {
  const measured = numericalGradient(value, point);
  return gradient(point).map(
    (slope, i) => `slope for ${'ak'.charAt(i)}: ${fixed(slope, 3, 8)}  measured ${fixed(at(measured, i), 3, 8)}`,
  );
}

function coolingRow(step: number, { position, value }: { position: Vector; value: number }): string {
  const [a = 0, k = 0] = position;
  const loss = formatGeneral(value, 2).padStart(9);
  return `${whole(step, 5)}  a ${fixed(a, 4, 7)}  k ${fixed(k, 4, 6)}  loss ${loss}`;
}

/** How fast each slope changes along its own axis: the diagonal of the Hessian, measured. */
function curvatures({ gradient }: Terrain, point: Vector): number[] {
  return numericalJacobian(gradient, point).map((row, i) => at(row, i));
}
