import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
  readonly x1: number;
  readonly x2: number;
}

/** By tanh as sinh / cosh, and its slope as 1 / cosh². */
function facts({ w1, w2, b, x1, x2 }: State) {
  const z = w1 * x1 + w2 * x2 + b;
  const answer = Math.sinh(z) / Math.cosh(z);
  const atSum = (2 * (answer - 0.6)) / Math.cosh(z) ** 2;
  const inputs = [x1, x2, 1];
  return {
    answer,
    loss: (answer - 0.6) ** 2,
    inputs,
    rates: inputs.map((x) => atSum * x),
    sizes: inputs.map(Math.abs),
  };
}

type Facts = ReturnType<typeof facts>;

const names = ['w₁', 'w₂', 'b'];
/** The names of the parameters with the greatest rate in size. */
const most = ({ rates, sizes }: Facts) => {
  const by = rates.every((rate) => rate === 0) ? sizes : rates.map(Math.abs);
  const top = Math.max(...by);
  return names
    .filter((_, i) => at(by, i) >= top * (1 - 1e-12))
    .join(' and ')
    .replace(' and w₂ and', ', w₂ and');
};

const near = (value: number, shown: { is: (of: number) => boolean }) =>
  [0, 4e-15, -4e-15].some((off) => shown.is(value + off));

const sizesHold = ({
  facts: { sizes },
  numbers,
}: {
  facts: Facts;
  numbers: readonly { is: (of: number) => boolean }[];
}) => [at(sizes, 0), at(sizes, 1), Math.max(...sizes)].every((value, i) => at(numbers, i).is(value));

export const neuron = defineClaims<State, Facts>({
  facts,
  // Two sizes that differ in their last bits give rates that may not, and an answer that differs so from the target a loss
  // without a digit that is right.
  isBeyondFloats: ({ w1, w2, b, x1, x2 }) =>
    [Math.abs(x1) - Math.abs(x2), Math.abs(x1) - 1, Math.abs(x2) - 1, Math.tanh(w1 * x1 + w2 * x2 + b) - 0.6].some(
      (off) => off !== 0 && Math.abs(off) < 1e-9,
    ),
  claims: {
    'The neuron answers #, ⟨below|above⟩ the target 0.6; the loss is #': ({ facts, numbers, words }) =>
      near(facts.answer, at(numbers, 0)) &&
      (at(words, 0) === 'below' ? facts.answer < 0.6 + 1e-15 : facts.answer > 0.6 - 1e-15) &&
      near(facts.loss, at(numbers, 1)),
    'The neuron answers 0.6, the target: its loss and all its rates are 0.': ({ facts }) =>
      Math.abs(facts.answer - 0.6) < 1e-15,
    'with the rates #, # and # for w₁, w₂ and b': ({ facts, numbers }) =>
      facts.rates.every((rate, i) => near(rate, at(numbers, i))),
    'largest in size for ⟨(?:w₁|w₂|b)(?:(?:,| and) (?:w₂|b))*⟩.': ({ facts, words }) => at(words, 0) === most(facts),
    'Here the sizes of these factors are #, # and 1, and # is the largest': sizesHold,
    'The inputs are # and #. To which of w₁, w₂ and b does the loss respond most?': ({ state, numbers }) =>
      at(numbers, 0).is(state.x1) && at(numbers, 1).is(state.x2),
    'It is ⟨w₁|w₂|b⟩.': ({ facts, words, guess, right }) =>
      at(words, 0) === most(facts) && right === (guess === at(words, 0).replace('₁', '1').replace('₂', '2')),
    'To ⟨w₁|w₂|b⟩.': ({ facts, words }) => at(words, 0) === most(facts),
    'One rate arrives at z and is used for all three: times the input for a weight, and times 1 for the bias.': () =>
      true,
    'Two weights and a bias, and the answer that they give': () => true,
    'The parameters and their rates': () => true,
    'it responds most to': () => true,
  },
  also: [
    { x1: 1 },
    { x1: -2, x2: 2 },
    { x1: 0, x2: 0 },
    { x1: 0.5, x2: -1, w1: 0.8, w2: 0.3, b: 0.1 },
    { w1: 0, w2: 0, b: Math.LN2 },
    { w1: 2, w2: 2, b: 2, x1: 2, x2: 2 },
  ],
});
