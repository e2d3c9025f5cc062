import { at, last } from '../../../src/core/at.ts';
import { defineClaims, readShown, type ShownNumber } from './claim.ts';

interface State {
  readonly x: number;
  readonly chain: 'gears' | 'steps' | 'line' | 'wave' | 'growth';
  readonly second: number;
  readonly third: number;
}

type Link = readonly [value: (x: number) => number, slope: (x: number) => number];

const square: Link = [(x) => x * x, (x) => 2 * x];
const times = (ratio: number): Link => [(x) => ratio * x, () => ratio];

function linksOf({ chain, second, third }: State): Link[] {
  return {
    gears: [times(second), times(third)],
    steps: [times(2), [(x: number) => x + 3, () => 1] as Link, square],
    line: [[(x: number) => 3 * x + 1, () => 3] as Link, square],
    wave: [square, [Math.sin, Math.cos] as Link],
    growth: [times(2), [Math.exp, Math.exp] as Link],
  }[chain];
}

const namesOf = ({ chain, second, third }: State): readonly string[] =>
  ({
    gears: [`× ${second}`, `× ${third}`],
    steps: ['double', 'add 3', 'square'],
    line: ['3u + 1', 'square'],
    wave: ['square', 'sine'],
    growth: ['double', 'exp'],
  })[chain];

function facts(state: State) {
  const links = linksOf(state);
  const values = [state.x];
  for (const [value] of links) values.push(value(last(values)));
  const slopes = links.map(([, slope], i) => slope(at(values, i)));
  /** How fast the output changes with each value. */
  const rates = [...slopes.map((_, i) => slopes.slice(i).reduce((product, slope) => product * slope, 1)), 1];
  const whole = (x: number) => links.reduce((so, [value]) => value(so), x);
  return { names: namesOf(state), count: links.length, values, slopes, rates, whole };
}

type Facts = ReturnType<typeof facts>;

/** Of a step of the pass back, the index of the function. */
const back = ({ facts, step }: { facts: Facts; step: number }) => 2 * facts.count - step;

const name = '⟨[^,;]+?⟩';
const link = `${name} received # and has the slope # there`;

export const chainRule = defineClaims<State, Facts>({
  facts,
  claims: {
    'The input is #, and nothing is computed yet.': ({ facts, step, asking, numbers }) =>
      (step === 0 || asking) && at(numbers, 0).is(at(facts.values, 0)),
    [`Step # of #, forward: ${name} takes # and returns #.`]: ({ facts, step, numbers, words }) =>
      at(words, 0) === at(facts.names, step - 1) &&
      at(numbers, 0).value === step &&
      at(numbers, 1).value === 2 * facts.count &&
      at(numbers, 2).is(at(facts.values, step - 1)) &&
      at(numbers, 3).is(at(facts.values, step)),
    [`Step # of #, backward: ${name} received #, where its slope is #, so`]: (of) =>
      at(of.words, 0) === at(of.facts.names, back(of)) &&
      at(of.numbers, 0).value === of.step &&
      at(of.numbers, 1).value === 2 * of.facts.count &&
      at(of.numbers, 2).is(at(of.facts.values, back(of))) &&
      at(of.numbers, 3).is(at(of.facts.slopes, back(of))),
    'the output moves # times as far as ⟨the input|that value⟩.': (of) =>
      at(of.numbers, 0).is(at(of.facts.rates, back(of))) && (at(of.words, 0) === 'the input') === (back(of) === 0),
    'the output moves just as far as ⟨the input|that value⟩.': (of) => at(of.facts.rates, back(of)) === 1,
    'to first order the output does not move with ⟨the input|that value⟩.': (of) => at(of.facts.rates, back(of)) === 0,
    'One slope is 0, so the rate is 0: to first order a small change of the input does not reach the output. What is left of it is of second order, as small as its square.':
      ({ facts, state }) => {
        const change = (h: number) => Math.abs(facts.whole(state.x + h) - facts.whole(state.x));
        return (
          facts.slopes.filter((slope) => slope === 0).length === 1 &&
          [1e-2, 1e-3].every((h) => change(h) > 0 && change(h) < 10 * h * h)
        );
      },
    '# times as far.': ({ facts, numbers }) => at(numbers, 0).is(at(facts.rates, 0)) && at(facts.rates, 0) !== 1,
    'Just as far.': ({ facts }) => at(facts.rates, 0) === 1,
    'To first order it does not move.': ({ facts }) => at(facts.rates, 0) === 0,
    [`The slopes multiply, each taken at the value that its function received: ${link}; ${link}.`]: inTurn,
    [`The slopes multiply, each taken at the value that its function received: ${link}; ${link}; ${link}.`]: inTurn,
    'So the rate is ⟨[^=≈]+⟩ ⟨=|≈⟩ #.': ({ facts, numbers, words }) =>
      at(numbers, 0).is(at(facts.rates, 0)) &&
      productHolds(at(words, 0), at(words, 1), at(numbers, 0), facts.slopes.toReversed()),
    'It makes # ⟨turn|turns⟩. Every turn of the first is # of the second, and each of those is # of the third, so the ratios multiply and do not add up: ⟨[^=≈]+⟩ ⟨=|≈⟩ #.':
      ({ facts, numbers, words }) =>
        [last(facts.values), at(facts.slopes, 0), at(facts.slopes, 1), last(facts.values)].every((value, i) =>
          at(numbers, i).is(value),
        ) && productHolds(at(words, 1), at(words, 2), at(numbers, 3), [at(facts.values, 0), ...facts.slopes]),
    '(Neighbours turn in opposite directions; here turns are counted, whichever way.)': ({ state }) => state.x >= 0,
    '(Neighbours turn in opposite directions; here the minus only says that the first is turned back.)': ({ state }) =>
      state.x < 0,
    'They have made ⟨[^;]+⟩; neighbours turn in opposite directions, and what is counted is turns.': ({
      facts,
      asking,
      words,
    }) =>
      at(words, 0)
        .split(', ')
        .every((text, i) => {
          const [, turns = '', unit] = /^(.+) (turns?)$/.exec(text) ?? [];
          const isRight = asking && i > 0 ? turns === '?' : readShown(turns).is(at(facts.values, i));
          return isRight && (unit === 'turn') === (turns === '1');
        }),
    'For one turn of the first gear the second makes #, and for one turn of the second the third makes #. You turn the first by # ⟨turn|turns⟩. How many turns does the third make?':
      ({ facts, numbers }) => [...facts.slopes, at(facts.values, 0)].every((value, i) => at(numbers, i).is(value)),
    'The input # goes through ⟨[^.]+⟩. If it is nudged a little, how many times as far does the output move?': ({
      facts,
      numbers,
      words,
    }) => at(numbers, 0).is(at(facts.values, 0)) && at(words, 0) === facts.names.join(', '),
    'You said #; it is #.': ({ facts, state, numbers, guess, right }) => {
      const truth = state.chain === 'gears' ? last(facts.values) : at(facts.rates, 0);
      const off = Math.abs(Number(guess) - truth);
      return (
        at(numbers, 0).is(Number(guess)) && at(numbers, 1).is(truth) && right === off <= 0.5 + 0.025 * Math.abs(truth)
      );
    },
    '⟨Both passes, step by step|rate, by the chain|Three gears in a row|values, forwards →|← rates of the output, backwards|Values forwards and rates backwards through a chain|back: .+⟩':
      () => true,
  },
  also: [
    { chain: 'wave', x: 0 },
    { chain: 'steps', x: -1.5 },
    { chain: 'gears', x: 0 },
    { chain: 'gears', x: -1.3 },
    { chain: 'steps', x: -1.25 },
    { chain: 'gears', second: 1, third: 1 },
    { chain: 'gears', second: 0.5, third: 2 },
  ],
});

function inTurn(of: { facts: Facts; numbers: readonly ShownNumber[]; words: readonly string[] }): boolean {
  const { facts, numbers, words } = of;
  return facts.slopes.every(
    (slope, i) =>
      at(words, i) === at(facts.names, i) &&
      at(numbers, 2 * i).is(at(facts.values, i)) &&
      at(numbers, 2 * i + 1).is(slope),
  );
}

/** Whether a written product is one of these factors, and gives its result, or says ≈ where digits are left out. */
function productHolds(product: string, sign: string, result: ShownNumber, of: readonly number[]): boolean {
  const factors = product.split(' · ').map((text) => readShown(text.replace(/^\((.*)\)$/, '$1')));
  if (factors.length !== of.length || !factors.every((factor, i) => factor.is(at(of, i)))) return false;
  const off = Math.abs(factors.reduce((so, { value }) => so * value, 1) - result.value);
  return sign === '≈' || off <= (result.unit / 2) * (1 + 1e-6) || off <= 1e-12 * Math.abs(result.value);
}
