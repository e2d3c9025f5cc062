import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly method: 'forward' | 'central';
  readonly h: number;
  readonly f: 'cube' | 'sine' | 'exponential';
}

const ones = [1];
const functions = {
  cube: {
    f: (x: number) => x * x * x,
    d: (x: number) => 3 * x * x,
    d2: 12,
    d3: 6,
    size: 8,
    at: Array.from({ length: 51 }, (_, i) => 1 + i / 50),
  },
  sine: { f: Math.sin, d: Math.cos, d2: Math.sin(1), d3: Math.cos(1), size: Math.sin(1), at: ones },
  exponential: { f: Math.exp, d: Math.exp, d2: Math.E, d3: Math.E, size: Math.E, at: ones },
} as const;

function facts({ f: name, method, h }: State) {
  const { f, d, d2, d3, size, at: places } = functions[name];
  const error = (step: number) =>
    Math.max(
      ...places.map((x) =>
        Math.abs(
          (method === 'forward' ? (f(x + step) - f(x)) / step : (f(x + step) - f(x - step)) / (2 * step)) - d(x),
        ),
      ),
    );
  const ofMethod = (step: number) => (method === 'forward' ? (step / 2) * d2 : (step ** 2 / 6) * d3);
  const ofRounding = (step: number) => (2 ** -52 * size) / step;
  return {
    error,
    now: error(h),
    later: error(h / 1000),
    smaller: h / 1000,
    ofMethod,
    ofRounding,
    single: places.length === 1,
  };
}

type Facts = ReturnType<typeof facts>;

/** An error is about what both parts make it, at most: the method's is known by its first term, rounding by its size. */
const within = ({ error, ofMethod, ofRounding }: Facts, h: number) => error(h) <= 1.3 * ofMethod(h) + 3 * ofRounding(h);

/** Whether a step is shown by its first two digits. */
const isStep = ({ value }: { value: number }, h: number) =>
  Math.abs(value - h) <= 0.0501 * 10 ** Math.floor(Math.log10(h));

export const differenceError = defineClaims<State, Facts>({
  facts,
  claims: {
    'With h = # the ⟨forward|central⟩ difference is wrong by #': ({ facts, state, numbers, words }) =>
      at(words, 0) === state.method && isStep(at(numbers, 0), state.h) && at(numbers, 1).is(facts.now),
    'the method alone would be wrong by about #, and rounding adds or takes away up to about #.': ({
      facts,
      state,
      numbers,
    }) =>
      at(numbers, 0).is(facts.ofMethod(state.h)) &&
      at(numbers, 1).is(facts.ofRounding(state.h)) &&
      within(facts, state.h),
    'How wrong is it with an h a thousand times smaller? Move the point up or down.': () => true,
    'By #, which is ⟨worse|better⟩ than before.': ({ facts, numbers, words }) =>
      at(numbers, 0).is(facts.later) &&
      (at(words, 0) === 'worse' ? facts.later > facts.now : facts.later < facts.now) &&
      Number(facts.now.toExponential(0)) !== at(numbers, 0).value,
    'By #, ⟨as before|about as before⟩.': ({ facts, numbers }) =>
      at(numbers, 0).is(facts.later) && at(numbers, 0).is(facts.now),
    'The error of the method did become about a ⟨thousand|million⟩ times smaller: it would be near #.': ({
      facts,
      state,
      numbers,
      words,
    }) => {
      const times = facts.ofMethod(state.h) / facts.ofMethod(facts.smaller);
      return (
        Math.abs(times / (at(words, 0) === 'thousand' ? 1e3 : 1e6) - 1) < 1e-6 &&
        at(numbers, 0).is(facts.ofMethod(facts.smaller))
      );
    },
    'But a float keeps only 16 digits, and dividing by h makes their rounding a thousand times larger: it is now up to about #.':
      ({ facts, state, numbers }) =>
        Math.abs(facts.ofRounding(facts.smaller) / facts.ofRounding(state.h) - 1e3) < 1e-3 &&
        at(numbers, 0).is(facts.ofRounding(facts.smaller)) &&
        within(facts, facts.smaller),
    'Rounding grew a thousand times, because it is divided by h, but it counts for less than the method: it is now up to about #.':
      ({ facts, numbers }) =>
        facts.ofRounding(facts.smaller) < facts.ofMethod(facts.smaller) &&
        at(numbers, 0).is(facts.ofRounding(facts.smaller)),
    'You put it at #; it is #.': ({ facts, numbers, guess, right }) => {
      const powers = Math.abs(Math.log10(Number(guess) / Math.max(facts.later, 1e-30)));
      return at(numbers, 0).is(Number(guess)) && at(numbers, 1).is(facts.later) && right === powers <= 0.75;
    },
    'The error is exactly 0: at a single point, rounding can be lucky.': ({ facts }) => facts.single && facts.now === 0,
    'Both axes count in powers of ten.': () => true,
    'The errors, for steps ten times smaller each': () => true,
    '⟨of rounding, up to about|of the method, about|Error of the forward and the central difference against the step|method|rounding⟩':
      () => true,
  },
  also: [
    ...[1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1].flatMap((h) =>
      (['sine', 'exponential', 'cube'] as const).flatMap((f) =>
        (['forward', 'central'] as const).map((method) => ({ f, h, method })),
      ),
    ),
  ],
});
