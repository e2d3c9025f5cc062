import { at, last } from '../core/at.ts';
import { lossByStep } from '../figures/explorable/loss-by-step.ts';
import { valleyMap } from '../figures/explorable/valley-map.ts';
import { inPowers } from '../figures/parts/in-powers.ts';
import { placesOf } from '../figures/parts/walk.ts';
import { gradientDescent } from '../numeric/descent/gradient-descent.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { quadratic } from '../numeric/functions/functions-of-many.ts';
import { showNumber, showSmall } from './format/show-number.ts';
import { inParentheses } from './format/tex-number.ts';
import { choiceControl, numberControl, pointControl, type StateOf } from './kit/control.ts';
import { defineExplorable, type Prediction } from './kit/explorable.ts';
import { relate } from './kit/relate.ts';
import { spoken } from './kit/spoken-setting.ts';
import { term } from './kit/term.ts';

const conditions = { range: [1, 300], step: 'log' } as const;

const controls = {
  condition: numberControl({ label: 'condition number *κ*', initial: 3, ...conditions }),
  choose: choiceControl({
    label: 'learning rate',
    initial: 'best',
    options: { best: 'the best, 2/(*a* + *b*)', cautious: 'cautious, 1/*b*', own: 'the one below' },
  }),
  rate: numberControl({
    label: 'a rate of your own',
    initial: 0.05,
    range: [0.0005, 1.2],
    step: 'log',
    matters: ({ choose }) => choose === 'own',
  }),
  start: pointControl({ label: 'start', initial: [1, 1], range: { x: [-1.2, 1.2], y: [-1.2, 1.2] }, step: 0.1 }),
};

export type State = StateOf<typeof controls>;

/** The curvature along x, as in the lesson. Along y it is the condition number times as large. */
const flat = 2;
const close = 1e-6;
/** A slope no longer than this means that both numbers are close, since the curvature is never below 2. */
const rule = { steps: 5000, tolerance: close, limit: 1e6 } as const;

/** The walk down the valley of a state, a little beyond the step at which it counts as arrived. */
export function descendValley({ condition, choose, rate, start }: State) {
  const [a, b] = [flat, flat * condition];
  const taken = { best: 2 / (a + b), cautious: 1 / b, own: rate }[choose];
  return { a, b, rate: taken, run: gradientDescent(quadratic([a, b]), start, taken, rule) };
}

function walkFrom(state: State) {
  const { a, b, rate, run } = descendValley(state);
  const arrives = run.path.findIndex(({ position }) => position.every((x) => Math.abs(x) <= close));
  const path = arrives < 0 ? run.path : run.path.slice(0, arrives + 1);
  const factors = [1 - rate * a, 1 - rate * b] as const;
  const end = last(path).position;
  const along = (is: (size: number, from: number) => boolean) =>
    (['x', 'y'] as const).filter((_, i) => is(Math.abs(at(factors, i)), at(state.start, i)));
  return {
    a,
    b,
    rate,
    factors,
    places: placesOf(path),
    losses: path.map(({ value }) => value),
    needs: arrives < 0 ? undefined : arrives,
    /** Where a factor makes nothing smaller, and there is something that is not yet small. */
    never: arrives < 0 && factors.some((factor, i) => Math.abs(factor) >= 1 && Math.abs(at(end, i)) > close),
    /** Along which of the two the walk goes ever further out. */
    grows: along((size, from) => size > 1 && from !== 0),
    /** Along which it jumps to and fro, as far out each time. */
    jumps: along((size, from) => size === 1 && from !== 0),
  };
}

type Walk = ReturnType<typeof walkFrom>;

const tidy = (value: number) => Number(value.toPrecision(4));
const counted = (steps: number) => `${steps} ${steps === 1 ? 'step' : 'steps'}`;

function stateAt({ places, losses }: Walk, step: number) {
  const [x = Number.NaN, y = Number.NaN] = places[step] ?? [];
  return { x, y, height: at(losses, step) };
}

/** A factor without a float's noise. All other digits that tell it from 1 stay. */
const factorOf = (rate: number, curvature: number) => {
  const factor = 1 - rate * curvature;
  const short = tidy(factor);
  return Math.abs(short) === 1 || Math.abs(short) < 1e-9 ? Number(factor.toFixed(12)) + 0 : short;
};

function equation({ a, b, rate }: Walk): string {
  const factor = (along: string, curvature: number) => {
    const [shownRate, shown] = [tidy(rate), factorOf(rate, curvature)];
    const sign = relate(String(shown), 1 - shownRate * tidy(curvature));
    return `\\text{factor along } ${along} &= 1 - ${inParentheses(String(shownRate))} \\cdot ${tidy(curvature)} ${sign} ${term(along, String(shown))}`;
  };
  return `\\begin{aligned} ${factor('x', a)} \\\\ ${factor('y', b)} \\end{aligned}`;
}

function coming({ needs, never }: Walk): string {
  if (needs !== undefined) return `needs ${counted(needs)} to come within 0.000001 of the bottom in both numbers`;
  if (never) return 'never comes within 0.000001 of the bottom';
  return `does not come within 0.000001 of the bottom in ${rule.steps} steps`;
}

function sentence(walk: Walk, { condition }: State, step: number): string {
  const { x, y, height } = stateAt(walk, step);
  return `With the condition number ${condition} and the learning rate ${tidy(walk.rate)} the walk ${coming(walk)}; after ${counted(step)} it is at x = ${showSmall(x)}, y = ${showSmall(y)}, at the height ${showSmall(height)}.`;
}

function note(walk: Walk, step: number): string | undefined {
  const { x, y } = stateAt(walk, step);
  const here = `after ${counted(step)} it is at x = ${showSmall(x)}, y = ${showSmall(y)}`;
  const [along] = walk.grows;
  if (walk.needs === undefined && along !== undefined)
    return `The factor along ${along} is beyond −1, since the rate is above 2/${tidy(along === 'x' ? walk.a : walk.b)}: the walk diverges, and ${here}.`;
  if (walk.never)
    return `With a factor of −1 the walk jumps to and fro for ever along ${walk.jumps.join(' and ')}, as far out each time; ${here}.`;
  if (walk.needs === undefined && step === walk.places.length - 1)
    return `After ${rule.steps} steps the walk has not arrived; it is stopped there.`;
  return undefined;
}

/** One rate for two directions: the steep one sets the limit, the flat one the pace. */
export const illConditioning = defineExplorable({
  id: 'ill-conditioning',
  title: 'What a narrow valley costs',
  controls,
  model: walkFrom,
  run: { lastStep: ({ places }) => places.length - 1, initial: 8, speed: 20 },
  view: ({ state, model, step }) => {
    const says = sentence(model, state, step);
    const unusual = note(model, step);
    const { x, y, height } = stateAt(model, step);
    return {
      figures: [
        valleyMap([model.a, model.b], model.places.slice(0, step + 1), {
          title: `A walk in a valley with the condition number ${state.condition}, from above`,
          description: says,
        }),
        lossByStep(
          { losses: model.losses.slice(0, step + 1), lastStep: Math.max(1, model.places.length - 1) },
          { title: 'The height of the walk, step by step', description: says },
        ),
      ],
      handles: [{ control: 'start', figure: 'map', at: state.start }],
      standing: [
        { what: 'the walk', figure: 'map', places: model.places.slice(0, step + 1) },
        { what: 'the height', figure: 'loss', places: inPowers(model.losses.slice(0, step + 1)) },
      ],
      equation: equation(model),
      readouts: [
        { label: 'steps to 0.000001', value: stepsText(model) },
        { label: 'learning rate', value: spoken({}, tidy(model.rate)) },
        { label: 'place', symbol: '*x*', value: showSmall(x), term: 'x' },
        { label: 'place', symbol: '*y*', value: showSmall(y), term: 'y' },
        { label: 'height', value: showSmall(height), term: 'height' },
      ],
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
    };
  },
  ledger: (walk) => ({
    caption: 'The walk down the valley, step by step',
    columns: [
      { label: 'step' },
      { label: '*x*', term: 'x' },
      { label: '*y*', term: 'y' },
      { label: 'height', term: 'height' },
    ],
    length: walk.places.length,
    row: (step) => {
      const { x, y, height } = stateAt(walk, step);
      return [String(step), ...[x, y, height].map(showSmall)];
    },
  }),
  python: {
    example: 'conditioning',
    code: ({ condition, choose, rate, start: [x, y] }) => [
      'def steps_needed(flat, steep):',
      `    rate = ${{ best: '2 / (flat + steep)', cautious: '1 / steep', own: formatRepr(rate) }[choose]}`,
      `    x, y, steps = ${formatRepr(x)}, ${formatRepr(y)}, 0`,
      choose === 'own'
        ? '    while 1e-6 < max(abs(x), abs(y)) < 1e6 and steps < 5000:'
        : '    while max(abs(x), abs(y)) > 1e-6:',
      ['        x = x - rate * flat * x', 'x'],
      ['        y = y - rate * steep * y', 'y'],
      '        steps += 1',
      // A rate of one's own may lead nowhere, and the steps until that is seen lead to no bottom.
      ...(choose === 'own'
        ? ['    arrived = max(abs(x), abs(y)) <= 1e-6', '    return steps if arrived else "none"']
        : ['    return steps']),
      '',
      'print("condition  steps to reach 0.000001")',
      `for condition in [${[1, 10, 100].map((times) => tidy(condition * times)).join(', ')}]:`,
      '    steps = steps_needed(2.0, 2.0 * condition)',
      `    print(f"{condition:9}  {steps:${choose === 'own' ? '>' : ''}5}")`,
    ],
  },
  predict: (walk, state) => {
    // A rate of one's own is not chosen by the valley, and a walk along one axis meets only one of the curvatures.
    const larger = { ...state, condition: tidy(10 * state.condition) };
    if (state.choose === 'own' || state.start.includes(0) || larger.condition > conditions.range[1]) return undefined;
    return walk.needs === undefined || walk.needs < 2
      ? undefined
      : askOfLarger({ ...walk, needs: walk.needs }, state, larger);
  },
});

const stepsText = ({ needs, never }: Walk) => {
  if (needs !== undefined) return String(needs);
  return never ? 'never' : `more than ${rule.steps}`;
};

/** How many more steps does a valley with ten times the condition number need? */
function askOfLarger(walk: Walk & { readonly needs: number }, state: State, larger: State): Prediction {
  const few = walk.needs;
  // The larger walk can be long, and is wanted only for the answer.
  const many = () => {
    const { needs = Number.NaN, rate } = walkFrom(larger);
    return { steps: needs, times: needs / few, rate };
  };
  return {
    ask: `This valley has the condition number ${state.condition}, and the walk needs ${counted(few)}. How many times as many does it need with the condition number ${larger.condition}, if the rate is chosen in the same way?`,
    guess: numberControl({ label: 'times as many', initial: 2, range: [1, 100], step: 'log' }),
    // On the axis of the steps that the larger valley needs.
    marks: (guess) => [{ figure: 'loss', at: [[few * Number(guess), -11]], says: `${showNumber(Number(guess), 1)} ×` }],
    get truth() {
      return { setting: many().times };
    },
    judge: (guess) => {
      const { times } = many();
      return {
        right: Number(guess) >= times / 1.25 && Number(guess) <= times * 1.25,
        says: `Your factor is ${guess}; it is ${showNumber(times, 1)}.`,
      };
    },
    get answer() {
      const { steps, times, rate } = many();
      return `It needs ${counted(steps)}, ${showNumber(times, 1)} times as many. The steep direction allows no rate of 2/${tidy(flat * larger.condition)} or more, so the rate falls from ${tidy(walk.rate)} to ${tidy(rate)}, and with so small a rate the flat direction creeps in much more slowly.`;
    },
    get reveal() {
      return { state: larger, step: many().steps };
    },
  };
}
