import { at } from '../core/at.ts';
import { type BasinSegment, basinCurve } from '../figures/explorable/basin-curve.ts';
import type { Landscape } from '../figures/explorable/descent-curve.ts';
import { spaced } from '../figures/parts/curve.ts';
import { gradientDescent1d, type Slope } from '../numeric/descent/gradient-descent-1d.ts';
import { settledAt } from '../numeric/descent/settled-at.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { quartic } from '../numeric/functions/functions-of-one.ts';
import { showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable, type Prediction, type Shown } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { spoken } from './kit/spoken-setting.ts';
import { term, unknown } from './kit/term.ts';

const formula = 'x⁴ − 3x² + 2';
/** Half an x more, as in the lesson: the left valley is the deeper one. */
const curves = {
  even: { value: quartic.value, derivative: quartic.derivative, formula, python: '4 * x**3 - 6 * x' },
  tilted: {
    value: (x) => quartic.value(x) + 0.5 * x,
    derivative: (x) => quartic.derivative(x) + 0.5,
    formula: `${formula} + 0.5x`,
    python: '4 * x**3 - 6 * x + 0.5',
  },
} as const satisfies Record<string, Slope & { formula: string; python: string }>;

const starts = [-3.4, 3.4] as const;

const controls = {
  curve: choiceControl({
    label: 'landscape',
    initial: 'even',
    options: { even: formula, tilted: curves.tilted.formula },
  }),
  start: numberControl({ label: 'start', initial: 3, range: starts, step: 0.05 }),
  rate: numberControl({ label: 'learning rate', initial: 0.04, range: [0.001, 0.2], step: 'log' }),
};

type State = StateOf<typeof controls>;

const rule = { steps: 200, limit: 1e6 } as const;
const track = -3;
const view = { x: [-4.6, 4.6], y: [-10.4, 10.5] } as const;
const rows = [
  { key: 'left', name: 'left', y: -6.1 },
  { key: 'right', name: 'right', y: -7.3 },
  { key: 'moving', name: 'moving', y: -8.5 },
  { key: 'gone', name: 'diverges', y: -9.7 },
] as const;

/** Where a walk ends: in a valley, still on its way when its steps are used up, beyond all limits, or on the hill. */
type Ending = (typeof rows)[number]['key'] | 'hill';

function walkFrom({ curve, start, rate }: State) {
  const slope = curves[curve];
  const { path, reason } = gradientDescent1d(slope, start, rate, rule);
  return { path, reason, rate, ends: ending(slope, path.at(-1)?.position ?? Number.NaN) };
}

type Walk = ReturnType<typeof walkFrom>;

/** A walk is in a valley if it is near its bottom, where the slope is small and the curve bends upwards. */
function ending({ derivative }: Slope, x: number): Ending {
  if (!(Math.abs(x) <= rule.limit)) return 'gone';
  const slope = derivative(x);
  if (slope === 0 && quartic.secondDerivative(x) < 0) return 'hill';
  if (!(Math.abs(x) < 2 && Math.abs(slope) < 0.5 && quartic.secondDerivative(x) > 0)) return 'moving';
  return x < 0 ? 'left' : 'right';
}

/** Where the walks from some hundred starts end, as ranges of neighbours with the same end. The hilltop is a single start. */
function basins(curve: State['curve'], rate: number): BasinSegment[] {
  const slope = curves[curve];
  const half = (starts[1] - starts[0]) / 600;
  const segments: BasinSegment[] = [];
  for (const x of spaced(starts[0], starts[1], 301)) {
    const row = rows.findIndex(({ key }) => key === ending(slope, settledAt(slope, x, rate, rule)));
    if (row < 0) continue;
    const last = segments.at(-1);
    if (last?.row === row) segments[segments.length - 1] = { ...last, to: x + half };
    else segments.push({ from: x - half, to: x + half, row });
  }
  return segments;
}

/** After “it ends”. */
const words: Readonly<Record<Ending, string>> = {
  left: 'in the left valley',
  right: 'in the right valley',
  moving: 'still moving',
  gone: 'nowhere: it diverges',
  hill: 'on top of the hill',
};

/** The ending as a predicate, after “it”. */
const tells = (ends: Ending) => (ends === 'moving' || ends === 'gone' ? does[ends] : `ends ${words[ends]}`);
const does = { moving: `is ${words.moving} after ${rule.steps} steps`, gone: 'diverges' } as const;

/** Four digits, without zeros that say nothing. */
const short = (value: number) => spoken({}, Number(value.toPrecision(4)));

function stateAt({ path }: Walk, step: number) {
  return path[step] ?? { position: Number.NaN, value: Number.NaN, gradient: Number.NaN };
}

const nextOf = (walk: Walk, step: number, rate: number) =>
  stateAt(walk, step).position - rate * stateAt(walk, step).gradient;

function landscapeOf(curve: State['curve']): Landscape {
  const { value, formula: text } = curves[curve];
  const ticks = { x: [-4, -2, 0, 2, 4], y: [0, 5, 10] };
  return {
    name: curve,
    value,
    formula: text.replaceAll('x', '*x*').replace(' + 0.5', '\n+ 0.5'),
    formulaAt: [-3.4, 4],
    view,
    track,
    ticks,
  };
}

function sentence({ model: walk, state: { start, rate }, step, asking }: Shown<State, Walk>): string {
  const from = `The walk starts at x = ${short(start)} with the learning rate ${rate}`;
  if (asking) return `${from}; its first slope is ${short(stateAt(walk, 0).gradient)}.`;
  return `${from}; after ${step} ${step === 1 ? 'step' : 'steps'} it is at x = ${showNumber(stateAt(walk, step).position, 4)}, and it ${tells(walk.ends)}.`;
}

function note(walk: Walk, step: number): string | undefined {
  const { position, gradient } = stateAt(walk, step);
  if (gradient === 0 && walk.ends === 'hill')
    return `The slope is exactly 0 on top of the hill, so the walk ${step === 0 ? 'never moves' : 'rests there'}.`;
  const last = step === walk.path.length - 1;
  const counted = `${step} ${step === 1 ? 'step' : 'steps'}`;
  if (last && walk.reason === 'diverged')
    return `Diverged: after ${counted} x is ${showNumber(position, 0)}. The walk is stopped here.`;
  if (last && walk.ends === 'moving')
    return `After ${counted} the walk is still moving: the next step leads to x = ${showNumber(position - walk.rate * gradient, 4)}.`;
  return undefined;
}

function equation({ model: walk, state: { rate }, step, asking }: Shown<State, Walk>): string {
  const { position, gradient } = stateAt(walk, step);
  const [x, slope] = [texNumber(position, 3), texNumber(gradient, 3)];
  const next = asking ? unknown : texNumber(nextOf(walk, step, rate), 3);
  const sign = relate(next, shownValue(x) - rate * shownValue(slope));
  return String.raw`\begin{aligned}
    \text{next } x &= x - \text{rate} \cdot \text{slope} \\
    &= ${term('x', x)} - ${rate} \cdot ${term('slope', inParentheses(slope))} \\
    &${sign} ${term('next', next)}
  \end{aligned}`;
}

/** Two valleys: which of them a walk ends in depends on where it starts, and on how long its steps are. */
export const basinsOfAttraction = defineExplorable({
  id: 'basins',
  title: 'Which valley?',
  controls,
  model: walkFrom,
  run: { lastStep: ({ path }) => path.length - 1, initial: 0, speed: 5 },
  view: (shown) => {
    const { state, model, step, asking } = shown;
    const says = sentence(shown);
    const unusual = note(model, step);
    const { curve, rate } = state;
    const { position, value, gradient } = stateAt(model, step);
    const next = nextOf(model, step, rate);
    const places = model.path.slice(0, step + 1).map((one) => [one.position, one.value] as const);
    const strip = { key: String(rate), segments: () => basins(curve, rate), rows };
    return {
      figures: [
        basinCurve(
          {
            landscape: landscapeOf(curve),
            walk: { places, slope: gradient, next: asking ? undefined : next },
            strip: asking ? undefined : strip,
          },
          { title: `A walk down ${curves[curve].formula}, and where walks from other starts end`, description: says },
        ),
      ],
      handles: [{ control: 'start', at: [state.start, track], read: ([to]) => to }],
      equation: equation(shown),
      readouts: [
        { label: 'place', symbol: '*x*', value: showNumber(position, 4), term: 'x' },
        { label: 'height', value: showNumber(value, 4), term: 'x' },
        { label: 'slope', value: showNumber(gradient, 3), term: 'slope' },
        {
          label: 'next',
          symbol: '*x*',
          value: asking ? '?' : showNumber(next, 4),
          term: 'next',
        },
        { label: 'ends', value: asking ? '?' : words[model.ends] },
      ],
      standing: [
        { what: 'the walk', figure: 'curve', places },
        ...(asking ? [] : [{ what: 'the next place', figure: 'curve', places: [[next, track] as const] }]),
      ],
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
      now: 'next',
    };
  },
  ledger: (walk) => ({
    caption: 'The walk, step by step',
    columns: [{ label: 'step' }, { label: '*x*', term: 'x' }, { label: 'height' }, { label: 'slope', term: 'slope' }],
    length: walk.path.length,
    row: (step) => {
      const { position, value, gradient } = stateAt(walk, step);
      return [String(step), ...[position, value, gradient].map((number) => showNumber(number, 4))];
    },
  }),
  python: {
    example: 'jump-across',
    code: (state) => [
      'def slope(x):',
      [`    return ${curves[state.curve].python}`, 'slope'],
      '',
      'def walk(slope, x, rate, steps):',
      '    for _ in range(steps):',
      ...(walkFrom(state).reason === 'diverged' ? ['        if abs(x) > 1e6:', '            break'] : []),
      ['        x = x - rate * slope(x)', 'next'],
      '    return x',
      '',
      `for rate in [0.01, ${formatRepr(state.rate)}]:`,
      [`    first = walk(slope, ${formatRepr(state.start)}, rate, steps=1)`, 'x'],
      `    last = walk(slope, ${formatRepr(state.start)}, rate, steps=200)`,
      '    print(f"rate {rate}: first step to {first:.2f},"',
      '          f" end at {last:.4f}")',
    ],
  },
  predict: (walk, state) => (walk.ends === 'hill' ? undefined : askForValley(walk, walk.ends, state)),
});

function askForValley(walk: Walk, ends: Exclude<Ending, 'hill'>, { start, rate, curve }: State): Prediction {
  const { position, gradient } = stateAt(walk, 0);
  const first = nextOf(walk, 0, rate);
  const told = `It ${tells(ends)}`;
  const last = walk.path.at(-1)?.position ?? Number.NaN;
  return {
    ask: `The walk starts at ${short(position)}, where the slope is ${short(gradient)}, with the learning rate ${rate}. Into which valley does it lead?`,
    guess: choiceControl<Exclude<Ending, 'hill'>>({
      label: 'your guess',
      initial: ends === 'gone' ? 'left' : 'gone',
      options: { left: 'the left one', right: 'the right one', gone: 'neither: it diverges', moving: 'neither yet' },
    }),
    // In the strip of all starts each ending has a row of its own.
    marks: (guess) => [{ at: [[start, rows.find(({ key }) => key === guess)?.y ?? track]] }],
    truth: { setting: ends },
    judge: (guess) => ({
      right: guess === ends,
      says: `${told}${ends === 'gone' ? ': it is stopped' : ','} at ${showNumber(last, 4)}.`,
    }),
    answer: `${told}. The first step goes against the slope, and its length is the rate times the size of the slope: ${rate} times ${short(Math.abs(gradient))}. It leads from ${short(position)} to about ${short(first)}. ${why(walk, ends, { start, rate, curve })}`,
    reveal: { step: Math.min(3, walk.path.length - 1) },
  };
}

/** Beyond both bottoms, on whichever curve. */
const bottom = 1.4;

/** Whether every step after the first leads down, but for a float's noise at the bottom. */
const falling = ({ path }: Walk) => path.slice(2).every(({ value }, i) => value <= at(path, i + 1).value + 1e-12);

function why(walk: Walk, ends: Ending, { start, curve, rate }: State): string {
  const first = nextOf(walk, 0, rate);
  const cautious = ending(curves[curve], settledAt(curves[curve], start, 0.01, rule));
  if (ends === 'gone') return `After ${walk.path.length - 1} steps it is more than a million away from 0.`;
  if (ends === 'moving')
    return `After ${rule.steps} steps the slope is still ${short(stateAt(walk, walk.path.length - 1).gradient)}.`;
  if (cautious !== ends && first * start < 0 && Math.abs(start) > bottom)
    return `That is across the near valley and the hill. With the rate 0.01 the same walk ${tells(cautious)}: where a walk ends depends on the length of its steps as well as on where it starts.`;
  if (falling(walk))
    return 'From there every step leads further down. The strip below the curve shows where the walks from all other starts end.';
  return 'On the way some steps lead uphill again, because they are too long. The strip below the curve shows where the walks from all other starts end.';
}
