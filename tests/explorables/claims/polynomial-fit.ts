import { at } from '../../../src/core/at.ts';
import { numpyRandom } from '../../../src/numeric/random/numpy-random.ts';
import { polynomialRows } from '../../../src/numeric/regression/design-matrix.ts';
import { normalEquations } from '../../../src/numeric/regression/normal-equations.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly degree: number;
  readonly ridge: 'none' | 'tiny' | 'small' | 'some' | 'much' | 'huge';
  readonly seed: number;
}

const ridges = { none: 0, tiny: 0.001, small: 0.01, some: 0.1, much: 1, huge: 10 } as const;
const highest = 9;
const truth = (x: number) => 3 * (x * x) - x + 1;

/** Twelve points and two hundred more, and every polynomial through the twelve. */
function facts(state: State) {
  const random = numpyRandom(Math.round(state.seed));
  const sample = (count: number) => {
    const x = random.uniform(-1, 1, count);
    const noise = random.normal(0, 0.3, count);
    return x.map((value, i) => [value, truth(value) + at(noise, i)] as const);
  };
  const [train, test] = [sample(12), sample(200)];
  const fits = Array.from({ length: highest + 1 }, (_, degree) => {
    const weights = normalEquations(
      polynomialRows(
        train.map(([x]) => x),
        degree,
      ),
      train.map(([, y]) => y),
      ridges[state.ridge],
    );
    const value = (x: number) => weights.reduce((sum, weight) => sum * x + weight, 0);
    const error = (points: typeof train) =>
      points.reduce((sum, [x, y]) => sum + (value(x) - y) ** 2, 0) / points.length;
    return { weights, value, train: error(train), test: error(test) };
  });
  return { degree: Math.round(state.degree), ridge: ridges[state.ridge], train, fits };
}

type Facts = ReturnType<typeof facts>;

const fitOf = ({ fits, degree }: Facts) => at(fits, degree);
const top = ({ fits }: Facts) => at(fits, highest);
const times = (facts: Facts) => top(facts).test / fitOf(facts).test;
/** Badly conditioned fits differ in their last digits between ways to compute them; `prove` knows by how much. */
const near = (shown: { value: number; unit: number }, value: number) =>
  Math.abs(shown.value - value) <= shown.unit + 1e-9 * Math.abs(value);

/** How far a curve is from the fitted points, on average, and from the secret curve between and beyond them. */
function swings(facts: Facts) {
  const { value } = top(facts);
  const grid = Array.from({ length: 401 }, (_, i) => -1 + i / 200);
  return { between: Math.max(...grid.map((x) => Math.abs(value(x) - truth(x)))), at: Math.sqrt(top(facts).train) };
}

const comesNear = (facts: Facts) => top(facts).train < fitOf(facts).train;

export const polynomialFit = defineClaims<State, Facts>({
  facts,
  claims: {
    'The polynomial of degree # with ridge # has a mean squared error of # on the 12 points that it was fitted to and of # on the 200 that it has not seen':
      ({ facts, numbers }) =>
        at(numbers, 0).value === facts.degree &&
        at(numbers, 1).value === facts.ridge &&
        near(at(numbers, 2), fitOf(facts).train) &&
        near(at(numbers, 3), fitOf(facts).test),
    'its largest parameter is # in size.': ({ facts, numbers }) =>
      near(at(numbers, 0), Math.max(...fitOf(facts).weights.map(Math.abs))),
    'at degree #': ({ facts, numbers }) =>
      facts.fits.every(({ test }) => at(facts.fits, at(numbers, 0).value).test <= test * (1 + 1e-9)),
    'At degree # the error is # on the 12 fitted points and # on 200 others. At degree # the first falls to #. What happens to the second?':
      ({ facts, numbers }) =>
        at(numbers, 0).value === facts.degree &&
        near(at(numbers, 1), fitOf(facts).train) &&
        near(at(numbers, 2), fitOf(facts).test) &&
        at(numbers, 3).value === highest &&
        near(at(numbers, 4), top(facts).train) &&
        at(numbers, 4).value < at(numbers, 1).value &&
        top(facts).train < fitOf(facts).train,
    'It becomes #.': ({ facts, numbers, guess, right }) =>
      near(at(numbers, 0), top(facts).test) &&
      right === (guess === (times(facts) > 10 ? 'huge' : 'larger')) &&
      times(facts) > 2,
    'It becomes #, # times what it was.': ({ facts, numbers }) =>
      near(at(numbers, 0), top(facts).test) && near(at(numbers, 1), times(facts)),
    'With # parameters for 12 points the curve comes nearer to the points that were fitted, noise and all, and ⟨swings wildly|swings⟩ between and beyond them.':
      ({ facts, numbers, words }) => {
        const { between, at: off } = swings(facts);
        return (
          at(numbers, 0).value === highest + 1 &&
          comesNear(facts) &&
          between > 3 * off &&
          (at(words, 0) === 'swings wildly') === times(facts) > 10
        );
      },
    'The points that were fitted cannot show this.': ({ facts }) => comesNear(facts),
    '⟨largest parameter|least test error|test error|train error|Twelve points and a polynomial of degree .*|Training and test error of each degree|mean squared error|● fitted   ○ put aside⟩':
      () => true,
  },
  also: [0, 1, 2, 3, 5, 8].flatMap((degree) =>
    [4, 7, 11, 23].flatMap((seed) => (['none', 'tiny', 'huge'] as const).map((ridge) => ({ degree, seed, ridge }))),
  ),
});
