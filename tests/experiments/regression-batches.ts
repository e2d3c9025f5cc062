import { at } from '../../src/core/at.ts';
import { constantRate, type Schedule, steppedRate } from '../../src/numeric/descent/schedule.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { mean } from '../../src/numeric/linear/pairwise-sum.ts';
import { standardDeviation } from '../../src/numeric/linear/standard-deviation.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import { lineRows } from '../../src/numeric/regression/design-matrix.ts';
import { miniBatchDescent } from '../../src/numeric/regression/mini-batch-descent.ts';
import type { PageExperiments } from './experiment.ts';
import { exponent, fixed, printed, whole } from './python-text.ts';
import { bestLine, projectData } from './regression-line.ts';

/** The best line again, batches, and a learning rate that falls. */
export const batchExperiments: PageExperiments['recomputed'] = {
  'project-again': projectAgain,
  'batch-noise': batchNoise,
  'mini-batches': miniBatches,
  'batch-run': batchRun,
  schedule,
  'larger-start': largerStart,
};

function projectAgain(): string {
  const [m, b] = bestLine().map((weight) => fixed(weight, 4));
  return printed(`best line: y = ${m} x + ${b}`);
}

function batchNoise(): string {
  const { x, y } = projectData();
  const votes = combine(x, y, (at, target) => 2 * (0 - target) * at);
  const random = numpyRandom(1);
  const rows = [1, 4, 16].map((size) => {
    const drawn = random.integers(0, x.length, 2000 * size).map((i) => at(votes, i));
    const slopes = Array.from({ length: 2000 }, (_, k) => mean(drawn.slice(k * size, (k + 1) * size)));
    return `${whole(size, 5)}  ${fixed(mean(slopes), 1, 5)}  ${fixed(standardDeviation(slopes), 2, 6)}`;
  });
  return printed(`all points: ${fixed(mean(votes), 2)}`, 'batch   mean  spread', ...rows);
}

const epochs = 200;

/** The line at the start and after each epoch. */
function train(batchSize: number, rates: Schedule = constantRate(0.05)): (readonly number[])[] {
  const { x, y } = projectData();
  const { permutation } = numpyRandom(7);
  const run = { epochs, batchSize, schedule: rates, permutation };
  const { path } = miniBatchDescent(lineRows(x), y, [0, 0], run);
  const steps = Math.ceil(x.length / batchSize);
  return path.filter((_, step) => step % steps === 0).map(({ position }) => position);
}

function miniBatches(): string {
  const [small, full] = [train(10), train(50)];
  const line = (ends: readonly (readonly number[])[], epoch: number) =>
    (ends[epoch] ?? []).map((weight) => fixed(weight, 3)).join('  ');
  const rows = [0, 1, 2, 3, 10, 50, 100, 198, 199, 200].map(
    (epoch) => `${whole(epoch, 5)}  ${line(small, epoch)}    ${line(full, epoch)}`,
  );
  return printed('       batch 10        batch 50', 'epoch      m      b        m      b', ...rows);
}

function batchRun(): string {
  const { x, y } = projectData();
  const votes = combine(x, y, (at, target) => 2 * (0 - target) * at);
  const [m, b] = (train(5).at(-1) ?? []).map((weight) => fixed(weight, 3));
  return printed(`spread of a batch: ${fixed(standardDeviation(votes) / Math.sqrt(5), 2)}`, `m = ${m}, b = ${b}`);
}

function distance(end: readonly number[]): number {
  return norm(combine(end, bestLine(), (now, goal) => now - goal));
}

/** The mean distance from the best line over the 20 epochs up to `last`. */
function unrest(ends: readonly (readonly number[])[], last = epochs): number {
  return mean(ends.slice(last - 19, last + 1).map(distance));
}

function largerStart(): string {
  const runs = {
    '0.05, halved every 50': steppedRate(0.05, 50),
    '0.2, always': constantRate(0.2),
    '0.2, halved every 50': steppedRate(0.2, 50),
    '0.2, halved every 25': steppedRate(0.2, 25),
  };
  const rows = Object.entries(runs).map(([name, rates]) => {
    const ends = train(10, rates);
    return `${name.padEnd(21)}  ${fixed(distance(ends[1] ?? []), 2, 7)}  ${fixed(unrest(ends), 5, 12)}`;
  });
  return printed('schedule               epoch 1  epochs 181–200', ...rows);
}

function schedule(): string {
  const halving = steppedRate(0.05, 50);
  const [constant, halved] = [train(10), train(10, halving)];
  const rows = [0, 50, 100, 150].map((first) => {
    const last = first + 50;
    const epochs = `${whole(first, 3)} to ${whole(last, 3)}  ${fixed(halving(first), 5)}`;
    return `${epochs}  ${fixed(unrest(halved, last), 4, 8)}  ${fixed(unrest(constant, last), 4, 13)}`;
  });
  const full = [200, 50, 5].map((every) => {
    const end = train(50, steppedRate(0.05, every)).at(-1) ?? [];
    return `halved every ${whole(every, 3)}: distance ${exponent(distance(end), 0)}`;
  });
  return printed('epochs    rate     distance  constant rate', ...rows, 'full batch, 200 epochs', ...full);
}
