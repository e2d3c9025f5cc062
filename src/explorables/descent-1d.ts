import { descentCurve, type Landscape } from '../figures/explorable/descent-curve.ts';
import { gradientDescent1d } from '../numeric/descent/gradient-descent-1d.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { quartic, square, tiltedQuartic } from '../numeric/functions/functions-of-one.ts';
import { showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable, type Prediction } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term, unknown } from './kit/term.ts';

const ticks = { x: [-4, -2, 0, 2, 4], y: [0, 5, 10] } as const;
const x = [-4.6, 4.6] as const;

const curves = {
  square: { ...square, python: '2 * x', formulaAt: [-2.4, 10.5], y: [-5.2, 17], track: -3.2 },
  quartic: { ...quartic, python: '4 * x**3 - 6 * x', formulaAt: [0, 4.6], y: [-4.6, 10.5], track: -3 },
  tilted: { ...tiltedQuartic, python: '4 * x**3 - 6 * x + 1', formulaAt: [0, 5], y: [-5.2, 10.5], track: -3.5 },
} as const;

const controls = {
  curve: choiceControl({
    label: 'curve',
    initial: 'square',
    options: { square: square.formula, quartic: quartic.formula, tilted: tiltedQuartic.formula },
  }),
  start: numberControl({ label: 'start', initial: 4, range: [-4, 4], step: 0.1 }),
  rate: numberControl({ label: 'learning rate', initial: 0.1, range: [0.001, 1.5], step: 'log' }),
};

type State = StateOf<typeof controls>;

/** The maximum number of steps, and the absolute value beyond which the walk counts as diverged. */
const rule = { steps: 100, limit: 1e6 } as const;

function walkFrom({ curve, start, rate }: State) {
  const { path, reason } = gradientDescent1d(curves[curve], start, rate, rule);
  return {
    path,
    reason,
    rate,
    next: (step: number) => stateAt(path, step).position - rate * stateAt(path, step).gradient,
  };
}

type Walk = ReturnType<typeof walkFrom>;

function stateAt(path: Walk['path'], step: number) {
  return path[step] ?? { position: Number.NaN, value: Number.NaN, gradient: Number.NaN };
}

function landscape(name: State['curve']): Landscape {
  const { value, formula, formulaAt, y, track } = curves[name];
  return { name, value, formula: formula.replaceAll('x', '*x*'), formulaAt, view: { x, y }, track, ticks };
}

function equation({ path, rate, next }: Walk, step: number, asking: boolean): string {
  const { position, gradient } = stateAt(path, step);
  const [x, slope] = [texNumber(position, 3), texNumber(gradient, 3)];
  const after = asking ? unknown : texNumber(next(step), 3);
  const sign = relate(after, shownValue(x) - rate * shownValue(slope));
  return String.raw`\begin{aligned}
    \text{next } x &= x - \text{rate} \cdot \text{slope} \\
    &= ${term('x', x)} - ${rate} \cdot ${term('slope', inParentheses(slope))} \\
    &${sign} ${term('next', after)}
  \end{aligned}`;
}

function sentence({ path, next }: Walk, step: number, asking: boolean): string {
  const { position, value, gradient } = stateAt(path, step);
  const here = `After ${step} ${step === 1 ? 'step' : 'steps'} the walk is at x = ${showNumber(position, 3)}, at height ${showNumber(value, 3)}, where the slope is ${showNumber(gradient, 3)}`;
  return asking ? `${here}.` : `${here}; the next step leads to ${showNumber(next(step), 3)}.`;
}

function note({ path, reason }: Walk, step: number): string | undefined {
  const { position, gradient } = stateAt(path, step);
  if (gradient === 0) return 'The slope is exactly 0 here, so the walk stays where it is.';
  const counted = `${step} ${step === 1 ? 'step' : 'steps'}`;
  if (step === path.length - 1 && reason === 'diverged')
    return `Diverged: after ${counted} x is ${showNumber(position, 0)}. The walk is stopped here.`;
  return undefined;
}

/** Gradient descent in one dimension: the slope where you stand decides the next step. */
export const descent1d = defineExplorable({
  id: 'descent-1d',
  title: 'Descent, one step at a time',
  controls,
  model: walkFrom,
  run: { lastStep: ({ path }) => path.length - 1, initial: 3 },
  view: ({ model, step, state, asking }) => {
    const { position, value, gradient } = stateAt(model.path, step);
    const places = model.path.slice(0, step + 1).map((one) => [one.position, one.value] as const);
    const walk = { places, slope: gradient, next: asking ? undefined : model.next(step) };
    const words = { title: `A walk down ${curves[state.curve].formula}`, description: sentence(model, step, asking) };
    const unusual = note(model, step);
    return {
      figures: [descentCurve(landscape(state.curve), walk, words)],
      handles: [{ control: 'start', at: [state.start, curves[state.curve].track], read: ([to]) => to }],
      equation: equation(model, step, asking),
      readouts: [
        { label: 'place', symbol: '*x*', value: showNumber(position, 3), term: 'x' },
        { label: 'height', value: showNumber(value, 3), term: 'x' },
        { label: 'slope', value: showNumber(gradient, 3), term: 'slope' },
        { label: 'next move', value: asking ? '?' : showNumber(-model.rate * gradient, 3), term: 'next' },
      ],
      standing: [
        { what: 'the walk', figure: 'curve', places },
        ...(asking
          ? []
          : [
              {
                what: 'the next place',
                figure: 'curve',
                places: [[model.next(step), curves[state.curve].track] as const],
              },
            ]),
      ],
      sentence: sentence(model, step, asking),
      ...(unusual !== undefined && { note: unusual }),
      now: 'next',
    };
  },
  ledger: ({ path, rate }) => ({
    caption: 'The walk, step by step',
    columns: [
      { label: 'step' },
      { label: '*x*', term: 'x' },
      { label: 'slope', term: 'slope' },
      { label: 'move', term: 'next' },
    ],
    length: path.length,
    row: (step) => {
      const { position, gradient } = stateAt(path, step);
      return [String(step), ...[position, gradient, -rate * gradient].map((value) => showNumber(value, 3))];
    },
  }),
  python: {
    example: 'three-steps',
    code: ({ curve, start, rate }, step) => [
      'def slope(x):',
      [`    return ${curves[curve].python}`, 'slope'],
      '',
      `x = ${formatRepr(start)}`,
      `for step in range(${step}):`,
      [`    move = -${formatRepr(rate)} * slope(x)`, 'slope'],
      '    print(f"x = {x:.3f}  slope {slope(x):.3f}  move {move:.3f}")',
      ['    x = x + move', 'next'],
      '',
      ['print(f"x = {x:.3f}")', 'x'],
    ],
  },
  predict: (model, state) => (asked(model) ? predict(model, state) : undefined),
});

/** The question is about the fourth step: there has to be one, and it has to land where a guess can be put. */
const asked = ({ path, next }: Walk) => path.length > 4 && Math.abs(next(3)) <= 4;

function predict({ path, rate, next }: Walk, { curve }: State): Prediction {
  const { position, gradient } = stateAt(path, 3);
  const lands = next(3);
  const before = [0, 1, 2].map((step) => Math.abs(stateAt(path, step).gradient));
  return {
    ask: `Three steps are done. The walk stands at ${showNumber(position, 3)}, where the slope is ${showNumber(gradient, 3)}, and the rate is ${rate}. Where does the next step land?`,
    guess: numberControl({ label: 'your guess', initial: 0, range: [-4, 4], step: 0.05 }),
    handle: (guess) => ({ at: [Number(guess), curves[curve].track], read: ([to]) => to }),
    truth: { setting: lands },
    judge: (guess) => {
      const off = Math.abs(Number(guess) - lands);
      return {
        right: off <= 0.1,
        says: `You said ${showNumber(Number(guess), 2)}; it lands at ${showNumber(lands, 3)}.`,
      };
    },
    answer: `At ${showNumber(lands, 3)}. The step goes against the slope, and its length is the rate times the size of the slope: ${rate} times ${showNumber(Math.abs(gradient), 3)}, about ${showNumber(Math.abs(rate * gradient), 3)}. ${compared(Math.abs(gradient), before)}`,
    reveal: {},
  };
}

/** A step against those before it, by the sizes of the slopes: at a fixed rate, they differ in nothing else. */
function compared(slope: number, before: readonly number[]): string {
  if (slope < Math.min(...before)) return 'It is shorter than the steps before, because the ground is flatter here.';
  if (slope > Math.max(...before)) return 'It is longer than the steps before, because the ground is steeper here.';
  return 'At a fixed rate a step is longer where the ground is steeper.';
}
