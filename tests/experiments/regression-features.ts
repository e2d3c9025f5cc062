import { at, last } from '../../src/core/at.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent } from '../../src/numeric/descent/gradient-descent.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { mean } from '../../src/numeric/linear/pairwise-sum.ts';
import { standardDeviation } from '../../src/numeric/linear/standard-deviation.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import { featureRows } from '../../src/numeric/regression/design-matrix.ts';
import { leastSquares } from '../../src/numeric/regression/least-squares.ts';
import { normalEquations } from '../../src/numeric/regression/normal-equations.ts';
import type { PageExperiments } from './experiment.ts';
import { positionAfter, stateAfter } from './follow.ts';
import { array, fixed, general, printed, rounded, whole } from './python-text.ts';
import { curvaturesOf } from './regression-line.ts';

/** The fourth extension: rents from two features, as they are and brought to one scale. */
export const featureExperiments: PageExperiments['recomputed'] = {
  features,
  'raw-features': rawFeatures,
  'scaled-features': scaledFeatures,
  'back-to-units': backToUnits,
};

type Table = readonly (readonly number[])[];

function flats(): { samples: number[][]; rent: number[] } {
  const random = numpyRandom(3);
  const size = random.uniform(30, 120, 60);
  const km = random.uniform(0, 5, 60);
  const noise = random.normal(0, 40, 60);
  const fair = combine(size, km, (area, distance) => 400 + 9 * area - 60 * distance);
  return {
    samples: size.map((area, i) => [area, at(km, i)]),
    rent: combine(fair, noise, (price, chance) => price + chance),
  };
}

/** The loss of the weights `[w1, w2, b]`. */
function lossOf(samples: Table) {
  return leastSquares(featureRows(samples), flats().rent);
}

function features(): string {
  const { samples } = flats();
  const loss = lossOf(samples);
  const weights = [7, -20, 300];
  const measured = numericalGradient(loss.value, weights, 1e-4).map((slope) => fixed(slope, 2));
  const rows = loss
    .gradient(weights)
    .map((slope, i) => `${['w1:', 'w2:', 'b: '][i]} ${fixed(slope, 2)} measured ${measured[i]}`);
  const first = (samples[0] ?? []).map((value) => rounded(value, 2));
  return printed(`X (${samples.length}, ${first.length}) first row ${array(first)}`, ...rows);
}

function show(samples: Table, rate: number, epochs: readonly number[]): string[] {
  const run = gradientDescent(lossOf(samples), [0, 0, 0], rate, { steps: Math.max(...epochs) });
  return epochs.map((epoch) => {
    const { position, value } = stateAfter(run, epoch);
    const [w1 = 0, w2 = 0, b = 0] = position;
    const numbers = [whole(epoch, 5), fixed(w1, 2, 10), fixed(w2, 2, 7), fixed(b, 2, 7)];
    return `${numbers.join('  ')}  loss ${general(value, 0, 3)}`;
  });
}

function rawFeatures(): string {
  const { samples } = flats();
  return printed(
    'rate 0.05',
    ...show(samples, 0.05, [0, 1, 2]),
    'rate 0.0001',
    ...show(samples, 0.0001, [0, 10, 100, 1000]),
  );
}

function scale(samples: Table): { scaled: number[][]; means: number[]; spreads: number[] } {
  const columns = (samples[0] ?? []).map((_, j) => samples.map((sample) => at(sample, j)));
  const [means, spreads] = [columns.map(mean), columns.map(standardDeviation)];
  const scaled = samples.map((sample) =>
    combine(
      combine(sample, means, (value, middle) => value - middle),
      spreads,
      (value, spread) => value / spread,
    ),
  );
  return { scaled, means, spreads };
}

function scaledFeatures(): string {
  const { samples } = flats();
  const { scaled } = scale(samples);
  const rows = Object.entries({ raw: samples, scaled }).map(([name, table]) => {
    const curvatures = curvaturesOf(featureRows(table));
    const [least, most] = [at(curvatures, 0), last(curvatures)];
    const range = `${general(least, 0, 3)} to ${general(most, 0, 3)}`;
    return `${name.padEnd(6)}  curvatures ${range}  condition ${general(most / least, 0, 3)}`;
  });
  return printed(...rows, ...show(scaled, 0.5, [0, 1, 2, 3, 4, 5]));
}

function backToUnits(): string {
  const { samples, rent } = flats();
  const { scaled, means, spreads } = scale(samples);
  const [v1 = 0, v2 = 0, b = 0] = positionAfter(gradientDescent(lossOf(scaled), [0, 0, 0], 0.5, { steps: 20 }), 20);
  const weights = combine([v1, v2], spreads, (weight, spread) => weight / spread);
  const text = (numbers: readonly number[]) => numbers.map((number) => fixed(number, 4)).join(' ');
  return printed(
    `descent: ${text([...weights, b - dot(weights, means)])}`,
    `exact:   ${text(normalEquations(featureRows(samples), rent))}`,
  );
}
