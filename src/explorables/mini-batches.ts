import { at } from '../core/at.ts';
import type { Point } from '../core/point.ts';
import { lossCurve } from '../figures/explorable/loss-curve.ts';
import { lossMap } from '../figures/explorable/loss-map.ts';
import { slopeSpread } from '../figures/explorable/slope-spread.ts';
import { inPowers } from '../figures/parts/in-powers.ts';
import { regressionData } from '../figures/parts/regression-data.ts';
import { valleyAt } from '../figures/parts/valley.ts';
import { constantRate, decayingRate, type Schedule, steppedRate } from '../numeric/descent/schedule.ts';
import { mean } from '../numeric/linear/pairwise-sum.ts';
import { standardDeviation } from '../numeric/linear/standard-deviation.ts';
import { numpyRandom } from '../numeric/random/numpy-random.ts';
import { lineRows } from '../numeric/regression/design-matrix.ts';
import { leastSquares } from '../numeric/regression/least-squares.ts';
import { miniBatchDescent } from '../numeric/regression/mini-batch-descent.ts';
import { normalEquations } from '../numeric/regression/normal-equations.ts';
import { showNumber } from './format/show-number.ts';
import { texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable, type Readout } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term } from './kit/term.ts';

const epochs = 200;
/** The points of the project. */
const count = 50;

/** The schedules of the lesson, and one that falls ever more slowly, with their Python. */
const schedules: Record<State['schedule'], { readonly rate: Schedule; readonly python: string }> = {
  constant: { rate: constantRate(0.05), python: '0.05' },
  halved: { rate: steppedRate(0.05, 50), python: '0.05 * 0.5 ** (epoch // 50)' },
  hasty: { rate: steppedRate(0.05, 5), python: '0.05 * 0.5 ** (epoch // 5)' },
  decaying: { rate: decayingRate(0.05, 0.05), python: '0.05 / (1 + 0.05 * epoch)' },
};

const controls = {
  batch: numberControl({ label: 'batch size', initial: 5, range: [1, 50], step: 1 }),
  schedule: choiceControl({
    label: 'learning rate',
    initial: 'constant',
    options: {
      constant: '0.05 always',
      halved: 'halved every 50 epochs',
      hasty: 'halved every 5 epochs',
      decaying: '0.05 / (1 + epoch / 20)',
    },
  }),
  seed: numberControl({ label: 'seed', initial: 7, range: [0, 99], step: 1 }),
};

type State = StateOf<typeof controls>;

/** The project with everything that does not depend on how it is trained: computed once, when it is first needed. */
let known: ReturnType<typeof computeProject> | undefined;
function project() {
  known ??= computeProject();
  return known;
}

function computeProject() {
  const { x, y } = regressionData();
  const rows = lineRows(x);
  const loss = leastSquares(rows, y);
  const [m = 0, b = 0] = normalEquations(rows, y);
  const best = [m, b] as const;
  /** The slope along m of each single point, at m = b = 0. */
  const votes = x.map((value, i) => -2 * at(y, i) * value);
  return { x, y, rows, loss, best, least: loss.value(best), votes, spread: standardDeviation(votes) };
}

/** The orders of the points in all epochs of a seed. The batch size and the rate do not change them: the latest are kept. */
let dealt: { readonly seed: number; readonly orders: readonly (readonly number[])[] } | undefined;
function ordersOf(seed: number): readonly (readonly number[])[] {
  if (dealt?.seed !== seed) {
    const { permutation } = numpyRandom(seed);
    dealt = { seed, orders: Array.from({ length: epochs }, () => permutation(count)) };
  }
  return dealt.orders;
}

const whole = ({ batch, seed }: State) => ({ batch: Math.round(batch), seed: Math.round(seed) });

function train(state: State) {
  const { batch, seed } = whole(state);
  const { x, rows, y, loss, best, least, votes, spread } = project();
  const { rate } = schedules[state.schedule];
  const orders = ordersOf(seed).values();
  const permutation = () => orders.next().value ?? [];
  const { path } = miniBatchDescent(rows, y, [0, 0], { epochs, batchSize: batch, schedule: rate, permutation });
  const perEpoch = Math.ceil(y.length / batch);
  const drawn = numpyRandom(seed).integers(0, y.length, 60 * batch);
  return {
    batch,
    perEpoch,
    least,
    valley: valleyAt(best, [2 * mean(x.map((value) => value * value)), 2 * mean(x), 2]),
    places: path.map(({ position }): Point => [at(position, 0), at(position, 1)]),
    excess: Array.from({ length: epochs + 1 }, (_, epoch) => loss.value(at(path, epoch * perEpoch).position) - least),
    rates: Array.from({ length: epochs }, (_, epoch) => rate(epoch)),
    slopes: Array.from({ length: 60 }, (_, k) =>
      mean(drawn.slice(k * batch, (k + 1) * batch).map((i) => at(votes, i))),
    ),
    slope: mean(votes),
    spread,
  };
}

type Training = ReturnType<typeof train>;

/** Where the training is after an epoch, and how far its steps of that epoch and the 20 before lie from one another. */
function stateAt({ places, perEpoch, excess, rates, spread, batch }: Training, epoch: number) {
  const [m, b] = at(places, epoch * perEpoch);
  const late = places.slice(Math.max(0, (epoch - 20) * perEpoch), epoch * perEpoch + 1);
  return {
    m,
    b,
    excess: at(excess, epoch),
    rate: at(rates, Math.min(epoch, epochs - 1)),
    trembling: standardDeviation(late.map(([slope]) => slope)),
    window: Math.min(epoch, 20),
    ...noiseOf(spread, batch),
  };
}

/** How far the slope of a batch lies from that of all points, typically: drawn with repetition, and dealt without. */
function noiseOf(spread: number, batch: number) {
  const noise = spread / Math.sqrt(batch);
  return { noise, dealt: noise * Math.sqrt((count - batch) / (count - 1)) };
}

/** The beginning and the end of a long walk: the steps between them stay within a few points, and their lines overlap. */
const ends = (places: readonly Point[]) =>
  places.length > 600 ? [...places.slice(0, 300), ...places.slice(-300)] : places;

const rateText = (rate: number) => showNumber(rate, 4);

function sentence(training: Training, epoch: number): string {
  const { m, b, rate, trembling, window } = stateAt(training, epoch);
  const steps = `${training.perEpoch} ${training.perEpoch === 1 ? 'step' : 'steps'}`;
  const here = `After ${counted(epoch)} of ${steps}${epoch === 1 ? '' : ' each'} the line is at m = ${showNumber(m, 3)}, b = ${showNumber(b, 3)}; the rate is ${rateText(rate)}`;
  return window === 0
    ? `${here}.`
    : `${here}, and m wanders by ${showNumber(trembling, 4)} over the last ${window === 1 ? 'epoch' : counted(window)}.`;
}

const counted = (epochs: number) => `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`;

function note({ batch }: Training): string | undefined {
  if (batch === count) return 'Every batch has all 50 points, so its slope has no noise, whatever the order.';
  const rest = count % batch;
  if (rest === 0) return undefined;
  return `50 is not a multiple of ${batch}: the last batch of every epoch has only ${rest} ${rest === 1 ? 'point' : 'points'}, so on average its step is the noisiest.`;
}

function equation({ spread, batch }: Training, { noise, dealt, rate }: ReturnType<typeof stateAt>): string {
  const [one, drawn, left] = [spread, noise, dealt].map((value) => texNumber(value, 2)) as [string, string, string];
  const part = Math.sqrt((count - batch) / (count - 1));
  return String.raw`\begin{aligned}
    \text{drawn:} \quad & \tfrac{${one}}{\sqrt{${batch}}} ${relate(drawn, shownValue(one) / Math.sqrt(batch))} ${term('spread', drawn)} \\
    \text{dealt:} \quad & ${drawn} \cdot \sqrt{\tfrac{${count} - ${batch}}{${count} - 1}} ${relate(left, shownValue(drawn) * part)} ${left} \\
    \text{rate now:} \quad & ${term('rate', texNumber(rate, 4))}
  \end{aligned}`;
}

/** The loss at the bottom is known to a float's last digits only, and below them a difference means nothing. */
const excessText = (excess: number) => (excess < 1e-15 ? '< 10⁻¹⁵' : showNumber(excess, 6));

/** The part of the map of m and b that is shown, and the losses of its contours above the least. */
const map = {
  above: [0.3, 1.3, 3, 5, 8, 12, 16, 20],
  view: { x: [-0.35, 3.65], y: [-0.6, 2.4] },
  ticks: { x: [0, 1, 2, 3], y: [0, 1, 2] },
} as const;

const axes = { steps: epochs, unit: 'epoch', says: 'loss above the least', powers: [-8, 2] } as const;

function readouts({ m, b, excess, noise, dealt, rate, trembling, window }: ReturnType<typeof stateAt>): Readout[] {
  return [
    { label: 'line', value: `m = ${showNumber(m, 3)}, b = ${showNumber(b, 3)}`, term: 'here' },
    { label: 'loss above the least', value: excessText(excess), term: 'loss' },
    { label: 'spread, drawn with repetition', value: showNumber(noise, 2), term: 'spread' },
    { label: 'spread, dealt as in the training', value: showNumber(dealt, 2) },
    { label: 'rate', value: rateText(rate), term: 'rate' },
    { label: 'm wanders by', value: window === 0 ? 'nothing yet' : showNumber(trembling, 4) },
  ];
}

/** Training on a few points at a time: how noisy it is, what that does to the walk, and how a schedule calms it. */
export const miniBatches = defineExplorable({
  id: 'mini-batches',
  title: 'Small batches tremble, and a schedule calms them',
  controls,
  model: train,
  run: { lastStep: () => epochs, initial: epochs, speed: 20 },
  view: ({ model, state, step }) => {
    const says = sentence(model, step);
    const unusual = note(model);
    const words = (title: string) => ({ title, description: says });
    const path = ends(model.places.slice(0, step * model.perEpoch + 1));
    const losses = model.excess.slice(0, step + 1);
    const now = stateAt(model, step);
    return {
      figures: [
        lossMap(
          { key: 'project', valley: model.valley, ...map },
          { places: path, dots: false },
          words('The path of the training over the map of m and b'),
        ),
        slopeSpread(
          { slopes: model.slopes, mean: model.slope, spread: now.noise },
          words('The slopes along m that 60 batches measure at the start'),
        ),
        lossCurve(
          { values: losses, rates: model.rates, ...axes },
          words(
            `The loss above the least possible, epoch by epoch, and the rate: ${controls.schedule.options[state.schedule]}`,
          ),
        ),
      ],
      standing: [
        { what: 'the training', figure: 'map', places: path },
        { what: 'the loss', figure: 'loss', places: inPowers(losses) },
        { what: 'the rate', figure: 'loss', places: [[step, Math.log10(now.rate)]] },
        {
          what: 'the slopes of the batches',
          figure: 'slopes',
          places: model.slopes.map((slope) => [slope, 0]),
          as: 'line',
        },
      ],
      equation: equation(model, now),
      readouts: readouts(now),
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
      now: 'here',
    };
  },
  ledger: (model) => ({
    caption: 'The training, epoch by epoch',
    columns: [
      { label: 'epoch' },
      { label: 'rate', term: 'rate' },
      { label: '*m*', term: 'here' },
      { label: '*b*', term: 'here' },
      { label: 'loss above the least', term: 'loss' },
    ],
    length: epochs + 1,
    row: (epoch) => {
      const { m, b, rate, excess } = stateAt(model, epoch);
      return [String(epoch), rateText(rate), showNumber(m, 3), showNumber(b, 3), excessText(excess)];
    },
  }),
  python: {
    example: 'batch-run',
    code: (state, step) => {
      const { batch, seed } = whole(state);
      return [
        'import numpy as np',
        '',
        'np.random.seed(42)',
        'x = np.random.uniform(-3, 3, 50)',
        'y = 2 * x + 1 + np.random.normal(0, 0.5, 50)',
        'votes = 2 * (0 - y) * x',
        [`print(f"spread of a batch: {np.std(votes) / np.sqrt(${batch}):.2f}")`, 'spread'],
        '',
        `np.random.seed(${seed})`,
        'm, b = 0.0, 0.0',
        `for epoch in range(${step}):`,
        [`    rate = ${schedules[state.schedule].python}`, 'rate'],
        '    order = np.random.permutation(50)',
        `    for start in range(0, 50, ${batch}):`,
        `        pick = order[start:start + ${batch}]`,
        '        errors = m * x[pick] + b - y[pick]',
        '        along_m = 2 * np.mean(errors * x[pick])',
        '        along_b = 2 * np.mean(errors)',
        ['        m = m - rate * along_m', 'here'],
        ['        b = b - rate * along_b', 'here'],
        ['print(f"m = {m:.3f}, b = {b:.3f}")', 'here'],
      ];
    },
  },
  predict: ({ batch, spread, slope }, state) => {
    if (4 * batch > count) return undefined;
    const [now, then] = [spread / Math.sqrt(batch), spread / Math.sqrt(4 * batch)];
    return {
      ask: `At the start, the slope that a batch of ${batch} measures, drawn with repetition, is off by about ${showNumber(now, 2)}. With four times as many points in a batch: how much is left of this spread?`,
      guess: choiceControl({
        label: 'what is left',
        initial: 'same',
        options: { same: 'all of it', half: 'a half', quarter: 'a quarter', sixteenth: 'a sixteenth' },
      }),
      // As wide as the band of the spread would be.
      marks: (guess) => {
        const left = ({ same: 1, half: 1 / 2, quarter: 1 / 4, sixteenth: 1 / 16 }[String(guess)] ?? 1) * now;
        const [low, high] = [slope - left, slope + left];
        return [
          {
            figure: 'slopes',
            at: [
              [low, 0.3],
              [low, 0.7],
              [low, 0.5],
              [high, 0.5],
              [high, 0.7],
              [high, 0.3],
            ],
          },
        ];
      },
      truth: { setting: 'half' },
      judge: (guess) => ({
        right: guess === 'half',
        says: `It falls from ${showNumber(now, 2)} to ${showNumber(then, 2)}.`,
      }),
      answer: `A half: ${showNumber(then, 2)} instead of ${showNumber(now, 2)}. The errors of the single points partly cancel in a mean, but only partly: the spread goes with one over the square root of the size. Four times the work buys half the noise. The training deals its points without repetition, and that leaves ${showNumber(noiseOf(spread, 4 * batch).dealt, 2)}: less, and nothing at all when a batch has all 50.`,
      reveal: { state: { ...state, batch: 4 * batch } },
    };
  },
});
