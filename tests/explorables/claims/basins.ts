import { at, last } from '../../../src/core/at.ts';
import { gradientDescent1d } from '../../../src/numeric/descent/gradient-descent-1d.ts';
import { quartic } from '../../../src/numeric/functions/functions-of-one.ts';
import { type Case, defineClaims } from './claim.ts';

interface State {
  readonly curve: 'even' | 'tilted';
  readonly start: number;
  readonly rate: number;
}

type Ending = 'left' | 'right' | 'gone' | 'moving' | 'hill';

const steps = 200;
const tilt = { even: 0, tilted: 0.5 } as const;

function landscape(curve: State['curve']) {
  return {
    value: (x: number) => quartic.value(x) + tilt[curve] * x,
    derivative: (x: number) => quartic.derivative(x) + tilt[curve],
  };
}

/** Where the slope is zero, by halving: left bottom, hill, right bottom. */
function levels(curve: State['curve']): [number, number, number] {
  const { derivative } = landscape(curve);
  const root = (low: number, high: number) => {
    let [a, b] = [low, high];
    for (let i = 0; i < 100; i++) {
      const middle = (a + b) / 2;
      if (derivative(middle) > 0 === derivative(b) > 0) b = middle;
      else a = middle;
    }
    return (a + b) / 2;
  };
  return [root(-3, -0.8), root(-0.7, 0.7), root(0.8, 3)];
}

/**
 * How a walk may be said to end. In a valley only if twenty times as many steps more leave it there, nearer to the
 * bottom; still moving if it is not at a bottom yet, or does not stay. Close to a bottom both are true.
 */
function endsOf({ curve, rate }: State, path: readonly { position: number; gradient: number }[]): Ending[] {
  const [left, hill, right] = levels(curve);
  const { position: here, gradient } = last(path);
  if (!(Math.abs(here) <= 1e6)) return ['gone'];
  if (gradient === 0 && Math.abs(here - hill) < 1e-3) return ['hill'];
  const bottom = here < hill ? left : right;
  const { path: on } = gradientDescent1d(landscape(curve), here, rate, { steps: 20 * steps, limit: 1e6 });
  const off = on.map(({ position }) => Math.abs(position - bottom));
  const settles =
    off.every((one) => one < Math.abs(bottom - hill)) &&
    last(off) <= Math.max(0.5 * at(off, 0), 1e-9) &&
    at(off, 0) < 0.06;
  return [
    ...(settles ? [here < hill ? ('left' as const) : ('right' as const)] : []),
    ...(!settles || at(off, 0) > 0.03 ? ['moving' as const] : []),
  ];
}

function facts(state: State) {
  const slope = landscape(state.curve);
  const { path } = gradientDescent1d(slope, state.start, state.rate, { steps, limit: 1e6 });
  const cautious = { ...state, rate: 0.01 };
  return {
    path,
    ends: endsOf(state, path),
    cautious: () => endsOf(cautious, gradientDescent1d(slope, state.start, 0.01, { steps, limit: 1e6 }).path),
    levels: levels(state.curve),
    next: (step: number) => at(path, step).position - state.rate * at(path, step).gradient,
  };
}

type Facts = ReturnType<typeof facts>;

const names: Readonly<Record<string, Ending>> = {
  'ends in the left valley': 'left',
  'ends in the right valley': 'right',
  diverges: 'gone',
  'is still moving after 200 steps': 'moving',
  'ends on top of the hill': 'hill',
};
const ending = `⟨${Object.keys(names).join('|')}⟩`;

/** Told by four digits, or by two beside a power of ten. */
const about = (shown: { value: number; unit: number }, value: number) =>
  Math.abs(shown.value - value) <= shown.unit + 1e-9 * Math.abs(value) + 1e-300;
const so = ({ ends }: Facts, text: string) => ends.some((end) => end === names[text]);

/** Whether the walk goes upwards somewhere after its first step, by more than a float's noise. */
const climbs = ({ path }: Facts) => path.slice(2).some(({ value }, i) => value > at(path, i + 1).value + 1e-12);

/** Whether the first two numbers are the start and the learning rate. */
const begins = ({ state, numbers }: Case<State, Facts>) =>
  about(at(numbers, 0), state.start) && about(at(numbers, 1), state.rate);

export const basins = defineClaims<State, Facts>({
  facts,
  claims: {
    'The walk starts at x = # with the learning rate #; after # ⟨step|steps⟩ it is at x = #': (of) =>
      begins(of) && at(of.numbers, 2).value === of.step && at(of.numbers, 3).is(at(of.facts.path, of.step).position),
    'The walk starts at x = # with the learning rate #; its first slope is #.': (of) =>
      begins(of) && about(at(of.numbers, 2), at(of.facts.path, 0).gradient),
    [`it ${ending}`]: ({ facts, words }) => so(facts, at(words, 0)),
    [`It ${ending}⟨,|: it is stopped⟩ at #.`]: ({ facts, words, guess, right, numbers }) =>
      (at(words, 1) === ',') === (names[at(words, 0)] !== 'gone') &&
      so(facts, at(words, 0)) &&
      right === (guess === names[at(words, 0)]) &&
      at(numbers, 0).is(last(facts.path).position),
    [`It ${ending}. The first step goes against the slope, and its length is the rate times the size of the slope: # times #. It leads from # to about #.`]:
      (of) => {
        const { position, gradient } = at(of.facts.path, 0);
        const told = [of.state.rate, Math.abs(gradient), position, of.facts.next(0)];
        return so(of.facts, at(of.words, 0)) && told.every((value, i) => about(at(of.numbers, i), value));
      },
    '⟨in the left valley|in the right valley⟩': ({ facts, words }) => so(facts, `ends ${at(words, 0)}`),
    'nowhere: it diverges': ({ facts }) => facts.ends.includes('gone'),
    'still moving': ({ facts }) => facts.ends.includes('moving'),
    'on top of the hill': ({ facts }) => facts.ends.includes('hill'),
    'After # steps it is more than a million away from 0.': ({ facts, numbers }) =>
      at(numbers, 0).value === facts.path.length - 1 && !(Math.abs(last(facts.path).position) <= 1e6),
    'After # steps the slope is still #.': ({ facts, numbers }) =>
      at(numbers, 0).value === steps && about(at(numbers, 1), last(facts.path).gradient),
    'From there every step leads further down.': ({ facts }) => !climbs(facts),
    'On the way some steps lead uphill again, because they are too long.': ({ facts }) => climbs(facts),
    'The strip below the curve shows where the walks from all other starts end.': () => true,
    [`That is across the near valley and the hill. With the rate 0.01 the same walk ${ending}: where a walk ends depends on the length of its steps as well as on where it starts.`]:
      ({ facts, words, state }) => {
        const [left, hill, right] = facts.levels;
        const across =
          state.start > hill ? state.start > right && facts.next(0) < hill : state.start < left && facts.next(0) > hill;
        const cautious = names[at(words, 0)];
        return (
          across && cautious !== undefined && facts.cautious().includes(cautious) && !facts.ends.includes(cautious)
        );
      },
    'The slope is exactly 0 on top of the hill, so the walk ⟨never moves|rests there⟩.': ({ facts, step, words }) =>
      at(facts.path, step).gradient === 0 &&
      facts.ends.includes('hill') &&
      (at(words, 0) === 'never moves') === (step === 0),
    'Diverged: after # ⟨step|steps⟩ x is #. The walk is stopped here.': ({ facts, step, numbers }) =>
      at(numbers, 0).value === step &&
      step === facts.path.length - 1 &&
      facts.ends.includes('gone') &&
      at(numbers, 1).is(last(facts.path).position),
    'After # ⟨step|steps⟩ the walk is still moving: the next step leads to x = #.': ({ facts, step, numbers }) =>
      at(numbers, 0).value === step && facts.ends.includes('moving') && at(numbers, 1).is(facts.next(step)),
    'The walk starts at #, where the slope is #, with the learning rate #. Into which valley does it lead?': ({
      facts,
      state,
      numbers,
    }) => [state.start, at(facts.path, 0).gradient, state.rate].every((value, i) => about(at(numbers, i), value)),
    'A walk down ⟨.*⟩, and where walks from other starts end': () => true,
    '⟨ends|diverges|where walks from here end|left|right⟩': () => true,
  },
  also: [
    { start: 0 },
    { rate: 0.001 },
    { rate: 0.2 },
    ...[0.1, 0.15, 0.16, 0.17, 0.18, 0.19].flatMap((rate) => [
      { rate, start: 1 },
      { rate, start: -1.3, curve: 'tilted' as const },
    ]),
    { curve: 'tilted', rate: 0.0325 },
  ],
});
