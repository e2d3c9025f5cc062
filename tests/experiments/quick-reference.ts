import { at, last } from '../../src/core/at.ts';
import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import { forwardDifference } from '../../src/numeric/derivatives/forward-difference.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent } from '../../src/numeric/descent/gradient-descent.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import { bowl, quadratic } from '../../src/numeric/functions/functions-of-many.ts';
import {
  cosine,
  exponential,
  hyperbolicTangent,
  logarithm,
  sine,
  square,
  squareRoot,
} from '../../src/numeric/functions/functions-of-one.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { mean, pairwiseSum } from '../../src/numeric/linear/pairwise-sum.ts';
import { solve } from '../../src/numeric/linear/solve.ts';
import { adam } from '../../src/numeric/optimizers/adam.ts';
import { momentum } from '../../src/numeric/optimizers/momentum.ts';
import { combine, type Optimizer, optimize } from '../../src/numeric/optimizers/optimizer.ts';
import { plainDescent } from '../../src/numeric/optimizers/plain-descent.ts';
import { rmsProp } from '../../src/numeric/optimizers/rms-prop.ts';
import { numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import { lineRows } from '../../src/numeric/regression/design-matrix.ts';
import { leastSquares, predict } from '../../src/numeric/regression/least-squares.ts';
import { normalEquations } from '../../src/numeric/regression/normal-equations.ts';
import type { PageExperiments } from './experiment.ts';
import { positionAfter } from './follow.ts';
import { linspace, squareGrid } from './grid.ts';
import { array, exponent, fixed, printed, rounded, roundedArray, truth } from './python-text.ts';

type Vector = readonly number[];

export const quickReference: PageExperiments = {
  page: 'reference/quick-reference',
  recomputed: {
    'best-steps': bestSteps,
    'update-rules': updateRules,
    'mse-gradients': mseGradients,
    'numpy-elementwise': elementwise,
    'numpy-sums': sums,
    'numpy-making': making,
    'numpy-slopes': slopes,
    figures,
  },
  notRecomputed: {},
};

function bestSteps(): string {
  const f = (x: number) => 1 / x;
  const slope = (x: number) => -1 / (x * x);
  const bend = (x: number) => 2 / (x * x * x);
  return printed(
    'method   best h  error  root of epsilon',
    bestStep('forward', (x, h) => forwardDifference(f, x, h) / slope(x) - 1, 2),
    bestStep('central', (x, h) => centralDifference(f, x, h) / slope(x) - 1, 3),
    bestStep('second', (x, h) => (f(x + h) - 2 * f(x) + f(x - h)) / (h * h) / bend(x) - 1, 4),
  );
}

/** The step with the smallest of the largest relative errors at 51 points. */
function bestStep(name: string, error: (x: number, h: number) => number, root: number): string {
  const points = Array.from({ length: 51 }, (_, i) => 1 + i / 50);
  const steps = Array.from({ length: 12 }, (_, i) => Number(`1e-${i + 1}`));
  const errors = steps.map((h) => Math.max(...points.map((x) => Math.abs(error(x, h)))));
  const least = Math.min(...errors);
  const best = at(steps, errors.indexOf(least));
  const balance = Number.EPSILON ** (1 / root);
  return `${name.padEnd(7)}  ${exponent(best, 0, 6)}  ${exponent(least, 0)}  ${exponent(balance, 0)}`;
}

/** `( 2.769, -1.846)` */
const place = (point: Vector) => `(${point.map((x) => fixed(x, 3, 6)).join(', ')})`;

function updateRules(): string {
  const rules: Readonly<Record<string, Optimizer>> = {
    plain: plainDescent(1 / 26),
    momentum: momentum(1 / 18, 4 / 9),
    rmsprop: rmsProp(0.05),
    adam: adam(0.1),
  };
  const rows = Object.entries(rules).map(([name, rule]) => {
    const run = optimize(quadratic([2, 50]), [3, 2], rule, { steps: 100 });
    const starts = [1, 2].map((step) => place(positionAfter(run, step)));
    return [name.padEnd(8), ...starts, exponent(norm(positionAfter(run, 100)), 1)].join('  ');
  });
  return printed('rule      after step 1      after step 2      distance', ...rows);
}

function mseGradients(): string {
  const [rows, y] = [lineRows([0, 1, 2, 3, 5]), [1.2, 2.8, 5.1, 7.2, 10.7]];
  const loss = leastSquares(rows, y);
  const point = [0.5, -0.3];
  const formula = loss.gradient(point);
  const ways = { line: formula, matrix: formula, measured: numericalGradient(loss.value, point) };
  const table = Object.entries(ways).map(
    ([name, [alongM = 0, alongB = 0]]) => `${name.padEnd(8)}  ${fixed(alongM, 3, 7)}  ${fixed(alongB, 3, 6)}`,
  );
  const best = normalEquations(rows, y);
  const [m, b] = best.map((weight) => fixed(weight, 4));
  return printed(
    '            for m   for b',
    ...table,
    `best line: y = ${m} x + ${b}, loss ${fixed(loss.value(best), 4)}`,
  );
}

/** `label` in a column, then what it stands for. */
const labelled = (calls: Readonly<Record<string, string>>) =>
  printed(...Object.entries(calls).map(([call, text]) => `${call.padEnd(20)} ${text}`));

function elementwise(): string {
  const x = [0.5, 1, 2];
  const shown = (f: (x: number) => number) => roundedArray(x.map(f), 4);
  return labelled({
    'np.sin(x)': shown(sine.value),
    'np.cos(x)': shown(cosine.value),
    'np.exp(x)': shown(exponential.value),
    'np.log(x)': shown(logarithm.value),
    'np.sqrt(x)': shown(squareRoot.value),
    'np.tanh(x)': shown(hyperbolicTangent.value),
    'np.abs(x - 1)': shown((value) => Math.abs(value - 1)),
    'np.maximum(0, x - 1)': shown((value) => Math.max(0, value - 1)),
    'x ** 2': shown(square.value),
  });
}

function sums(): string {
  const [a, b] = [
    [1, 2, 3],
    [4, -5, 6],
  ];
  const table = [
    [1, 2, 3],
    [0, 1, 5],
  ];
  const columns = a.map((_, j) => table.map((row) => at(row, j)));
  return labelled({
    'np.sum(b)': formatRepr(pairwiseSum(b)),
    'np.mean(A)': formatRepr(mean(table.flat())),
    'np.max(b)': formatRepr(Math.max(...b)),
    'a * b': array(combine(a, b, (x, y) => x * y)),
    'a @ b': formatRepr(dot(a, b)),
    'np.dot(a, b)': formatRepr(dot(a, b)),
    'A @ a': array(predict(table, a)),
    'A.T.shape': `(${columns.length}, ${columns[0]?.length})`,
    'np.sum(A, axis=0)': array(columns.map(pairwiseSum)),
    'np.linalg.norm(b)': formatRepr(rounded(norm(b), 4)),
  });
}

function making(): string {
  const matrix = [
    [2, 1],
    [1, 4],
  ];
  const random = numpyRandom(42);
  const list = (rows: readonly (readonly string[])[]) => `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
  const [across, down] = [[1, 2, 3].map(String), [10, 20].map(String)];
  return labelled({
    'np.zeros(3)': array([0, 0, 0]),
    'np.linspace(0, 1, 5)': array(linspace(0, 1, 5)),
    'np.column_stack': list(lineRows([0.5, 1, 2]).map((row) => row.map(formatRepr))),
    'np.meshgrid, first': list(down.map(() => across)),
    'np.meshgrid, second': list(down.map((value) => across.map(() => value))),
    'np.linalg.solve': roundedArray(solve(matrix, [5, 9]), 4),
    'np.isclose': truth(Math.abs(0.3 - (0.1 + 0.2)) <= 1e-8 + 1e-5 * (0.1 + 0.2)),
    'np.random.uniform': roundedArray(random.uniform(-3, 3, 2), 4),
    'np.random.normal': roundedArray(random.normal(0, 0.5, 2), 4),
  });
}

function slopes(): string {
  const f = ([x = 0, y = 0]: Vector) => square.value(x) * y + sine.value(y);
  const [x, y] = [1.5, 0.5];
  const exact = [2 * x * y, square.value(x) + cosine.value(y)];
  return printed(
    `measured ${roundedArray(numericalGradient(f, [x, y]), 6)}`,
    `formula  ${roundedArray(exact, 6)}`,
    `rate in the direction u ${fixed(dot(exact, [0.6, 0.8]), 6)}`,
  );
}

const range = (values: Vector, decimals: number) =>
  `${fixed(Math.min(...values), decimals)} to ${fixed(Math.max(...values), decimals)}`;

function figures(): string {
  const x = linspace(-1, 3, 81);
  const gaps = x.map((at) => square.value(at) - (square.derivative(1) * at - 1));
  const heights = squareGrid(linspace(-3, 3, 61)).map(bowl.value);
  const arrows = squareGrid(linspace(-2.5, 2.5, 4)).map(bowl.gradient);
  const corner = (pick: (...values: number[]) => number) =>
    `(${[0, 1].map((axis) => fixed(pick(...arrows.map((arrow) => at(arrow, axis))), 0)).join(', ')})`;
  const run = gradientDescent(bowl, [3, 2], 0.05, { steps: 20 });
  const step = combine(positionAfter(run, 1), positionAfter(run, 0), (after, before) => after - before);
  const losses = run.path.map(({ value }) => value);
  const point = (values: Vector, decimals: number) => `(${values.map((value) => fixed(value, decimals)).join(', ')})`;
  return printed(
    `left: ${x.length} points, gap ${range(gaps, 1)}, ${fixed(at(gaps, 0), 1)} at the start`,
    `middle: ${heights.length} heights, ${range(heights, 1)}`,
    `lines at ${array(linspace(1, 36, 8))}`,
    `${arrows.length} arrows, ${corner(Math.min)} to ${corner(Math.max)}`,
    `first step ${point(step, 2)}, last place ${point(positionAfter(run, 20), 3)}`,
    `right: ${losses.length} losses, ${fixed(at(losses, 0), 1)} to ${fixed(last(losses), 3)}`,
  );
}
