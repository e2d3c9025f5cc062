import { stepByStep } from '../figures/explorable/step-by-step.ts';
import { stepFactorLine } from '../figures/explorable/step-factor-line.ts';
import { gradientDescent1d } from '../numeric/descent/gradient-descent-1d.ts';
import { learningRateRegime, type Regime, stepFactor } from '../numeric/descent/learning-rate-regime.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable, type Shown } from './kit/explorable.ts';
import { snapped } from './kit/number-grid.ts';
import { relate, shownValue } from './kit/relate.ts';
import { spoken } from './kit/spoken-setting.ts';
import { term } from './kit/term.ts';

const rates = { label: 'learning rate', range: [0.01, 3], step: 0.01 } as const;

const controls = {
  rate: numberControl({ ...rates, initial: 0.1 }),
  curvature: numberControl({ label: 'curvature', initial: 2, range: [0.5, 10], step: 0.5 }),
};

type State = StateOf<typeof controls>;

const start = 4;
/** Few enough that the largest factor leaves numbers that a float can hold. */
const lastStep = 20;

function walkWith({ rate, curvature }: State) {
  const parabola = { value: (x: number) => (curvature / 2) * x * x, derivative: (x: number) => curvature * x };
  const { path } = gradientDescent1d(parabola, start, rate, { steps: lastStep + 1 });
  return {
    factor: stepFactor(rate, curvature),
    // By the factor as it is shown.
    regime: regimeOf(rate, curvature),
    /** A walk that stands on the bottom stays there. */
    at: (step: number) => (path[Math.min(step, path.length - 1)]?.position ?? 0) + 0,
  };
}

const regimeOf = (rate: number, curvature: number) => learningRateRegime(1 - tidy(stepFactor(rate, curvature)), 1);

type Walk = ReturnType<typeof walkWith>;

/** The behavior of a walk, as a predicate after “the walk”. */
const does: Readonly<Record<Regime, string>> = {
  monotone: 'comes nearer from one side',
  'one step': 'is at the bottom in one step',
  'zig-zag': 'zig-zags across the bottom and comes nearer at every step',
  cycle: 'jumps to and fro for ever',
  diverge: 'jumps further out at every step and diverges',
};

/** Without a float's noise: 1 − 0.05 × 2 is 0.9. All other digits stay: a factor just below −1 is not −1. */
const tidy = (value: number) => Number(value.toFixed(12)) + 0;
const factorText = (factor: number) => spoken({}, tidy(factor));

function equation({ factor, at }: Walk, { rate, curvature }: State, step: number): string {
  const number = String(tidy(factor)).replace(/e(.*)/, String.raw` \times 10^{$1}`);
  const [x, next] = [texNumber(at(step), 3), texNumber(at(step + 1), 3)];
  const made = relate(number, 1 - rate * curvature);
  const sign = relate(next, shownValue(number) * shownValue(x));
  return String.raw`\begin{aligned}
    \text{factor} &= 1 - ${rate} \cdot ${curvature} ${made} ${term('factor', number)} \\
    \text{next } x &= ${term('factor', inParentheses(number))} \cdot ${term('x', inParentheses(x))} ${sign} ${term('next', next)}
  \end{aligned}`;
}

const counted = (step: number) => `${step} ${step === 1 ? 'step' : 'steps'}`;

function sentence({
  model: { factor, regime, at },
  state: { rate, curvature },
  step,
  asking,
}: Shown<State, Walk>): string {
  const line = `With the learning rate ${rate} and the curvature ${curvature} each step multiplies the offset from the bottom by ${factorText(factor)}; after ${counted(step)} it is ${showNumber(at(step), 3)}`;
  return asking ? `${line}.` : `${line}, and the walk ${does[regime]}.`;
}

function note({ regime, at }: Walk, step: number): string | undefined {
  if (regime !== 'diverge') return undefined;
  return `The factor is below −1, so this walk never arrives: after ${counted(step)} its offset is ${showNumber(at(step), 1)}, and the next step takes it to ${showNumber(at(step + 1), 1)}.`;
}

/** One factor decides what a learning rate does on a parabola. */
export const rateRegimes = defineExplorable({
  id: 'rate-regimes',
  title: 'What a learning rate does on a parabola',
  controls,
  model: walkWith,
  run: { lastStep: () => lastStep, initial: 5 },
  view: (shown) => {
    const { model, state, step, asking, guess } = shown;
    const { rate, curvature } = state;
    const says = sentence(shown);
    const unusual = note(model, step);
    const positions = Array.from({ length: step + 1 }, (_, i) => model.at(i));
    const product = rate * curvature;
    return {
      figures: [
        stepByStep(
          { positions, next: model.at(step + 1), lastStep },
          { title: 'The walk, step by step', description: says },
        ),
        stepFactorLine(
          {
            product,
            curvature,
            rateOf: (of) => border(of, curvature),
            guess: asking && guess !== undefined ? Number(guess) * curvature : undefined,
            named: !asking,
          },
          { title: 'The factor against the learning rate, with what the walk does', description: says },
        ),
      ],
      handles: [
        {
          control: 'rate',
          figure: 'factor',
          at: product <= 3 ? [product, 1 - product] : [3, -2],
          read: ([to]) => to / curvature,
        },
      ],
      standing: [
        { what: 'the walk', figure: 'walk', places: positions.map((x, i) => [i, x]) },
        { what: 'the next place', figure: 'walk', places: [[step + 1, model.at(step + 1)]] },
        { what: 'the factor', figure: 'factor', places: [[product, 1 - product]] },
      ],
      equation: equation(model, state, step),
      readouts: [
        { label: 'rate × curvature', value: spoken({}, tidy(product)) },
        { label: 'factor', value: factorText(model.factor), term: 'factor' },
        { label: 'offset', symbol: '*x*', value: showNumber(model.at(step), 3), term: 'x' },
        { label: 'after the next step', value: showNumber(model.at(step + 1), 3), term: 'next' },
      ],
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
      now: 'next',
    };
  },
  ledger: ({ at }) => ({
    caption: 'The offset from the bottom, step by step',
    columns: [{ label: 'step' }, { label: '*x*', term: 'x' }, { label: 'next *x*', term: 'next' }],
    length: lastStep + 1,
    row: (step) => [String(step), showNumber(at(step), 4), showNumber(at(step + 1), 4)],
  }),
  python: {
    example: 'one-rate',
    code: ({ rate, curvature }, step) => [
      `rate = ${formatRepr(rate)}`,
      `curvature = ${formatRepr(curvature)}`,
      ['print(f"factor {1 - rate * curvature:.4f}")', 'factor'],
      '',
      `x = ${formatRepr(start)}`,
      `for step in range(${step}):`,
      ['    x = x - rate * curvature * x', 'next'],
      ['    print(f"step {step + 1}: x = {x:.4f}")', 'x'],
    ],
  },
  predict: (_, state) => {
    const { curvature } = state;
    const [one, two] = [1, 2].map((product) => border(product, curvature));
    return {
      ask: `This parabola has the curvature ${curvature}. Which learning rate makes the walk zig-zag across the bottom, and yet arrive?`,
      guess: numberControl({ ...rates, label: 'your rate', initial: 0.1 }),
      handle: (guess) => {
        const product = Math.min(Number(guess) * curvature, 3);
        return { at: [product, 1 - product], figure: 'factor', read: ([to]) => to / curvature };
      },
      truth: { setting: snapped(rates, 1.8 / curvature), name: 'this one does' },
      judge: (guess) => ({
        right: regimeOf(Number(guess), curvature) === 'zig-zag',
        says: `With the rate ${guess} the factor is ${factorText(stepFactor(Number(guess), curvature))}, and the walk ${does[regimeOf(Number(guess), curvature)]}.`,
      }),
      answer: `Any rate between ${one} and ${two}. There, rate times curvature is between 1 and 2, and the factor is between 0 and −1. A negative factor changes sides at every step; a factor smaller than 1 in size leaves less of the offset each time. At ${two} the size is 1 and the walk jumps to and fro for ever; above it, the walk diverges.`,
      reveal: { state: { ...state, rate: snapped(rates, 1.8 / curvature) }, step: 10 },
    };
  },
});

/** A rate as it is, or as the fraction that it is where its digits do not end soon. */
function border(product: number, curvature: number): string {
  const digits = Number((product / curvature).toPrecision(3));
  return digits * curvature === product ? String(digits) : `${product}/${curvature}`;
}
