import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly low: number;
  readonly high: number;
}

const bottom = 1.3;

/** By where the bottom is, which the explorable does not ask. */
function facts({ low, high }: State) {
  const all = [{ low, high, middle: (low + high) / 2 }];
  for (let here = all[0]; here && all.length < 11 && Math.abs(here.middle - bottom) > 1e-12; here = all.at(-1)) {
    const next = here.middle < bottom ? { low: here.middle, high: here.high } : { low: here.low, high: here.middle };
    all.push({ ...next, middle: (next.low + next.high) / 2 });
  }
  return all;
}

type Facts = ReturnType<typeof facts>;

const side = (middle: number) => (middle < bottom ? 'right' : 'left');

export const halving = defineClaims<State, Facts>({
  facts,
  // Where a middle is almost the bottom, a float cannot tell on which side it is.
  isBeyondFloats: (state) =>
    facts(state).some(({ middle }) => Math.abs(middle - bottom) < 1e-9 && Math.abs(middle - bottom) > 1e-15),
  claims: {
    'After # ⟨halving|halvings⟩ the bottom lies between # and #; at the middle, #, the slope is #': ({
      facts,
      step,
      numbers,
    }) => {
      const { low, high, middle } = at(facts, step);
      const [from, to, half] = [1, 2, 3].map((i) => at(numbers, i).value) as [number, number, number];
      const holds = low <= bottom && bottom <= high && from < half && half < to;
      return holds && [step, low, high, middle, 2 * (middle - bottom)].every((value, i) => at(numbers, i).is(value));
    },
    'so the ⟨left|right⟩ half keeps the bottom.': ({ facts, step, words }) =>
      at(words, 0) === side(at(facts, step).middle),
    'so the middle is the bottom.': ({ facts, step }) => Math.abs(at(facts, step).middle - bottom) < 1e-12,
    'The bottom lies between # and #. At the middle, #, the slope is #. Which half keeps the bottom?': ({
      facts,
      numbers,
    }) => {
      const { low, high, middle } = at(facts, 3);
      return [low, high, middle, 2 * (middle - bottom)].every((value, i) => at(numbers, i).is(value));
    },
    'The ⟨left|right⟩ half.': ({ facts, words }) => at(words, 0) === side(at(facts, 3).middle),
    'It is the ⟨left|right⟩ half.': ({ facts, words, guess, right }) => {
      const truth = side(at(facts, 3).middle);
      return at(words, 0) === truth && right === (guess === truth);
    },
    'The slope at the middle is ⟨negative|positive⟩: the curve ⟨still falls|rises⟩ there, so the bottom lies to the ⟨left|right⟩ of it.':
      ({ facts, words }) => {
        const truth = side(at(facts, 3).middle);
        const said = truth === 'right' ? ['negative', 'still falls', 'right'] : ['positive', 'rises', 'left'];
        return said.every((word, i) => words[i] === word);
      },
    'What the slope measures does not matter here, only its sign.': () => true,
    'A curve, and an interval that holds its lowest point': () => true,
    'The intervals, step by step': () => true,
  },
  also: [{ low: 0.6, high: 2 }, { low: -1.9, high: 1.5 }, { low: 1 }, { low: 1, high: 1.6 }],
});
