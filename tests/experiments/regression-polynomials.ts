import { at } from '../../src/core/at.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent } from '../../src/numeric/descent/gradient-descent.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { type NumpyRandom, numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import { polynomialRows } from '../../src/numeric/regression/design-matrix.ts';
import { leastSquares } from '../../src/numeric/regression/least-squares.ts';
import { normalEquations } from '../../src/numeric/regression/normal-equations.ts';
import type { PageExperiments } from './experiment.ts';
import { largest, stateAfter } from './follow.ts';
import { fixed, general, printed, whole } from './python-text.ts';

/** The first extension: polynomials through points that follow a parabola. */
export const polynomialExperiments: PageExperiments['recomputed'] = {
  parabola,
  degrees,
  ridge,
  'ridge-fit': ridgeFit,
};

interface Sample {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function sample(random: NumpyRandom, count: number): Sample {
  const x = random.uniform(-1, 1, count);
  const noise = random.normal(0, 0.3, count);
  return { x, y: combine(x, noise, (at, chance) => 3 * (at * at) - at + 1 + chance) };
}

function trainAndTest(): { train: Sample; test: Sample } {
  const random = numpyRandom(4);
  return { train: sample(random, 12), test: sample(random, 200) };
}

function parabola(): string {
  const { x, y } = trainAndTest().train;
  const loss = leastSquares(polynomialRows(x, 2), y);
  const point = [0.5, -0.3, 0.2];
  const measured = numericalGradient(loss.value, point);
  const checks = loss
    .gradient(point)
    .map((slope, i) => `formula ${fixed(slope, 4, 7)}  measured ${fixed(at(measured, i), 4, 7)}`);
  const run = gradientDescent(loss, [0, 0, 0], 0.5, { steps: 100 });
  const rows = [0, 1, 2, 10, 50, 100].map((epoch) => {
    const { position, value } = stateAfter(run, epoch);
    const [a = 0, b = 0, c = 0] = position;
    return [whole(epoch, 5), fixed(a, 3, 5), fixed(b, 3, 6), fixed(c, 3, 5), fixed(value, 4, 6)].join('  ');
  });
  return printed(...checks, 'epoch      a       b      c    loss', ...rows);
}

function error({ x, y }: Sample, weights: readonly number[]): number {
  return leastSquares(polynomialRows(x, weights.length - 1), y).value(weights);
}

function ridge(): string {
  const { train, test } = trainAndTest();
  const rows = [0, 0.001, 0.01, 0.1, 1, 10].map((price) => {
    const weights = normalEquations(polynomialRows(train.x, 9), train.y, price);
    const errors = [train, test].map((points) => fixed(error(points, weights), 4, 6));
    return [general(price, 5), ...errors, fixed(largest(weights), 1, 17)].join('  ');
  });
  return printed('ridge   train    test  largest parameter', ...rows);
}

function degrees(): string {
  const { train, test } = trainAndTest();
  const best = (degree: number) => normalEquations(polynomialRows(train.x, degree), train.y);
  const rows = [0, 1, 2, 3, 5, 7, 9].map((degree) => {
    const weights = best(degree);
    const errors = [train, test].map((points) => fixed(error(points, weights), 4, 6));
    return [whole(degree, 6), ...errors, fixed(largest(weights), 1, 17)].join('  ');
  });
  const [a, b, c] = best(2).map((weight) => fixed(weight, 3));
  return printed(`degree 2: a = ${a}, b = ${b}, c = ${c}`, 'degree   train    test  largest parameter', ...rows);
}

function ridgeFit(): string {
  const { train, test } = trainAndTest();
  const weights = normalEquations(polynomialRows(train.x, 3), train.y, 0);
  return printed(
    `train error ${fixed(error(train, weights), 4)}`,
    `test error  ${fixed(error(test, weights), 4)}`,
    `largest parameter ${fixed(largest(weights), 1)}`,
  );
}
