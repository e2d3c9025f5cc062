import { type BasinSegment, basinCurve } from '../figures/basin-curve.ts';
import { spaced } from '../figures/curve.ts';
import type { Landscape } from '../figures/descent-curve.ts';
import { formatRepr } from '../numeric/format-repr.ts';
import { quartic } from '../numeric/functions-of-one.ts';
import { gradientDescent1d, type Slope } from '../numeric/gradient-descent-1d.ts';
import { settledAt } from '../numeric/settled-at.ts';
import { choiceControl, numberControl, type StateOf } from './control.ts';
import { defineExplorable } from './explorable.ts';
import { showNumber, texFactor, texNumber } from './show-number.ts';
import { spoken } from './spoken-setting.ts';
import { term, unknown } from './term.ts';

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
const view = { x: [-4.6, 4.6], y: [-9.4, 10.5] } as const;
const rows = [
  { key: 'left', name: 'left', y: -6.1 },
  { key: 'right', name: 'right', y: -7.4 },
  { key: 'neither', name: 'neither', y: -8.7 },
] as const;

type Ending = (typeof rows)[number]['key'];

function walkFrom({ curve, start, rate }: State) {
  const slope = curves[curve];
  const { path, reason } = gradientDescent1d(slope, start, rate, rule);
  return { path, reason, ends: ending(slope, path.at(-1)?.position ?? Number.NaN) };
}

type Walk = ReturnType<typeof walkFrom>;

/** In which valley a place lies: near its bottom, where the slope is small and the curve bends upwards. */
function ending({ derivative }: Slope, x: number): Ending {
  if (!(Math.abs(x) < 2 && Math.abs(derivative(x)) < 0.5 && quartic.secondDerivative(x) > 0)) return 'neither';
  return x < 0 ? 'left' : 'right';
}

/** Where the walks from some hundred starts end, neighbours with the same end together. */
function basins(curve: State['curve'], rate: number): BasinSegment[] {
  const slope = curves[curve];
  const half = (starts[1] - starts[0]) / 600;
  const segments: BasinSegment[] = [];
  for (const x of spaced(starts[0], starts[1], 301)) {
    const row = rows.findIndex(({ key }) => key === ending(slope, settledAt(slope, x, rate, rule)));
    const last = segments.at(-1);
    if (last?.row === row) segments[segments.length - 1] = { ...last, to: x + half };
    else segments.push({ from: x - half, to: x + half, row });
  }
  return segments;
}

const words: Readonly<Record<Ending, string>> = {
  left: 'in the left valley',
  right: 'in the right valley',
  neither: 'in neither valley',
};

/** Four digits, without zeros that say nothing. */
const short = (value: number) => spoken({}, Number(value.toPrecision(4)));

function at({ path }: Walk, step: number) {
  return path[step] ?? { position: Number.NaN, value: Number.NaN, gradient: Number.NaN };
}

const nextOf = (walk: Walk, step: number, rate: number) => at(walk, step).position - rate * at(walk, step).gradient;

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

function sentence(walk: Walk, { start, rate }: State, step: number, asking: boolean): string {
  const from = `The walk starts at x = ${short(start)} with the learning rate ${rate}`;
  if (asking) return `${from}; its first slope is ${short(at(walk, 0).gradient)}.`;
  return `${from}; after ${step} ${step === 1 ? 'step' : 'steps'} it is at x = ${showNumber(at(walk, step).position, 4)}, and it ends ${words[walk.ends]}.`;
}

function note(walk: Walk, step: number): string | undefined {
  const { position, gradient } = at(walk, step);
  if (gradient === 0 && walk.ends === 'neither')
    return 'The slope is exactly 0 on top of the hill, so the walk never moves.';
  const last = step === walk.path.length - 1;
  if (last && walk.reason === 'diverged')
    return `Diverged: after ${step} steps x is ${showNumber(position, 0)}. The walk is stopped here.`;
  if (last && walk.ends === 'neither') return `After ${step} steps the walk has not settled in a valley.`;
  return undefined;
}

function equation(walk: Walk, { rate }: State, step: number, asking: boolean): string {
  const { position, gradient } = at(walk, step);
  const next = asking ? unknown : texNumber(nextOf(walk, step, rate), 3);
  return String.raw`\begin{aligned}
    \text{next } x &= x - \text{rate} \cdot \text{slope} \\
    ${term('next', next)} &= ${term('x', texNumber(position, 3))} - ${rate} \cdot ${term('slope', texFactor(gradient, 3))}
  \end{aligned}`;
}

/** Two valleys: which of them a walk ends in depends on where it starts, and on how long its steps are. */
export const basinsOfAttraction = defineExplorable({
  id: 'basins',
  title: 'Which valley?',
  controls,
  model: walkFrom,
  run: { lastStep: ({ path }) => path.length - 1, initial: 0, speed: 5 },
  view: ({ state, model, step, asking }) => {
    const says = sentence(model, state, step, asking);
    const unusual = note(model, step);
    const { curve, rate } = state;
    const { position, value, gradient } = at(model, step);
    const next = nextOf(model, step, rate);
    const places = model.path.slice(0, step + 1).map((one) => [one.position, one.value] as const);
    const strip = { key: String(rate), segments: () => basins(curve, rate), rows };
    return {
      figures: [
        basinCurve(
          landscapeOf(curve),
          { places, slope: gradient, next: asking ? undefined : next },
          asking ? undefined : strip,
          { title: `A walk down ${curves[curve].formula}, and where walks from other starts end`, description: says },
        ),
      ],
      handles: [{ control: 'start', at: [state.start, track], read: ([to]) => to }],
      equation: equation(model, state, step, asking),
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
      const { position, value, gradient } = at(walk, step);
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
  predict: (walk, { start, rate, curve }) => {
    const { position, gradient } = at(walk, 0);
    const first = nextOf(walk, 0, rate);
    const cautious = ending(curves[curve], settledAt(curves[curve], start, 0.01, rule));
    return {
      ask: `The walk starts at ${short(position)}, where the slope is ${short(gradient)}, with the learning rate ${rate}. Into which valley does it lead?`,
      guess: choiceControl<Ending>({
        label: 'your guess',
        initial: walk.ends === 'neither' ? 'left' : 'neither',
        options: { left: 'the left one', right: 'the right one', neither: 'neither' },
      }),
      judge: (guess) => ({
        right: guess === walk.ends,
        says: `It ends ${words[walk.ends]}, at ${showNumber(walk.path.at(-1)?.position ?? 0, 4)}.`,
      }),
      answer: `It ends ${words[walk.ends]}. The first step is the rate times the slope, ${rate} times ${short(gradient)}, and leads from ${short(position)} to ${short(first)}. ${why(first, start, cautious, walk.ends)}`,
      reveal: { step: Math.min(3, walk.path.length - 1) },
    };
  },
});

function why(first: number, start: number, cautious: Ending, ends: Ending): string {
  if (ends === 'neither') return 'From there no step brings it to rest in a valley.';
  if (cautious !== ends && first * start < 0)
    return `That is across the near valley and the hill. With the rate 0.01 the same walk would end ${words[cautious]}: where a walk ends depends on the length of its steps as well as on where it starts.`;
  return 'From there every step follows the slope further down. The strip below the curve shows where the walks from all other starts end.';
}
