import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly w: number;
}

const parcels = [
  [1, 2.1],
  [2, 3.9],
  [3, 6.2],
  [4, 7.8],
] as const;

/** The loss is the parabola 7.5 w² − 29.85 w + 29.725. */
const lossAt = (w: number) => 7.5 * w * w - 29.85 * w + 29.725;

function facts({ w }: State) {
  const errors = parcels.map(([kg, price]) => w * kg - price);
  return { errors, loss: lossAt(w), slope: 15 * w - 29.85 };
}

type Facts = ReturnType<typeof facts>;

/** Whether a little more of w, or less, lowers the loss. */
const lowers = ({ w }: State, word: string) => lossAt(w + (word === 'larger' ? 1e-7 : -1e-7)) < lossAt(w) + 1e-13;

export const lossDial = defineClaims<State, Facts>({
  facts,
  // Around the bottom a float cannot tell on which side it is.
  isBeyondFloats: ({ w }) => w !== 1.99 && Math.abs(w - 1.99) < 1e-6,
  claims: {
    'With w = # the four errors are #, #, # and # euros, and the loss, the mean of their squares, is #': ({
      facts,
      state,
      numbers,
    }) => [state.w, ...facts.errors, facts.loss].every((value, i) => at(numbers, i).is(value)),
    'its slope is #, so a ⟨larger|smaller⟩ w makes it smaller at first.': ({ facts, state, numbers, words }) =>
      at(numbers, 0).is(facts.slope) && lowers(state, at(words, 0)),
    'its slope is 0, so this is the bottom.': ({ state }) =>
      [-0.01, 0.01].every((off) => lossAt(state.w + off) > lossAt(state.w)),
    'The slope of the loss is #, so a ⟨larger|smaller⟩ w makes it smaller at first.': ({
      facts,
      state,
      numbers,
      words,
      guess,
      right,
    }) =>
      at(numbers, 0).is(facts.slope) &&
      lowers(state, at(words, 0)) &&
      right === ((guess === 'up') === (at(words, 0) === 'larger')),
    'The line predicts # euros for each kilogram. Which way must w turn for the loss to fall?': ({ state, numbers }) =>
      at(numbers, 0).is(state.w),
    '⟨Up|Down⟩.': ({ state, words }) => lowers(state, at(words, 0) === 'Up' ? 'larger' : 'smaller'),
    '⟨All four|None of the four|One of the four|Two of the four|Three of the four⟩ predictions ⟨is|are⟩ too low.': ({
      facts,
      words,
    }) => {
      const low = facts.errors.filter((error) => error < -1e-12).length;
      return ['None', 'One', 'Two', 'Three', 'All'].indexOf(at(words, 0).split(' ')[0] ?? '') === low;
    },
    'The slope of the loss is #: where it is negative, a larger w makes the loss smaller, and where it is positive, a smaller one does.':
      ({ facts, numbers }) => at(numbers, 0).is(facts.slope),
    'largest error': () => true,
    'Four parcels, a line of prices, and its loss as a column': () => true,
    'The four parcels': () => true,
  },
  also: [{ w: 1.99 }, { w: 0 }, { w: 3 }, { w: 2.1 }, { w: 1.95 }],
});
