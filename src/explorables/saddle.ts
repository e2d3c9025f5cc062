import { at } from '../core/at.ts';
import { distanceByStep } from '../figures/explorable/distance-by-step.ts';
import { saddleMap } from '../figures/explorable/saddle-map.ts';
import { inPowers } from '../figures/parts/in-powers.ts';
import { placesOf } from '../figures/parts/walk.ts';
import { gradientDescent } from '../numeric/descent/gradient-descent.ts';
import { saddle as surface } from '../numeric/functions/functions-of-many.ts';
import { showSmall } from './format/show-number.ts';
import { numberControl, type StateOf, toggleControl } from './kit/control.ts';
import { defineExplorable, type Prediction } from './kit/explorable.ts';
import { relate } from './kit/relate.ts';
import { spoken } from './kit/spoken-setting.ts';
import { term } from './kit/term.ts';

const controls = {
  offset: numberControl({
    label: 'offset *y*, 10 to the power',
    initial: -6,
    range: [-12, -1],
    step: 1,
    matters: ({ ridge }) => ridge === false,
  }),
  ridge: toggleControl({ label: 'start exactly on the ridge, with no offset', initial: false }),
  rate: numberControl({ label: 'learning rate', initial: 0.1, range: [0.02, 1.2], step: 'log' }),
};

type State = StateOf<typeof controls>;

/** The longest walk. */
const most = 1000;

/** The offset of a state; whole powers of ten are the floats that Python reads. */
function offsetOf({ offset, ridge }: State): number {
  if (ridge) return 0;
  return Number.isInteger(offset) ? Number(`1e${offset}`) : 10 ** offset;
}

function walkFrom(state: State) {
  const { rate } = state;
  const { path, reason } = gradientDescent(surface, [1, offsetOf(state)], rate, { steps: most });
  const leaves = path.findIndex(({ position }) => Math.abs(at(position, 1)) > 1);
  // A round number, so that its length does not tell when the walk leaves.
  const length = leaves < 0 ? most : ([100, 200, 500].find((steps) => steps > 1.15 * leaves) ?? most);
  const lastStep = Math.min(length, path.length - 1);
  const steps = path.slice(0, lastStep + 1);
  return {
    places: placesOf(steps),
    // A root of a sum of squares would be 0 or wrong where the squares are too small for a float.
    gradients: steps.map(({ gradient }) => Math.hypot(...gradient)),
    leaves: leaves < 0 ? undefined : leaves,
    /** 0 times any factor stays 0. */
    never: offsetOf(state) === 0,
    rests: reason === 'converged',
    lastStep,
    factors: [1 - 2 * rate, 1 + 2 * rate] as const,
  };
}

type Walk = ReturnType<typeof walkFrom>;

/** Without a float's noise. */
const tidy = (value: number) => Number(value.toFixed(12)) + 0;
const counted = (step: number) => `${step} ${step === 1 ? 'step' : 'steps'}`;

function stateAt({ places, gradients }: Walk, step: number) {
  const [x, y] = at(places, step);
  return { x, y, gradient: at(gradients, step) };
}

function equation({ factors: [alongX, alongY] }: Walk, { rate }: State): string {
  const [x, y] = [String(tidy(alongX)), String(tidy(alongY))];
  return String.raw`\begin{aligned}
    \text{factor along } x &= 1 - ${rate} \cdot 2 ${relate(x, 1 - rate * 2)} ${term('x', x)} \\
    \text{factor along } y &= 1 - ${rate} \cdot (-2) ${relate(y, 1 + rate * 2)} ${term('y', y)}
  \end{aligned}`;
}

const leaving = ({ leaves, never }: Walk) => {
  if (leaves !== undefined) return `is more than 1 away from the ridge from step ${leaves} on`;
  return never ? 'never leaves the ridge' : `has not left within ${most} steps`;
};

function sentence(walk: Walk, step: number, asking: boolean): string {
  const { x, y, gradient } = stateAt(walk, step);
  const here = `After ${counted(step)} the walk is at x = ${showSmall(x)} and y = ${showSmall(y)}, and the gradient has the length ${showSmall(gradient)}`;
  return asking ? `${here}.` : `${here}; it ${leaving(walk)}.`;
}

function note(walk: Walk, { rate }: State, step: number): string | undefined {
  const { y } = stateAt(walk, step);
  if (rate >= 1)
    return `With a rate of 1 or more the factor along x is ${spoken({}, tidy(walk.factors[0]))}, at least 1 in size: the walk does not approach the saddle.`;
  if (walk.rests && step === walk.lastStep)
    return 'The gradient is exactly 0 here: the walk rests on the saddle for good.';
  if (walk.never)
    return `The offset is exactly 0, and 0 times ${tidy(walk.factors[1])} is 0: this walk comes ever nearer to the saddle and never leaves the ridge.`;
  if (Math.abs(y) <= 1) return undefined;
  return 'The walk has left, and falls: this surface has no bottom.';
}

/** Near a saddle a walk looks as if it had arrived, until the direction that leads down takes over. */
export const saddle = defineExplorable({
  id: 'saddle',
  title: 'Held up by a saddle point',
  controls,
  model: walkFrom,
  run: { lastStep: ({ lastStep }) => lastStep, initial: 30, speed: 20 },
  view: ({ model, state, step, asking, guess }) => {
    const says = sentence(model, step, asking);
    const unusual = note(model, state, step);
    const sofar = model.places.slice(0, step + 1);
    const { x, y, gradient } = stateAt(model, step);
    const lines = {
      x: sofar.map((place) => Math.abs(place[0])),
      y: sofar.map((place) => place[1]),
      gradient: model.gradients.slice(0, step + 1),
      lastStep: Math.max(100, model.lastStep),
      guess: asking && guess !== undefined ? Number(guess) : undefined,
    };
    return {
      figures: [
        saddleMap(sofar, { title: 'The walk from above, near the saddle of x² − y²', description: says }),
        distanceByStep(lines, {
          title: 'Distances from the saddle and length of the gradient, step by step',
          description: says,
        }),
      ],
      handles: state.ridge
        ? []
        : [
            {
              control: 'offset',
              figure: 'distance',
              at: [0, state.offset],
              read: ([, power]) => power,
            },
          ],
      standing: [
        { what: 'the walk', figure: 'map', places: sofar },
        { what: 'the distance along the ridge', figure: 'distance', places: inPowers(lines.x) },
        { what: 'the offset', figure: 'distance', places: inPowers(lines.y) },
        { what: 'the length of the gradient', figure: 'distance', places: inPowers(lines.gradient) },
      ],
      equation: equation(model, state),
      readouts: [
        { label: 'along the ridge', symbol: '*x*', value: showSmall(x), term: 'x' },
        { label: 'offset', symbol: '*y*', value: showSmall(y), term: 'y' },
        { label: 'length of the gradient', value: showSmall(gradient), term: 'gradient' },
        { label: 'leaves at', value: asking ? '?' : leavesText(model) },
      ],
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
      now: 'place',
    };
  },
  ledger: (walk) => ({
    caption: 'The walk past the saddle, step by step',
    columns: [
      { label: 'step' },
      { label: '*x*', term: 'x' },
      { label: '*y*', term: 'y' },
      { label: 'gradient', term: 'gradient' },
    ],
    length: walk.lastStep + 1,
    row: (step) => {
      const { x, y, gradient } = stateAt(walk, step);
      return [String(step), ...[x, y, gradient].map(showSmall)];
    },
  }),
  python: {
    example: 'saddle',
    code: (state) => {
      const { leaves, lastStep } = walkFrom(state);
      const last = leaves ?? lastStep;
      const apart = last > 100 ? 100 : 10;
      const rows = Array.from({ length: Math.ceil(last / apart) }, (_, i) => i * apart);
      const { rate, ridge } = state;
      return [
        'import math',
        '',
        'def walk(offset, steps):',
        '    x, y = 1.0, offset',
        '    path = [(x, y)]',
        '    for _ in range(steps):',
        [`        x, y = x - ${rate} * 2 * x, y - ${rate} * -2 * y`, 'place'],
        '        path.append((x, y))',
        '    return path',
        '',
        [`path = walk(${ridge ? '0.0' : shortest(offsetOf(state))}, ${last})`, 'y'],
        'print("step         x         y  gradient")',
        `for step in [${[...rows, last].join(', ')}]:`,
        '    x, y = path[step]',
        ['    length = math.hypot(2 * x, -2 * y)', 'gradient'],
        '    print(f"{step:4}  {x:8.1e}  {y:8.1e}  {length:8.1e}")',
      ];
    },
  },
  // The question needs a walk that seems to have arrived by step 30, and leaves where a guess can be put.
  predict: ({ leaves, gradients }, state) => {
    const seen = gradients[early];
    if (leaves === undefined || leaves <= early + 8 || leaves > latest || seen === undefined || seen > 0.1)
      return undefined;
    return askForStep(leaves, seen, state);
  },
});

const [early, latest] = [30, 200] as const;

const leavesText = ({ leaves, never }: Walk) => {
  if (leaves !== undefined) return `step ${leaves}`;
  return never ? 'never' : `not within ${most}`;
};

function askForStep(leaves: number, seen: number, state: State): Prediction {
  const offset = offsetOf(state);
  const [alongX, alongY] = [tidy(1 - 2 * state.rate), tidy(1 + 2 * state.rate)];
  const hidden =
    Math.abs(alongX) < 1 && alongX !== 0
      ? ', from the first one on, while all that can be seen is x getting smaller'
      : '';
  return {
    ask: `After ${early} steps the gradient is only ${showSmall(seen)} long, and the walk seems to have arrived. Its offset in y was ${power(offset)} at the start and grows by ${tidy(200 * state.rate)}% with every step. At which step is it more than 1 away from the ridge?`,
    guess: numberControl({ label: 'at step', initial: 50, range: [early, latest], step: 1 }),
    handle: (guess) => ({ at: [Number(guess), 0], figure: 'distance', read: ([to]) => to }),
    truth: { setting: leaves },
    judge: (guess) => ({
      right: Math.abs(Number(guess) - leaves) <= 8,
      says: `You said step ${guess}; it is step ${leaves}.`,
    }),
    answer: `At step ${leaves}. In powers of ten the offset is a straight line: every step multiplies it by ${alongY}${hidden}. It has to grow ${power(1 / offset)} times, and the first power of ${alongY} above that is the one of step ${leaves}. A short gradient was no proof of a minimum.`,
    reveal: { step: leaves },
  };
}

/** A power of ten without a factor of 1. */
const power = (value: number) => showSmall(value).replace(/^1\.0\s×\s/, '');

/** As one types it: `1e-6`, `0.001`. */
function shortest(value: number): string {
  return value < 1e-3 ? value.toExponential() : String(value);
}
