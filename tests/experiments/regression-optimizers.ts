import { at } from '../../src/core/at.ts';
import type { Terrain } from '../../src/numeric/descent/gradient-descent.ts';
import { quadratic } from '../../src/numeric/functions/functions-of-many.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { adam } from '../../src/numeric/optimizers/adam.ts';
import { momentum } from '../../src/numeric/optimizers/momentum.ts';
import { type Optimizer, optimize } from '../../src/numeric/optimizers/optimizer.ts';
import { plainDescent } from '../../src/numeric/optimizers/plain-descent.ts';
import { rmsProp } from '../../src/numeric/optimizers/rms-prop.ts';
import type { PageExperiments } from './experiment.ts';
import { firstStep, largest, positionAfter } from './follow.ts';
import { fixed, printed, whole } from './python-text.ts';

/** Momentum and Adam in a long valley. */
export const optimizerExperiments: PageExperiments['recomputed'] = {
  momentum: withMomentum,
  'steady-slope': steadySlope,
  adam: withAdam,
  narrower,
  'optimizer-race': race,
};

const bowl = quadratic([2, 50]);

const run = (optimizer: Optimizer, steps: number, terrain: Terrain = bowl) =>
  optimize(terrain, [3, 2], optimizer, { steps });

/** The first step at which both coordinates are within 0.001 of the bottom. */
function arrival(optimizer: Optimizer, steps: number, terrain?: Terrain): number | undefined {
  return firstStep(run(optimizer, steps, terrain), (position) => largest(position) <= 0.001);
}

function withMomentum(): string {
  const [plain, heavy] = [momentum(1 / 26, 0), momentum(1 / 18, 4 / 9)];
  const place = (optimizer: Optimizer, step: number) =>
    positionAfter(run(optimizer, 200), step)
      .map((x) => fixed(x, 3, 6))
      .join('  ');
  const rows = [0, 1, 2, 3, 10, 20, 30].map(
    (step) => `${whole(step, 4)}  ${place(plain, step)}    ${place(heavy, step)}`,
  );
  const others = [0.5, 0.9].map((beta) => `rate 1/26 with beta ${beta}: ${arrival(momentum(1 / 26, beta), 200)}`);
  return printed(
    'step  plain             momentum',
    ...rows,
    'steps until both are within 0.001',
    `plain ${arrival(plain, 200)}, momentum ${arrival(heavy, 200)}`,
    ...others,
  );
}

/** On a ramp of the slope 1, with the rate 1, a step is the velocity. */
function steadySlope(): string {
  const ramp: Terrain = { value: ([x = 0]) => x, gradient: () => [1] };
  const walk = optimize(ramp, [0], momentum(1, 0.9), { steps: 50 });
  const velocity = (step: number) => at(positionAfter(walk, step - 1), 0) - at(positionAfter(walk, step), 0);
  return printed(...[1, 2, 10, 50].map((step) => `step ${whole(step, 2)}: velocity ${fixed(velocity(step), 2)}`));
}

function withAdam(): string {
  const walk = run(adam(0.1), 150);
  const rows = [0, 1, 2, 3, 10, 20, 50, 100, 144].map((step) =>
    [whole(step, 4), ...positionAfter(walk, step).map((x) => fixed(x, 3, 6))].join('  '),
  );
  return printed(...rows, `within 0.001: step ${arrival(adam(0.1), 150)} of 150`);
}

/** The valley of the curvatures 2 and 2 * steep, turned by 45 degrees. */
function turned(steep: number): Terrain {
  const [a, c] = [steep + 1, steep - 1];
  const gradient = ([x = 0, y = 0]: readonly number[]) => [a * x - c * y, a * y - c * x];
  return { gradient, value: (point) => 0.5 * dot(point, gradient(point)) };
}

function narrower(): string {
  const rows = [25, 100].map((steep) => {
    const root = Math.sqrt(steep);
    const friction = (root - 1) / (root + 1);
    const heavy = momentum(2 / ((1 + root) * (1 + root)), friction * friction);
    const valley = quadratic([2, 2 * steep]);
    const counts = [
      arrival(momentum(1 / (1 + steep), 0), 500, valley),
      arrival(heavy, 500, valley),
      arrival(adam(0.1), 500, valley),
      arrival(adam(0.1), 500, turned(steep)),
    ];
    const widths = [5, 8, 4, 12];
    return [whole(steep, 6), ...counts.map((count, i) => whole(count ?? Number.NaN, widths[i]))].join('  ');
  });
  return printed('factor  plain  momentum  Adam  Adam, turned', ...rows);
}

function race(): string {
  const rows = [plainDescent(1 / 26), momentum(1 / 18, 4 / 9), rmsProp(0.1), adam(0.1)].map((optimizer) => {
    const place = positionAfter(run(optimizer, 3), 3);
    const coordinates = place.map((x) => fixed(x, 3, 6)).join('  ');
    return `${optimizer.name.padEnd(8)}  ${coordinates}  larger ${fixed(largest(place), 4)}`;
  });
  return printed(...rows);
}
