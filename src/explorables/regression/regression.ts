import { at, last } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { formatRepr } from '../../numeric/format/format-repr.ts';
import { showNumber } from '../format/show-number.ts';
import { inParentheses, texNumber, widthInDigits } from '../format/tex-number.ts';
import { defineExplorable, type Readout } from '../kit/explorable.ts';
import { relate, shownValue } from '../kit/relate.ts';
import { overTwoLines, term } from '../kit/term.ts';
import { whereTo, whichFirst } from './ask-of-training.ts';
import { controls, type State } from './regression-controls.ts';
import { regressionFigures } from './regression-figures.ts';
import { stateAt, type Training, train } from './train-line.ts';

const lineText = (m: number, b: number) =>
  `y = ${showNumber(m, 2)}x ${b < 0 ? '−' : '+'} ${showNumber(Math.abs(b), 2)}`;

/** Digits of the equation: with fewer, its lines could not be checked. */
const digits = 3;

function equation(training: Training, step: number): string {
  const { m, b, value, forM, forB, next } = stateAt(training, step);
  const { points, rate } = training;
  const loss = texNumber(value, digits);
  const update = (name: string, numbers: readonly [from: number, slope: number, to: number]) => {
    const [old, along, after] = numbers.map((number) => texNumber(number, digits)) as [string, string, string];
    const sign = relate(after, shownValue(old) - rate * shownValue(along));
    const isLong = widthInDigits(old, along, after) > room + 2;
    const from = isLong ? name : old;
    const slope = term(`along-${name}`, isLong ? String.raw`\text{slope}` : inParentheses(along));
    return String.raw`\text{next } ${name} &= ${from} - ${rate} \cdot ${slope} ${isLong ? '=' : sign} ${term('next', after)}`;
  };
  return String.raw`\begin{aligned}
    \text{loss} &= ${squares(points, [m, b], loss)} ${term('loss', loss)} \\
    ${update('m', [m, forM, next[0]])} \\
    ${update('b', [b, forB, next[1]])}
  \end{aligned}`;
}

/** The digits of three numbers that a phone has room for, beside what else is in their line. */
const room = 18;

/** The mean of the squared errors, and what stands between it and its value. Of many or long ones, only what it is called. */
function squares(points: readonly Point[], [m, b]: Point, loss: string): string {
  const mean = String.raw`\tfrac{1}{${points.length}} ${term('error', String.raw`\textstyle\sum \text{error}^2`)} =`;
  if (points.length > 3) return mean;
  const errors = points.map(([x, y]) => texNumber(m * x + b - y, 2));
  if (widthInDigits(...errors) > room)
    return String.raw`${mean} \vphantom{\frac{${overTwoLines('(0)^2', '(0)^2')}}{3}}`;
  const sum = errors.reduce((total, error) => total + shownValue(error) ** 2, 0);
  const [first, second, third] = errors.map((error) => (/^[\d.]+$/.test(error) ? `${error}^2` : `(${error})^2`));
  const terms = overTwoLines(term('error', `${first} + ${second}`), term('error', `+ ${third}`));
  return String.raw`\frac{${terms}}{3} ${relate(loss, sum / 3)}`;
}

function sentence(training: Training, step: number): string {
  const { m, b, value, forM, forB } = stateAt(training, step);
  return `After ${step} ${step === 1 ? 'step' : 'steps'} the line is ${lineText(m, b)} with a mean squared error of ${showNumber(value, 3)}; the slope is ${showNumber(forM, 2)} along m and ${showNumber(forB, 2)} along b.`;
}

/** A rate that is too large, and a loss that shows it: what is a float's noise above its start has not grown. */
function grown({ reason, path, rate, limit, least }: Training): boolean {
  const [first, final] = [at(path, 0).value, last(path).value];
  const floor = Number.isFinite(least) ? least : 0;
  return reason === 'diverged' || (rate > limit && final - floor > 1.001 * (first - floor) + 1e-9);
}

function note(training: Training, step: number): string | undefined {
  const { best, level, path, reason } = training;
  const { value } = stateAt(training, step);
  const counted = `${step} ${step === 1 ? 'step' : 'steps'}`;
  if (step === path.length - 1 && grown(training))
    return reason === 'diverged'
      ? `Diverged: the rate is too large for this bowl, and after ${counted} the loss is ${showNumber(value, 0)}. The training is stopped here.`
      : `The rate is too large for this bowl: after ${counted} the loss is ${showNumber(value, 3)}, larger than at the start.`;
  if (level)
    return 'The points have the same x. Many lines fit them equally well, so the bowl has a level floor and no single lowest point.';
  if (best === undefined)
    return 'The points have almost the same x. The floor of the bowl is almost level, and its lowest point is not computed here.';
  return undefined;
}

function readouts(training: Training, step: number): Readout[] {
  const { m, b, value, forM, forB, next } = stateAt(training, step);
  return [
    { label: 'line', value: lineText(m, b), term: 'line' },
    { label: 'loss', value: showNumber(value, 4), term: 'loss' },
    { label: 'slope along', symbol: '*m*', value: showNumber(forM, 4), term: 'along-m' },
    { label: 'slope along', symbol: '*b*', value: showNumber(forB, 4), term: 'along-b' },
    { label: 'next line', value: lineText(...next), term: 'next' },
    { label: 'least loss possible', value: leastText(training) },
  ];
}

/** A line through points, its errors, its loss as a place in a bowl, and the training that walks down there. */
export const regression = defineExplorable({
  id: 'regression',
  title: 'A line learns: the points, the bowl, the training',
  controls,
  model: train,
  run: { lastStep: ({ path }) => path.length - 1, initial: 0, speed: 20 },
  view: (shown) => {
    const { model, state, step } = shown;
    const says = sentence(model, step);
    const unusual = note(model, step);
    return {
      ...regressionFigures(shown, says),
      handles: [
        ...(state.data === 'three'
          ? state.points.map((point, index) => ({ control: 'points', index, figure: 'line', at: point }))
          : []),
        { control: 'line', figure: 'map', at: state.line },
      ],
      equation: equation(model, step),
      readouts: readouts(model, step),
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
      // Before the first step the code trains nothing.
      ...(step > 0 && { now: 'next' }),
    };
  },
  ledger: (model) => ({
    caption: 'The training, step by step',
    columns: [
      { label: 'step' },
      { label: '*m*', term: 'line' },
      { label: '*b*', term: 'line' },
      { label: 'loss', term: 'loss' },
      { label: 'slope along *m*', term: 'along-m' },
      { label: 'along *b*', term: 'along-b' },
    ],
    length: model.path.length,
    row: (step) => {
      const { m, b, value, forM, forB } = stateAt(model, step);
      return [String(step), ...[m, b, value, forM, forB].map((number) => showNumber(number, 4))];
    },
  }),
  python: {
    example: 'three-points',
    code,
  },
  predict: (model, state) => (state.data === 'three' ? whereTo(model, state, controls.line) : whichFirst(model)),
});

function leastText({ best, level, least }: Training): string {
  if (best) return showNumber(least, 4);
  return level ? `${showNumber(least, 4)}, on a whole line` : 'not computed';
}

function code({ data, points, line: [m, b], rate }: State, step: number) {
  const column = (axis: 0 | 1) => `np.array([${points.map((point) => formatRepr(point[axis])).join(', ')}])`;
  const given =
    data === 'three'
      ? [`x = ${column(0)}`, `y = ${column(1)}`]
      : ['np.random.seed(42)', 'x = np.random.uniform(-3, 3, 50)', 'y = 2 * x + 1 + np.random.normal(0, 0.5, 50)'];
  const training = [
    `for step in range(${step}):`,
    ['    errors = m * x + b - y', 'error'],
    [`    along_m = 2 * np.mean(errors * x)`, 'along-m'],
    [`    along_b = 2 * np.mean(errors)`, 'along-b'],
    [`    m, b = m - ${formatRepr(rate)} * along_m, b - ${formatRepr(rate)} * along_b`, 'next'],
    'print(f"m = {m:.4f}, b = {b:.4f}")',
  ] as const;
  const whole = step === 0 && [...points.flat(), m, b].every(Number.isInteger);
  const decimals = whole && data === 'three' ? 0 : 2;
  return [
    'import numpy as np',
    '',
    ...given,
    `m, b = ${formatRepr(m)}, ${formatRepr(b)}`,
    ...(step > 0 ? ['', ...training] : []),
    '',
    ['predictions = m * x + b', 'line'],
    ['errors = predictions - y', 'error'],
    'print("x  y  prediction  error  squared")',
    `for i in range(${data === 'three' ? 3 : 'len(x)'}):`,
    `    print(f"{x[i]:.${decimals}f}  {y[i]:.${decimals}f}  {predictions[i]:10.${decimals}f}"`,
    `          f"  {errors[i]:5.${decimals}f}  {errors[i] ** 2:7.${decimals}f}")`,
    ['print(f"mean of the squares: {np.mean(errors ** 2):.2f}")', 'loss'],
  ] as const;
}
