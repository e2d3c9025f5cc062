import { at } from '../../src/core/at.ts';
import { regressionRun } from '../../src/figures/parts/regression-data.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent, type Terrain } from '../../src/numeric/descent/gradient-descent.ts';
import { stepFactor } from '../../src/numeric/descent/learning-rate-regime.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { mean } from '../../src/numeric/linear/pairwise-sum.ts';
import { standardDeviation } from '../../src/numeric/linear/standard-deviation.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import { lineRows } from '../../src/numeric/regression/design-matrix.ts';
import { leastSquares, predict } from '../../src/numeric/regression/least-squares.ts';
import { normalEquations } from '../../src/numeric/regression/normal-equations.ts';
import { measuredAt, patternedPoints } from '../../src/numeric/regression/patterned-points.ts';
import { residualSigns } from '../../src/numeric/regression/residual-signs.ts';
import type { PageExperiments } from './experiment.ts';
import { positionAfter, stateAfter } from './follow.ts';
import { exponent, fixed, general, printed, whole } from './python-text.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

/** The lesson's project: a line through 50 points, from the data to the exact solution. */
export const lineExperiments: PageExperiments['recomputed'] = {
  'three-points': threePoints,
  'three-votes': threeVotes,
  'step-1-data': data,
  'step-2-loss': losses,
  'step-3-gradients': gradients,
  'step-4-check': check,
  'step-5-descent': descent,
  'step-6-pictures': pictures,
  'solution-project': wholeProject,
  'normal-equations': exactFit,
};

/** The run of the project, read: the loss that is left, the residuals, the curvatures of the loss. */
export const runExperiments: PageExperiments['recomputed'] = {
  'project-so-far': projectSoFar,
  'learnt-and-true': learntAndTrue,
  residuals,
  'residual-signs': driftingResiduals,
  curvatures,
};

function projectSoFar(): string {
  const line = (weights: readonly number[]) => weights.map((weight) => fixed(weight, 4)).join(' x + ');
  return printed(`learnt: y = ${line(positionAfter(training(), 200))}`, `exact:  y = ${line(bestLine())}`);
}

const three = { x: [1, 2, 3], y: [4, 3, 9], weights: [2, 1] };

function errorsOf(x: readonly number[], y: readonly number[], weights: readonly number[]): number[] {
  return combine(predict(lineRows(x), weights), y, (prediction, target) => prediction - target);
}

function threePoints(): string {
  const { x, y, weights } = three;
  const errors = errorsOf(x, y, weights);
  const rows = predict(lineRows(x), weights).map((prediction, i) => {
    const error = at(errors, i);
    return `${x[i]}  ${y[i]}  ${fixed(prediction, 0, 10)}  ${fixed(error, 0, 5)}  ${fixed(error * error, 0, 7)}`;
  });
  const loss = leastSquares(lineRows(x), y).value(weights);
  return printed('x  y  prediction  error  squared', ...rows, `mean of the squares: ${fixed(loss, 2)}`);
}

function threeVotes(): string {
  const { x, y, weights } = three;
  const rows = errorsOf(x, y, weights).map((error, i) => {
    return `${x[i]}  ${fixed(2 * error * at(x, i), 2, 6)}  ${fixed(2 * error, 2, 6)}`;
  });
  const loss = leastSquares(lineRows(x), y);
  const pair = (slopes: readonly number[]) => slopes.map((slope) => fixed(slope, 4)).join('  ');
  return printed(
    'x   for m   for b',
    ...rows,
    `mean     ${pair(loss.gradient(weights))}`,
    `measured ${pair(numericalGradient(loss.value, weights))}`,
  );
}

/** The data of the project, with the noise that the figures have no need of. */
export function projectData(): { x: number[]; y: number[]; noise: number[] } {
  const random = numpyRandom(42);
  const x = random.uniform(-3, 3, 50);
  const noise = random.normal(0, 0.5, 50);
  return { x, noise, y: combine(x, noise, (value, chance) => 2 * value + 1 + chance) };
}

/** The mean squared error of a line through the project's data. */
export function projectLoss(): Terrain {
  const { x, y } = projectData();
  return leastSquares(lineRows(x), y);
}

function data(): string {
  const { x, y, noise } = projectData();
  const rows = [0, 1, 2, 3].map((i) => [x, y, noise].map((column) => fixed(at(column, i), 3, 6)).join('  '));
  return printed(
    '     x       y   noise',
    ...rows,
    `${x.length} points, x from ${fixed(Math.min(...x), 2)} to ${fixed(Math.max(...x), 2)}`,
    `spread of the noise: ${fixed(standardDeviation(noise), 3)}`,
  );
}

function losses(): string {
  const loss = projectLoss();
  const lines = [
    [0, 0],
    [2, 0],
    [2, 1],
  ];
  return printed(...lines.map((line) => `m = ${line[0]}, b = ${line[1]}: loss ${fixed(loss.value(line), 4)}`));
}

function gradients(): string {
  const loss = projectLoss();
  const lines = [
    [0, 0],
    [2, 1],
  ];
  const rows = lines.map((line) => {
    const [alongM = 0, alongB = 0] = loss.gradient(line);
    return `m = ${line[0]}, b = ${line[1]}: slopes ${fixed(alongM, 4, 8)} and ${fixed(alongB, 4, 7)}`;
  });
  return printed(...rows);
}

function check(): string {
  const loss = projectLoss();
  const line = [0.5, -0.3];
  const measured = numericalGradient(loss.value, line);
  const rows = loss
    .gradient(line)
    .map((slope, i) => `${['m', 'b'][i]}: formula ${fixed(slope, 6)}  measured ${fixed(at(measured, i), 6)}`);
  return printed(...rows, 'they agree: True');
}

/** The training whose picture stands in the lesson. */
const training = () => regressionRun().training;

function descent(): string {
  const run = training();
  const rows = [0, 1, 2, 3, 4, 40, 80, 120, 160, 200].map((epoch) => {
    const { position, value } = stateAfter(run, epoch);
    return [whole(epoch, 5), ...position.map((weight) => fixed(weight, 4, 6)), fixed(value, 4, 7)].join('  ');
  });
  return printed('epoch       m       b     loss', ...rows);
}

function pictures(): string {
  const { position, value } = stateAfter(training(), 200);
  const [m, b] = position.map((weight) => fixed(weight, 4));
  return printed(`learnt: y = ${m} x + ${b}, loss ${fixed(value, 4)}`);
}

function wholeProject(): string {
  const run = gradientDescent(projectLoss(), [0, 0], 0.1, { steps: 60 });
  const rows = [0, 1, 2, 3, 4, 20, 40, 60].map((epoch) => {
    const { position, value } = stateAfter(run, epoch);
    return [whole(epoch, 3), ...[...position, value].map((number) => fixed(number, 4))].join('  ');
  });
  const [m, b] = positionAfter(run, 60).map((weight) => fixed(weight, 4));
  const ends = (weights: readonly number[], digits: number) =>
    predict(lineRows([-3, 3]), weights)
      .map((height) => fixed(height, digits))
      .join(' to ');
  return printed(
    ...rows,
    `learnt: y = ${m}x + ${b}`,
    'secret: y = 2x + 1',
    `the fit runs from ${ends(positionAfter(run, 60), 2)}, the secret from ${ends([2, 1], 0)}`,
  );
}

function learntAndTrue(): string {
  const { value } = projectLoss();
  return printed(
    `loss at the learnt line ${fixed(value(positionAfter(training(), 200)), 6)}`,
    `loss at the true line   ${fixed(value([2, 1]), 6)}`,
    `mean squared noise      ${fixed(mean(projectData().noise.map((chance) => chance * chance)), 6)}`,
  );
}

function residuals(): string {
  const { x, y } = projectData();
  const leftOver = combine(y, predict(lineRows(x), positionAfter(training(), 200)), (seen, fit) => seen - fit);
  return printed(
    `mean          ${exponent(mean(leftOver), 0)}`,
    `mean times x  ${exponent(mean(combine(leftOver, x, (rest, at) => rest * at)), 0)}`,
    `spread        ${fixed(standardDeviation(leftOver), 3)}`,
    `largest       ${fixed(Math.max(...leftOver.map(Math.abs)), 3)}`,
    `within 0.5: ${leftOver.filter((rest) => Math.abs(rest) < 0.5).length} of ${x.length}`,
  );
}

/** The line with the least mean squared error. */
export function bestLine(): number[] {
  const { x, y } = projectData();
  return normalEquations(lineRows(x), y);
}

function exactFit(): string {
  const best = bestLine();
  const [m, b] = best.map((weight) => fixed(weight, 6));
  const rows = [0, 50, 100, 150, 200].map((epoch) => {
    const gaps = combine(positionAfter(training(), epoch), best, (now, end) => Math.abs(now - end));
    return [whole(epoch, 5), ...gaps.map((gap) => exponent(gap, 0, 8))].join('  ');
  });
  return printed(`exact: m = ${m}, b = ${b}`, 'epoch  gap in m  gap in b', ...rows);
}

/** The curvatures of a mean squared error, smallest first: the eigenvalues of `2 / N * XᵀX`. */
export function curvaturesOf(rows: readonly (readonly number[])[]): number[] {
  const columns = (rows[0] ?? []).map((_, j) => rows.map((row) => at(row, j)));
  return symmetricEigenvalues(columns.map((a) => columns.map((b) => (2 / rows.length) * dot(a, b))));
}

function curvatures(): string {
  const [flat = 0, steep = 0] = curvaturesOf(lineRows(projectData().x));
  const best = bestLine();
  const distance = (epoch: number) => norm(combine(positionAfter(training(), epoch), best, (now, end) => now - end));
  const shrinking = [0, 10, 50, 100].map((epoch) => {
    return `epoch ${whole(epoch, 3)}: distance times ${fixed(distance(epoch + 1) / distance(epoch), 3)}`;
  });
  const border = [0.31, 0.33].map((rate) => {
    const { value } = stateAfter(gradientDescent(projectLoss(), [0, 0], rate, { steps: 100 }), 100);
    return `rate ${rate}: loss ${general(value, 0, 3)}`;
  });
  const [slow, fast] = [flat, steep].map((curvature) => fixed(stepFactor(0.05, curvature), 3));
  return printed(
    `curvatures ${fixed(flat, 3)} and ${fixed(steep, 3)}`,
    `factors    ${slow} and ${fast}`,
    ...shrinking,
    `border ${fixed(2 / steep, 3)}`,
    ...border,
  );
}

function driftingResiduals(): string {
  const y = patternedPoints('drift', 1);
  const left = errorsOf(measuredAt, y, normalEquations(lineRows(measuredAt), y)).map((error) => -error);
  const { spread, largest, ends, ratio, late } = residualSigns(measuredAt, left);
  return printed(
    `spread ${fixed(spread, 3)}`,
    `largest / spread ${fixed(largest / spread, 2)}`,
    `ends - middle ${fixed(ends, 2)}`,
    `spread right / left ${fixed(ratio, 2)}`,
    `late - early ${fixed(late, 2)}`,
  );
}
