import { at, last } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly condition: number;
  readonly choose: 'best' | 'cautious' | 'own';
  readonly rate: number;
  readonly start: readonly [number, number];
}

const close = 1e-6;
const most = 5000;

function facts(state: State) {
  const { condition, start } = state;
  const [a, b] = [2, 2 * condition];
  const rate = { best: 2 / (a + b), cautious: 1 / b, own: state.rate }[state.choose];
  const path = [[...start] as [number, number]];
  const near = ([x, y]: readonly [number, number]) => Math.abs(x) <= close && Math.abs(y) <= close;
  while (!near(last(path)) && path.length <= most && Math.hypot(...last(path)) <= 1e6) {
    const [x, y] = last(path);
    path.push([x - rate * (a * x), y - rate * (b * y)]);
  }
  const arrived = near(last(path));
  const factors = [1 - rate * a, 1 - rate * b] as const;
  return { a, b, rate, path, needs: arrived ? path.length - 1 : undefined, factors };
}

type Facts = ReturnType<typeof facts>;

/** A coordinate that is not small now, and which nothing makes smaller. */
const stuck = ({ factors, path }: Facts) =>
  factors.some((factor, i) => Math.abs(factor) >= 1 && Math.abs(at(last(path), i)) > close);
const heightOf = ({ a, b, path }: Facts, step: number) => {
  const [x, y] = at(path, step);
  return (a / 2) * x * x + (b / 2) * y * y;
};
const larger = (state: State) => facts({ ...state, condition: Number((10 * state.condition).toPrecision(4)) });
/** How many steps make a coordinate ten times smaller. */
const slowness = (factor: number) => -1 / Math.log10(Math.abs(factor));
/** Whether a number is right in the digits in which it is shown. */
const about = (shown: { value: number; unit: number }, value: number) =>
  Math.abs(shown.value - value) <= shown.unit + 1e-9 * Math.abs(value);

export const illConditioning = defineClaims<State, Facts>({
  facts,
  claims: {
    'With the condition number # and the learning rate # the walk': ({ facts, state, numbers }) =>
      at(numbers, 0).is(state.condition) && Math.abs(at(numbers, 1).value - facts.rate) <= 1e-3 * facts.rate,
    'needs # ⟨step|steps⟩ to come within 0.000001 of the bottom in both numbers': ({ facts, numbers }) =>
      at(numbers, 0).value === facts.needs,
    'never comes within 0.000001 of the bottom': ({ facts }) => facts.needs === undefined && stuck(facts),
    'does not come within 0.000001 of the bottom in # steps': ({ facts, numbers }) =>
      at(numbers, 0).value === facts.path.length - 1 && facts.needs === undefined && !stuck(facts),
    never: ({ facts }) => facts.needs === undefined && stuck(facts),
    'more than #': ({ facts, numbers }) => facts.needs === undefined && !stuck(facts) && at(numbers, 0).value === most,
    'after # ⟨step|steps⟩ it is at x = #, y = #': ({ facts, step, numbers }) =>
      at(numbers, 0).value === step &&
      about(at(numbers, 1), at(facts.path, step)[0]) &&
      about(at(numbers, 2), at(facts.path, step)[1]),
    'at the height #': ({ facts, step, numbers }) => about(at(numbers, 0), heightOf(facts, step)),
    'The factor along ⟨x|y⟩ is beyond −1, since the rate is above 2/#: the walk diverges': ({
      facts,
      words,
      numbers,
      state,
    }) => {
      const i = at(words, 0) === 'x' ? 0 : 1;
      return (
        at(facts.factors, i) < -1 &&
        state.start[i] !== 0 &&
        facts.rate > 2 / at([facts.a, facts.b], i) &&
        Math.abs(at(numbers, 0).value / at([facts.a, facts.b], i) - 1) < 1e-3 &&
        facts.needs === undefined
      );
    },
    'With a factor of −1 the walk jumps to and fro for ever along ⟨x and y|x|y⟩, as far out each time': ({
      facts,
      state,
      words,
    }) => {
      const jumps = ['x', 'y'].filter((_, i) => facts.factors[i] === -1 && state.start[i] !== 0);
      return facts.needs === undefined && jumps.length > 0 && at(words, 0) === jumps.join(' and ');
    },
    'After # steps the walk has not arrived; it is stopped there.': ({ facts, step, numbers }) =>
      facts.needs === undefined && at(numbers, 0).value === step && step === facts.path.length - 1,
    'This valley has the condition number #, and the walk needs # ⟨step|steps⟩. How many times as many does it need with the condition number #, if the rate is chosen in the same way?':
      ({ facts, numbers, state }) =>
        at(numbers, 0).value === state.condition &&
        at(numbers, 1).value === facts.needs &&
        Math.abs(at(numbers, 2).value / (10 * state.condition) - 1) < 1e-3,
    'It needs # ⟨step|steps⟩, # times as many.': ({ facts, state, numbers }) => {
      const { needs = Number.NaN } = larger(state);
      return at(numbers, 0).value === needs && at(numbers, 1).is(needs / (facts.needs ?? Number.NaN));
    },
    'The steep direction allows no rate of 2/# or more, so the rate falls from # to #': ({ facts, state, numbers }) => {
      const then = larger(state);
      const limit = 2 / then.b;
      return (
        [then.b, facts.rate, then.rate].every((value, i) => Math.abs(at(numbers, i).value / value - 1) < 1e-3) &&
        facts.rate >= limit &&
        then.rate < facts.rate
      );
    },
    'with so small a rate the flat direction creeps in much more slowly.': ({ facts, state }) =>
      slowness(larger(state).factors[0]) > 2 * slowness(facts.factors[0]),
    'Your factor is #; it is #.': ({ facts, state, numbers, guess, right }) => {
      const times = (larger(state).needs ?? Number.NaN) / (facts.needs ?? Number.NaN);
      return (
        at(numbers, 0).is(Number(guess)) &&
        at(numbers, 1).is(times) &&
        right === (Number(guess) >= times / 1.25 && Number(guess) <= times * 1.25)
      );
    },
    'A walk in a valley with the condition number #, from above': () => true,
    'step # ⟨↑|↓⟩': () => true,
  },
  also: [
    { choose: 'own', rate: 0.0005 },
    { choose: 'own', rate: 1.2 },
    { choose: 'own', rate: 1, condition: 1 },
    { choose: 'own', rate: 0.5, condition: 2 },
    { condition: 1 },
    { condition: 300, choose: 'cautious' },
    { condition: 30, choose: 'cautious' },
    { condition: 1.2, choose: 'cautious' },
    { start: [0, 0] },
    { start: [1, 0], choose: 'own', rate: 1 },
  ],
});
