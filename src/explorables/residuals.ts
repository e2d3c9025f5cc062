import { at } from '../core/at.ts';
import type { Point } from '../core/point.ts';
import { againstX, fitWithResiduals, inOrder, residualStrips } from '../figures/explorable/residual-strips.ts';
import { spaced } from '../figures/parts/curve.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { polynomialRows } from '../numeric/regression/design-matrix.ts';
import { predict } from '../numeric/regression/least-squares.ts';
import { normalEquations } from '../numeric/regression/normal-equations.ts';
import { measuredAt, type Pattern, patternedPoints, wrongIndex } from '../numeric/regression/patterned-points.ts';
import { residualSigns } from '../numeric/regression/residual-signs.ts';
import { showNumber } from './format/show-number.ts';
import { plain, texNumber } from './format/tex-number.ts';
import { type State as AnyState, choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { type CodeLine, defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term } from './kit/term.ts';

/** The letters give nothing away: the pattern is the question. */
const patterns = { a: 'curve', b: 'none', c: 'outlier', d: 'drift', e: 'funnel' } as const;

const patternOf = (data: unknown): Pattern => patterns[data as keyof typeof patterns];

const controls = {
  strength: numberControl({
    label: 'strength of the pattern',
    initial: 1,
    range: [0.5, 1.5],
    step: 0.1,
    matters: ({ data }: AnyState) => patternOf(data) !== 'none',
  }),
  data: choiceControl({ label: 'data', initial: 'd', options: { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' } }),
  model: choiceControl({ label: 'model', initial: 'line', options: { line: 'line', parabola: 'parabola' } }),
};

type State = StateOf<typeof controls>;

function fit({ strength, data, model }: State) {
  const pattern = patternOf(data);
  const y = patternedPoints(pattern, strength);
  const rows = polynomialRows(measuredAt, model === 'line' ? 1 : 2);
  const weights = normalEquations(rows, y);
  const predicted = predict(rows, weights);
  const residuals = y.map((value, i) => value - at(predicted, i));
  // A pattern that a model can follow is not left in its residuals.
  const left: Pattern = pattern === 'curve' && model === 'parabola' ? 'none' : pattern;
  return { pattern, left, y, weights, predicted, residuals, signs: residualSigns(measuredAt, residuals) };
}

type Fit = ReturnType<typeof fit>;

const said: Readonly<Record<Pattern, string>> = {
  none: 'no pattern',
  curve: 'a curve',
  funnel: 'a funnel',
  outlier: 'one outlier',
  drift: 'a drift',
};

const madeWith: Readonly<Record<Pattern, string>> = {
  none: 'with errors alone',
  curve: 'with a bend',
  funnel: 'with errors that grow with x',
  outlier: 'with one wrong value',
  drift: 'with a drift in the order of measurement',
};

const advice: Readonly<Record<Pattern, string>> = {
  none: 'Shapeless residuals are what you hope for.',
  curve: 'A line has no bend: try a model that has one.',
  funnel: 'The fit is not wrong on the whole, but no one spread describes all of its errors.',
  outlier: 'Look at this one value before you change the model: it may be a typing error.',
  drift: 'Something changed while the values were measured, and x does not contain it.',
};

const two = (value: number) => showNumber(value, 2);

/** The sign of a pattern, in numbers. */
function evidence({ left, signs: { spread, largest, ends, ratio, late } }: Fit): string {
  switch (left) {
    case 'none':
      return `on average they differ by ${two(Math.abs(ends))} between the ends of x and its middle, and by ${two(Math.abs(late))} between the second half of the order and the first, and their spread on the right is ${two(ratio)} times that on the left`;
    case 'curve':
      return `at the ends of x they are ${two(ends)} higher on average than in its middle`;
    case 'funnel':
      return `their spread on the right is ${two(ratio)} times that on the left`;
    case 'outlier':
      return `the largest is ${two(largest / spread)} times their spread`;
    case 'drift':
      return `in the second half of the order they are ${two(late)} higher on average than in the first`;
  }
}

function equation({ weights, signs }: Fit): string {
  const powers = ['', 'x', 'x^2'];
  const sum = weights.map((weight, i) => `${plain(Math.abs(weight), 3)}${at(powers, weights.length - 1 - i)}`);
  const signed = sum.map((one, i) => `${at(weights, i) < 0 ? '-' : i === 0 ? '' : '+'} ${one}`).join(' ');
  const [mean, spread] = [texNumber(signs.spread ** 2, 3), texNumber(signs.spread, 3)];
  const rooted = relate(spread, Math.sqrt(shownValue(mean)));
  return String.raw`\begin{aligned}
    \hat y &= ${term('fit', signed)} \\
    \text{spread} &= \sqrt{\text{mean of } (y - \hat y)^2} = \sqrt{${mean}} ${rooted} ${term('spread', spread)}
  \end{aligned}`;
}

function sentence({ pattern, left, signs }: Fit, model: State['model'], asking: boolean): string {
  const here = `The ${model} leaves residuals with a spread of ${showNumber(signs.spread, 3)}; the largest is ${showNumber(signs.largest, 3)} in size`;
  if (asking) return `${here}.`;
  const follows = pattern === left ? '' : ', which a parabola can follow';
  return `${here}. The points were made ${madeWith[pattern]}${follows}.`;
}

/** Residuals of five data sets: four patterns that a fit can miss, and none, seen against x and in order. */
export const residuals = defineExplorable({
  id: 'residuals',
  title: 'What residuals tell',
  controls,
  model: fit,
  view: ({ model, state, asking }) => {
    const { y, weights, residuals: left, signs } = model;
    const says = sentence(model, state.model, asking);
    const picture = {
      points: measuredAt.map((x, i): Point => [x, at(y, i)]),
      value: (x: number) => weights.reduce((sum, weight) => sum * x + weight, 0),
      residuals: left,
      spread: signs.spread,
    };
    const open = (value: number) => (asking ? '?' : two(value));
    return {
      figures: [
        residualStrips(picture, {
          title: 'The residuals against x, and in the order of measurement',
          description: `${says} The table has all of them, one by one.`,
        }),
        fitWithResiduals(picture, { title: `Twenty-four points and a ${state.model}`, description: says }),
      ],
      equation: equation(model),
      readouts: [
        { label: 'spread', value: showNumber(signs.spread, 3), term: 'spread' },
        { label: 'largest ÷ spread', value: open(signs.largest / signs.spread) },
        { label: 'ends − middle', value: open(signs.ends) },
        { label: 'spread right ÷ left', value: open(signs.ratio) },
        { label: 'late − early', value: open(signs.late) },
      ],
      sentence: says,
    };
  },
  ledger: ({ y, predicted, residuals: left }) => ({
    caption: 'The points in the order of measurement',
    columns: [
      { label: 'order' },
      { label: '*x*' },
      { label: '*y*' },
      { label: 'predicted', term: 'fit' },
      { label: 'residual' },
    ],
    length: measuredAt.length,
    row: (i) => [
      String(i + 1),
      String(at(measuredAt, i)),
      ...[y, predicted, left].map((each) => showNumber(at(each, i), 3)),
    ],
  }),
  python: { example: 'residual-signs', code: codeOf },
  predict: (found, { strength, model }) => {
    // A weak pattern may hide behind the errors: it would be luck to name it.
    if (strength < 1) return undefined;
    const { left } = found;
    return {
      ask: `A ${model} was fitted. Look at its residuals against x, and in the order of measurement. What do they show?`,
      guess: choiceControl({ label: 'they show', initial: left === 'curve' ? 'none' : 'curve', options: said }),
      marks: (guess) => [{ figure: 'residuals', at: shapeOf(guess as Pattern, found) }],
      truth: { setting: left },
      judge: (guess) => ({ right: guess === left, says: `They show ${said[left]}.` }),
      answer: `They show ${said[left]}: ${evidence(found)}. ${advice[left]}`,
      reveal: {},
    };
  },
});

/** How a pattern would look among these residuals, as large as it is there. */
function shapeOf(pattern: Pattern, { signs, residuals }: Fit): Point[] {
  const { spread, ends, ratio, late } = signs;
  const over = (value: (x: number) => number): Point[] =>
    spaced(0, 23, 24).map((x) => [x, againstX + value(x)] as const);
  const open = (x: number) => 2 * spread * (ratio > 1 ? x / 23 : 1 - x / 23) + 0.15;
  switch (pattern) {
    case 'none':
      return over(() => 0);
    case 'curve':
      return over((x) => (ends < 0 ? -1 : 1) * 1.6 * (2 * ((x - 11.5) / 11.5) ** 2 - 2 / 3));
    case 'funnel':
      return [...over((x) => -open(x)).reverse(), ...over(open)];
    case 'outlier':
      return aroundLargest(residuals);
    case 'drift':
      return [
        [0, inOrder - late],
        [23, inOrder + late],
      ];
  }
}

/** A circle around the largest residual. */
function aroundLargest(residuals: readonly number[]): Point[] {
  const largest = residuals.reduce((so, one, i) => (Math.abs(one) > Math.abs(at(residuals, so)) ? i : so), 0);
  const [x, y] = [at(measuredAt, largest), againstX + at(residuals, largest)];
  return spaced(0, 2 * Math.PI, 25).map((turn) => [x + 0.9 * Math.cos(turn), y - 0.5 * Math.sin(turn)]);
}

function codeOf({ strength, data, model }: State): CodeLine[] {
  const s = formatRepr(strength);
  const lines: Readonly<Record<Pattern, readonly string[]>> = {
    none: [],
    curve: [`y += 1.2 * ${s} * ((x - 11.5) / 11.5) ** 2`],
    funnel: [`y += 0.5 * noise * (${s} * x / 11.5 - 0.8)`],
    outlier: [`y[${wrongIndex}] += 2 * ${s}`],
    drift: [`y += 0.9 * ${s} * (i - 11.5) / 11.5`],
  };
  return [
    'import numpy as np',
    '',
    'i = np.arange(24)',
    'x = 7 * i % 24',
    'noise = np.array([',
    '    0.8, -0.6, 0.7, 0.6, -0.7, -0.6, 0.5, 0.4,',
    '    0.2, -0.8, 0.0, -0.4, 0.0, -0.5, -0.8, -0.2,',
    '    -0.6, 0.0, 0.4, 0.3, -0.3, 0.4, 0.3, 0.9])',
    'y = 2 + 0.25 * x + 0.5 * noise',
    ...lines[patternOf(data)],
    '',
    `X = np.column_stack([${model === 'line' ? '' : 'x ** 2, '}x, np.ones(24)])`,
    ['weights = np.linalg.solve(X.T @ X, X.T @ y)', 'fit'],
    'left = y - X @ weights',
    '',
    'def spread(some):',
    ['    return np.sqrt(np.mean(some ** 2))', 'spread'],
    '',
    'far = np.abs(x - 11.5) > 5.75',
    'ends = left[far].mean() - left[~far].mean()',
    'ratio = spread(left[x > 11]) / spread(left[x < 12])',
    'late = left[12:].mean() - left[:12].mean()',
    ['print(f"spread {spread(left):.3f}")', 'spread'],
    'print(f"largest / spread {np.abs(left).max() / spread(left):.2f}")',
    'print(f"ends - middle {ends:.2f}")',
    'print(f"spread right / left {ratio:.2f}")',
    'print(f"late - early {late:.2f}")',
  ];
}
