import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import type { Descent, DescentState } from '../../src/numeric/descent/descent.ts';
import { gradientDescent, type Terrain } from '../../src/numeric/descent/gradient-descent.ts';
import { gradientDescent1d } from '../../src/numeric/descent/gradient-descent-1d.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import { square } from '../../src/numeric/functions/functions-of-one.ts';
import { zeros } from '../../src/numeric/optimizers/optimizer.ts';
import type { PageExperiments } from './experiment.ts';
import { positionAfter, stateAfter } from './follow.ts';
import { parcelPrices, priceLoss } from './price-loss.ts';
import { type PythonRandom, pythonRandom } from './python-random.ts';
import { fixed, printed, whole } from './python-text.ts';

export const startLesson: PageExperiments = {
  page: 'guide/00-start',
  recomputed: {
    'one-dial': oneDial,
    loss: losses,
    'guess-or-follow': guessOrFollow,
    'luck-runs-out': luckRunsOut,
    'setup-test': setupTest,
    'solution-one-change': oneChange,
  },
  notRecomputed: {},
};

function oneDial(): string {
  const loss = priceLoss();
  return printed(`loss ${fixed(loss(1), 4)}, slope ${fixed(centralDifference(loss, 1, 0.001), 3)}`);
}

function losses(): string {
  const loss = priceLoss();
  return printed(...[0, 1, 2, 3].map((w) => `w = ${w}  loss ${fixed(loss(w), 4, 7)}`));
}

interface Walk {
  readonly prices?: readonly number[];
  readonly start?: number;
  readonly size?: number;
}

/** Ten steps against the slope of the loss, measured with a nudge of 0.001 both ways. */
function follow({ prices = parcelPrices, start = 0, size = 0.05 }: Walk): Descent<DescentState<number>> {
  const value = priceLoss(prices);
  const derivative = (w: number) => centralDifference(value, w, 0.001);
  return gradientDescent1d({ value, derivative }, start, size, { steps: 10 });
}

function guessOrFollow(): string {
  const [random, loss] = [pythonRandom(1), priceLoss()];
  const guesses = Array.from({ length: 20 }, () => random.uniform(0, 10));
  const best = guesses.reduce((least, guess) => (loss(guess) < loss(least) ? guess : least));
  const run = follow({});
  const rows = run.path.slice(0, 4).map(({ position, value, gradient }) => {
    return `w = ${fixed(position, 4)}  loss ${fixed(value, 4, 7)}  slope ${fixed(gradient, 4, 8)}`;
  });
  const end = stateAfter(run, 10);
  return printed(
    `best of ${guesses.length} guesses: ${fixed(best, 6)}, loss ${fixed(loss(best), 4)}`,
    ...rows,
    `after 10 steps:     ${fixed(end.position, 6)}, loss ${fixed(end.value, 4)}`,
  );
}

/** The sum of the squared distances of many weights from 1. */
const distances: Terrain = {
  value: (weights) => weights.reduce((sum, w) => sum + square.value(w - 1), 0),
  gradient: (weights) => weights.map((w) => square.derivative(w - 1)),
};

/** 200 random changes of all weights at once, each kept if it lowers the loss. */
function byLuck(count: number, random: PythonRandom): number[] {
  let weights = zeros(count);
  for (let i = 0; i < 200; i++) {
    const trial = weights.map((w) => w + random.uniform(-0.1, 0.1));
    if (distances.value(trial) < distances.value(weights)) weights = trial;
  }
  return weights;
}

function bySlope(count: number): readonly number[] {
  return positionAfter(gradientDescent(distances, zeros(count), 0.05, { steps: 50 }), 50);
}

function luckRunsOut(): string {
  const random = pythonRandom(1);
  const rows = [1, 10, 100].map((count) => {
    const left = (weights: readonly number[]) => distances.value(weights) / count;
    return `${whole(count, 7)}  ${fixed(left(byLuck(count, random)), 6, 12)}  ${fixed(left(bySlope(count)), 6, 13)}`;
  });
  return printed('numbers  left by luck  left by slope', ...rows);
}

/** The versions are whatever ran the example, here as there. */
function setupTest(): string {
  const slope = centralDifference(square.value, 3, 0.0001);
  const versions = ['Python', 'NumPy', 'Matplotlib'].map((name) => `${name} ⟪version⟫`);
  return printed(...versions, `slope of x squared at 3: ${fixed(slope, 4)}`);
}

function oneChange(): string {
  const walks: Readonly<Record<string, Walk>> = {
    'as before': {},
    'from 10': { start: 10 },
    doubled: { prices: parcelPrices.map((price) => 2 * price) },
    'size 0.1': { size: 0.1 },
    'size 0.2': { size: 0.2 },
  };
  const ends = Object.entries(walks).map(
    ([name, walk]) => `${name.padEnd(10)}  ${fixed(positionAfter(follow(walk), 10), 6, 12)}`,
  );
  const rows = [0.05, 0.1, 0.2].map((size) => {
    const ways = [0, 1, 2, 3, 4].map((step) => fixed(positionAfter(follow({ size }), step), 2, 6));
    return [`size ${formatRepr(size).padEnd(4)}`, ...ways].join('  ');
  });
  return printed(...ends, ...rows);
}
