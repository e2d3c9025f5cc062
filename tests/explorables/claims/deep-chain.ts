import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly weight: number;
  readonly depth: number;
  readonly bend: string;
}

/** By logarithms and not by multiplication. */
function facts({ weight, depth, bend }: State) {
  const slope = { none: 1, tanh: 1 / Math.cosh(1) ** 2, sigmoid: 1 / 4 }[bend] ?? Number.NaN;
  const layers = Math.round(depth);
  const each = Math.log(weight * slope);
  const products = Array.from({ length: layers + 1 }, (_, layer) => Math.exp(layer * each));
  return { factor: weight * slope, layers, products, rate: at(products, layers) };
}

type Facts = ReturnType<typeof facts>;

const effect = (factor: number) => (factor === 1 ? 'stays' : factor < 1 ? 'shrinks' : 'grows');
const effects = '⟨|which is below 1, |which is above 1, ⟩so it ⟨stays|shrinks|grows⟩.';

const isEffect = ({ factor }: Facts, [side, verb]: readonly string[]) =>
  verb === effect(factor) && side === (factor === 1 ? '' : factor < 1 ? 'which is below 1, ' : 'which is above 1, ');

export const deepChain = defineClaims<State, Facts>({
  facts,
  isBeyondFloats: (state) => {
    const { factor } = facts(state);
    return factor !== 1 && Math.abs(factor - 1) < 1e-12;
  },
  claims: {
    'After # ⟨layer|layers⟩ a rate of 1 has become #': ({ facts, numbers }) =>
      at(numbers, 0).is(facts.layers) && at(numbers, 1).is(facts.rate),
    [`each layer multiplies the rate by #, ${effects}`]: ({ facts, numbers, words }) =>
      at(numbers, 0).is(facts.factor) && isEffect(facts, words),
    'The rate goes back through # ⟨layer|layers⟩, and each layer multiplies the rate by #.': ({ facts, numbers }) =>
      at(numbers, 0).is(facts.layers) && at(numbers, 1).is(facts.factor),
    'A rate of 1 goes back through # ⟨layer|layers⟩, and each layer multiplies it by #. ⟨How much is left of it|How large does it become⟩, to within a factor of two?':
      ({ facts, numbers, words }) =>
        at(numbers, 0).is(facts.layers) &&
        at(numbers, 1).is(facts.factor) &&
        (at(words, 1) === 'How much is left of it') === facts.factor < 1,
    'You said #; it is #.': ({ facts, guess, right, numbers }) => {
      const off = Math.abs(Math.log2(Number(guess) / facts.rate));
      return (
        at(numbers, 0).is(Number(guess)) &&
        at(numbers, 1).is(facts.rate) &&
        (right === off <= 1 || Math.abs(off - 1) < 1e-9)
      );
    },
    '# is left.': ({ facts, numbers }) => at(numbers, 0).is(facts.rate) && facts.factor < 1,
    'It becomes #.': ({ facts, numbers }) => at(numbers, 0).is(facts.rate) && facts.factor > 1,
    'The same factor again and again makes equal steps in powers of ten:': ({ facts: { products } }) => {
      const steps = products.slice(1).map((product, layer) => Math.log10(product) - Math.log10(at(products, layer)));
      return steps.every((step) => Math.abs(step - at(steps, 0)) < 1e-9);
    },
    '⟨rate that is left|factor of each layer|slope of each layer⟩': () => true,
    '⟨A rate by the layers that it has passed, in powers of ten|The rate by the layers that it has passed⟩': () => true,
  },
  also: [
    { weight: 1 },
    { weight: 1, depth: 1 },
    { weight: 1.5, depth: 50 },
    { weight: 0.5, depth: 50, bend: 'sigmoid' },
    { weight: 0.5, depth: 4, bend: 'tanh' },
  ],
});
