import { at } from '../core/at.ts';
import type { Point } from '../core/point.ts';
import { degreeErrors } from '../figures/explorable/degree-errors.ts';
import { polynomialCurve } from '../figures/explorable/polynomial-curve.ts';
import { spaced } from '../figures/parts/curve.ts';
import { inPowers } from '../figures/parts/in-powers.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { combine } from '../numeric/optimizers/optimizer.ts';
import { type NumpyRandom, numpyRandom } from '../numeric/random/numpy-random.ts';
import { polynomialRows } from '../numeric/regression/design-matrix.ts';
import { leastSquares } from '../numeric/regression/least-squares.ts';
import { normalEquations } from '../numeric/regression/normal-equations.ts';
import { showNumber } from './format/show-number.ts';
import { texNumber, widthInDigits } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable } from './kit/explorable.ts';
import { term } from './kit/term.ts';

const highest = 9;
const ridges = { none: 0, tiny: 0.001, small: 0.01, some: 0.1, much: 1, huge: 10 } as const;

const controls = {
  degree: numberControl({ label: 'degree', initial: 3, range: [0, highest], step: 1 }),
  ridge: choiceControl({
    label: 'ridge',
    initial: 'none',
    options: { none: '0', tiny: '0.001', small: '0.01', some: '0.1', much: '1', huge: '10' },
  }),
  seed: numberControl({ label: 'seed of the points', initial: 4, range: [0, 99], step: 1 }),
};

type State = StateOf<typeof controls>;

interface Sample {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const secret = (x: number) => 3 * (x * x) - x + 1;

function sample(random: NumpyRandom, count: number): Sample {
  const x = random.uniform(-1, 1, count);
  return { x, y: combine(x, random.normal(0, 0.3, count), (at, noise) => secret(at) + noise) };
}

const placesOf = ({ x, y }: Sample) => x.map((value, i): Point => [value, at(y, i)]);

function fitAll(state: State) {
  const [degree, seed] = [Math.round(state.degree), Math.round(state.seed)];
  const ridge = ridges[state.ridge];
  const random = numpyRandom(seed);
  const [train, test] = [sample(random, 12), sample(random, 200)];
  const fits = Array.from({ length: highest + 1 }, (_, power) => {
    const weights = normalEquations(polynomialRows(train.x, power), train.y, ridge);
    const error = ({ x, y }: Sample) => leastSquares(polynomialRows(x, power), y).value(weights);
    return { weights, train: error(train), test: error(test) };
  });
  return {
    degree,
    seed,
    ridge,
    train,
    test,
    fits,
    best: fits.map((fit) => fit.test).indexOf(Math.min(...fits.map((fit) => fit.test))),
  };
}

type Fits = ReturnType<typeof fitAll>;

function fitOf({ fits }: Fits, degree: number) {
  const { weights = [], train = Number.NaN, test = Number.NaN } = fits[degree] ?? {};
  const value = (x: number) => weights.reduce((sum, weight) => sum * x + weight, 0);
  return { weights, train, test, value, largest: Math.max(...weights.map(Math.abs)) };
}

/** The digits of a polynomial that a phone has room for. */
const room = 24;

/** The polynomial from the constant up, as far as there is room. */
function polynomial(weights: readonly number[]): string {
  const parts = weights.toReversed().map((weight, power) => {
    const sign = weight < 0 ? '-' : power === 0 ? '' : '+';
    const factor = power === 0 ? '' : power === 1 ? 'x' : `x^{${power}}`;
    return `${sign} ${texNumber(Math.abs(weight), 2)}${factor}`;
  });
  if (widthInDigits(...parts) <= room) return parts.join(' ');
  const fitting = parts.filter((_, i) => widthInDigits(...parts.slice(0, i + 1), '+..') <= room);
  return `${fitting.join(' ')} + \\dots`;
}

function sentence(fits: Fits): string {
  const { train, test, largest } = fitOf(fits, fits.degree);
  return `The polynomial of degree ${fits.degree} with ridge ${fits.ridge} has a mean squared error of ${showNumber(train, 4)} on the 12 points that it was fitted to and of ${showNumber(test, 4)} on the 200 that it has not seen; its largest parameter is ${showNumber(largest, 1)} in size.`;
}

/** Polynomials of any degree through twelve points, judged by test points. */
export const polynomialFit = defineExplorable({
  id: 'polynomial-fit',
  title: 'More parameters: a closer fit, and in the end a worse prediction',
  controls,
  model: fitAll,
  view: ({ model, asking }) => {
    const { degree, seed, fits } = model;
    const { weights, train, test, value, largest } = fitOf(model, degree);
    const says = sentence(model);
    const shown = asking ? fits.slice(0, degree + 1) : fits;
    const errors = { train: shown.map((fit) => fit.train), test: shown.map((fit) => fit.test) };
    return {
      figures: [
        polynomialCurve(
          { key: String(seed), train: placesOf(model.train), test: placesOf(model.test), secret, fit: value },
          { title: `Twelve points and a polynomial of degree ${degree}`, description: says },
        ),
        degreeErrors(errors, degree, { title: 'Training and test error of each degree', description: says }),
      ],
      standing: [
        { what: 'the curve', figure: 'curve', places: spaced(-1.05, 1.05, 201).map((x) => [x, value(x)]), as: 'line' },
        { what: 'the points that were fitted', figure: 'curve', places: placesOf(model.train), as: 'line' },
        { what: 'the train errors', figure: 'errors', places: inPowers(errors.train), as: 'line' },
        { what: 'the test errors', figure: 'errors', places: inPowers(errors.test), as: 'line' },
      ],
      equation: String.raw`\begin{aligned}
        \hat y &= ${term('fit', polynomial(weights))} \\
        \text{train error} &= ${term('train', texNumber(train, 4))} \\
        \text{test error} &= ${term('test', texNumber(test, 4))}
      \end{aligned}`,
      readouts: [
        { label: 'train error', value: showNumber(train, 4), term: 'train' },
        { label: 'test error', value: showNumber(test, 4), term: 'test' },
        { label: 'largest parameter', value: showNumber(largest, 1), term: 'fit' },
        { label: 'least test error', value: asking ? '?' : `at degree ${model.best}` },
      ],
      sentence: says,
    };
  },
  ledger: (model) => {
    const { weights } = fitOf(model, model.degree);
    return {
      caption: 'The parameters of the polynomial',
      columns: [{ label: 'power of *x*' }, { label: 'parameter', term: 'fit' }],
      length: weights.length,
      row: (power) => [String(power), showNumber(at(weights, weights.length - 1 - power), 3)],
    };
  },
  python: {
    example: 'ridge-fit',
    code: (state) => [
      'import numpy as np',
      '',
      `np.random.seed(${Math.round(state.seed)})`,
      '',
      'def sample(n):',
      '    x = np.random.uniform(-1, 1, n)',
      '    return x, 3 * x**2 - x + 1 + np.random.normal(0, 0.3, n)',
      '',
      'x, y = sample(12)',
      'x_test, y_test = sample(200)',
      '',
      `degree, ridge = ${Math.round(state.degree)}, ${formatRepr(ridges[state.ridge])}`,
      'exponents = np.arange(degree + 1)',
      'X = x[:, np.newaxis] ** exponents',
      'X_test = x_test[:, np.newaxis] ** exponents',
      'penalty = ridge * np.diag(np.minimum(exponents, 1))',
      ['w = np.linalg.solve(X.T @ X + penalty, X.T @ y)', 'fit'],
      '',
      ['print(f"train error {np.mean((X @ w - y) ** 2):.4f}")', 'train'],
      ['print(f"test error  {np.mean((X_test @ w - y_test) ** 2):.4f}")', 'test'],
      ['print(f"largest parameter {np.abs(w).max():.1f}")', 'fit'],
    ],
  },
  predict: (model, state) => {
    const [low, high] = [fitOf(model, model.degree), fitOf(model, highest)];
    const [before, after] = [low.train, high.train].map((error) => showNumber(error, 3));
    // Where nothing gets worse there is nothing to be surprised at, and an error falls only if the displayed digits do.
    if (!(high.train < low.train && before !== after && high.test > 2 * low.test)) return undefined;
    const options = {
      smaller: 'smaller',
      same: 'about the same',
      larger: 'two to ten times as large',
      huge: 'more than ten times as large',
    };
    const times = high.test / low.test;
    const right = times > 10 ? 'huge' : 'larger';
    const swings = times > 10 ? 'and swings wildly between and beyond them' : 'and swings between and beyond them';
    return {
      ask: `At degree ${model.degree} the error is ${before} on the 12 fitted points and ${showNumber(low.test, 3)} on 200 others. At degree ${highest} the first falls to ${after}. What happens to the second?`,
      guess: choiceControl({ label: 'it becomes', initial: 'smaller', options }),
      marks: (guess) => {
        const expected = { smaller: 0.3, same: 1, larger: 4.5, huge: 30 }[String(guess)] ?? 1;
        const error = guess === right ? high.test : expected * low.test;
        return [{ figure: 'errors', at: [[highest, Math.log10(error)]] }];
      },
      truth: { setting: right },
      judge: (guess) => ({ right: guess === right, says: `It becomes ${showNumber(high.test, 2)}.` }),
      answer: `It becomes ${showNumber(high.test, 2)}, ${showNumber(times, 1)} times what it was. With ${highest + 1} parameters for 12 points the curve comes nearer to the points that were fitted, noise and all, ${swings}. The points that were fitted cannot show this.`,
      reveal: { state: { ...state, degree: highest } },
    };
  },
});
