import { at } from '../../../src/core/at.ts';
import { gradientDescent1d } from '../../../src/numeric/descent/gradient-descent-1d.ts';
import { quartic, square, tiltedQuartic } from '../../../src/numeric/functions/functions-of-one.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly curve: 'square' | 'quartic' | 'tilted';
  readonly start: number;
  readonly rate: number;
}

const curves = { square, quartic, tilted: tiltedQuartic } as const;

function facts({ curve, start, rate }: State) {
  const { path } = gradientDescent1d(curves[curve], start, rate, { steps: 100, limit: 1e6 });
  const sizes = path.map(({ gradient }) => Math.abs(gradient));
  return { path, sizes, next: (step: number) => at(path, step).position - rate * at(path, step).gradient };
}

type Facts = ReturnType<typeof facts>;

export const descent1d = defineClaims<State, Facts>({
  facts,
  claims: {
    'After # ⟨step|steps⟩ the walk is at x = #, at height #, where the slope is #': ({
      facts: { path },
      step,
      numbers,
    }) => {
      const { position, value, gradient } = at(path, step);
      return [step, position, value, gradient].every((one, i) => at(numbers, i).is(one));
    },
    'the next step leads to #.': ({ facts, step, numbers }) => at(numbers, 0).is(facts.next(step)),
    'The slope is exactly 0 here, so the walk stays where it is.': ({ facts, step }) =>
      at(facts.path, step).gradient === 0,
    'Diverged: after # ⟨step|steps⟩ x is #. The walk is stopped here.': ({ facts: { path }, step, numbers }) =>
      step === path.length - 1 &&
      at(numbers, 0).value === step &&
      !(Math.abs(at(path, step).position) <= 1e6) &&
      at(numbers, 1).is(at(path, step).position),
    'At #. The step goes against the slope, and its length is the rate times the size of the slope: # times #, about #.':
      ({ facts, state, numbers }) =>
        at(numbers, 0).is(facts.next(3)) &&
        at(numbers, 1).value === state.rate &&
        at(numbers, 2).is(at(facts.sizes, 3)) &&
        at(numbers, 3).is(state.rate * at(facts.sizes, 3)),
    'It is ⟨longer|shorter⟩ than the steps before, because the ground is ⟨steeper|flatter⟩ here.': ({
      facts: { sizes },
      words,
    }) => {
      const before = sizes.slice(0, 3);
      const longer = before.every((size) => at(sizes, 3) > size);
      const shorter = before.every((size) => at(sizes, 3) < size);
      return at(words, 0) === 'longer' ? longer && at(words, 1) === 'steeper' : shorter && at(words, 1) === 'flatter';
    },
    'At a fixed rate a step is longer where the ground is steeper.': ({ facts: { sizes, path } }) => {
      const steps = [0, 1, 2, 3];
      const move = (i: number) => Math.abs(at(path, i + 1).position - at(path, i).position);
      return steps.every((i) => steps.every((j) => at(sizes, i) <= at(sizes, j) || move(i) >= move(j)));
    },
    'Three steps are done. The walk stands at #, where the slope is #, and the rate is #. Where does the next step land?':
      ({ facts: { path }, state, numbers }) =>
        at(numbers, 0).is(at(path, 3).position) &&
        at(numbers, 1).is(at(path, 3).gradient) &&
        at(numbers, 2).value === state.rate,
    'You said #; it lands at #.': ({ facts, numbers, guess, right }) => {
      const off = Math.abs(Number(guess) - facts.next(3));
      return at(numbers, 0).is(Number(guess)) && at(numbers, 1).is(facts.next(3)) && right === off <= 0.1;
    },
    'A walk down ⟨.*⟩': () => true,
  },
  also: [
    { start: 0 },
    { curve: 'quartic', start: 0 },
    { curve: 'quartic', start: -1.7, rate: 0.34 },
    { rate: 1 },
    { rate: 1.5 },
    { rate: 0.5 },
  ],
});
