import { at } from '../../src/core/at.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent, type Terrain } from '../../src/numeric/descent/gradient-descent.ts';
import { mean, pairwiseSum } from '../../src/numeric/linear/pairwise-sum.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { lineRows } from '../../src/numeric/regression/design-matrix.ts';
import { predict } from '../../src/numeric/regression/least-squares.ts';
import { normalEquations } from '../../src/numeric/regression/normal-equations.ts';
import type { PageExperiments } from './experiment.ts';
import { positionAfter, stateAfter } from './follow.ts';
import { fixed, printed, whole } from './python-text.ts';
import { projectData } from './regression-line.ts';

/** The mean absolute error in place of the squared one. */
export const absoluteErrorExperiments: PageExperiments['recomputed'] = { 'solution-absolute': absolute };

/** The effect of an outlier on both losses. */
export const outlierExperiments: PageExperiments['recomputed'] = { 'solution-outlier': outlier };

/** The mean absolute error of a line, with its gradient: the mean of the signs, each times its input. */
function absoluteError(x: readonly number[], y: readonly number[]): Terrain {
  const errors = (line: readonly number[]) => combine(predict(lineRows(x), line), y, (fit, target) => fit - target);
  return {
    value: (line) => mean(errors(line).map(Math.abs)),
    gradient: (line) => {
      const signs = errors(line).map(Math.sign);
      return [mean(combine(signs, x, (sign, at) => sign * at)), mean(signs)];
    },
  };
}

function absolute(): string {
  const { x, y } = projectData();
  const loss = absoluteError(x, y);
  const line = [0.5, -0.3];
  const measured = numericalGradient(loss.value, line).map((slope) => fixed(slope, 6));
  const slopes = loss.gradient(line).map((slope, i) => `${['m', 'b'][i]}: ${fixed(slope, 6)} and ${measured[i]}`);
  return printed(...slopes, ...[0.05, 0.5].flatMap((rate) => [`rate ${rate}`, ...walkRows(loss, rate)]));
}

function walkRows(loss: Terrain, rate: number): string[] {
  const run = gradientDescent(loss, [0, 0], rate, { steps: 200 });
  return [0, 20, 40, 197, 198, 199, 200].map((epoch) => {
    const { position, value } = stateAfter(run, epoch);
    return [whole(epoch, 5), ...position.map((weight) => fixed(weight, 3)), fixed(value, 4)].join('  ');
  });
}

function outlier(): string {
  const { x, y } = projectData();
  const [place, seen] = [at(x, 1), at(y, 1)];
  const spoilt = y.with(1, 10 * seen);
  const rows = Object.entries({ clean: y, spoilt }).flatMap(([name, targets]) => {
    const squared = normalEquations(lineRows(x), targets);
    const robust = positionAfter(gradientDescent(absoluteError(x, targets), [0, 0], 0.05, { steps: 200 }), 200);
    return [fitRow('squared', name, squared), fitRow('absolute', name, robust)];
  });
  return printed(
    `x = ${fixed(place, 2)}: ${fixed(seen, 2)} becomes ${fixed(10 * seen, 2)}`,
    'loss      data       m     b',
    ...rows,
    ...votes(x, spoilt),
  );
}

function fitRow(loss: string, name: string, [m = 0, b = 0]: readonly number[]): string {
  return `${loss.padEnd(8)}  ${name.padEnd(6)}  ${fixed(m, 2, 5)}  ${fixed(b, 2, 4)}`;
}

/** What the second point pulls at the true line, against all others together, under each loss. */
function votes(x: readonly number[], y: readonly number[]): string[] {
  const errors = combine(predict(lineRows(x), [2, 1]), y, (fit, target) => fit - target);
  const against = (pull: (error: number) => number) => {
    const others = pairwiseSum(errors.toSpliced(1, 1).map((error) => Math.abs(pull(error))));
    return `${fixed(Math.abs(pull(at(errors, 1))), 0)} against ${fixed(others, 0)}`;
  };
  return [`squared:  ${against((error) => 2 * error)}`, `absolute: ${against(Math.sign)}`];
}
