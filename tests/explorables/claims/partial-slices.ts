import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly at: readonly [number, number];
  readonly f: 'bowl' | 'mixed';
}

function facts({ at: [x, y], f }: State) {
  return f === 'bowl'
    ? { height: x * x + 3 * y * y, slopes: [2 * x, 6 * y] as const }
    : { height: x * x * y + Math.sin(y), slopes: [2 * x * y, x * x + Math.cos(y)] as const };
}

type Facts = ReturnType<typeof facts>;

/** Slopes that are told by two decimals are alike if those are. */
const alike = ({ slopes: [a, b] }: Facts) => Math.abs(Math.abs(a) - Math.abs(b)) <= 0.01;
const differ = ({ slopes: [a, b] }: Facts) => Math.abs(a) !== Math.abs(b);
const steeper = ({ slopes: [a, b] }: Facts) => (Math.abs(a) > Math.abs(b) ? 'x' : 'y');

/** Places with the steeper way along x and along y, on both surfaces. */
const elsewhere = [
  [2, 0.1],
  [0.1, 2],
  [2, -2],
] as const;

export const partialSlices = defineClaims<State, Facts>({
  facts,
  claims: {
    'At (#, #) the height is #': ({ facts, state, numbers }) =>
      [...state.at, facts.height].every((value, i) => at(numbers, i).is(value)),
    'along x, with y held at #, the slope is #, and along y, with x held at #, it is #.': ({
      facts: { slopes },
      state: {
        at: [x, y],
      },
      numbers,
    }) => [y, slopes[0], x, slopes[1]].every((value, i) => at(numbers, i).is(value)),
    'Along ⟨x|y⟩.': ({ facts, words }) => at(words, 0) === steeper(facts),
    'They are alike': ({ facts, guess, right }) =>
      alike(facts) && (guess === undefined || right === (guess === 'same')),
    'It is steeper along ⟨x|y⟩.': ({ facts, words, guess, right }) =>
      at(words, 0) === steeper(facts) && right === (guess === at(words, 0)),
    'Along x the slope is #, along y it is #.': ({ facts: { slopes }, numbers }) =>
      slopes.every((value, i) => at(numbers, i).is(value)),
    'The map shows it: the ground is steeper along the line that crosses the contour lines faster.': ({ facts }) =>
      !alike(facts) || facts.slopes[0] !== facts.slopes[1],
    'The map shows it: the contour lines are crossed as fast along the one line as along the other.': ({ facts }) =>
      alike(facts) && facts.slopes.some((slope) => slope !== 0),
    'The ground is level here along both lines, however steep it becomes further on.': ({ facts }) =>
      facts.slopes.every((slope) => slope === 0),
    'Which one that is depends on where you stand.': (of) =>
      differ(of.facts) && elsewhere.some((at) => steeper(facts({ ...of.state, at })) !== steeper(of.facts)),
    'Elsewhere one of the two can be steeper.': (of) =>
      alike(of.facts) && elsewhere.some((at) => !alike(facts({ ...of.state, at }))),
    'You stand at (#, #) on the map of ⟨[^.]*⟩. Along which of the two lines is the ground steeper here?': ({
      state,
      numbers,
      words,
    }) =>
      state.at.every((value, i) => at(numbers, i).is(value)) &&
      at(words, 0) === { bowl: 'x² + 3y²', mixed: 'x²y + sin y' }[state.f],
    'A map of ⟨.*⟩ with two straight ways through a point': () => true,
    'How the ground rises along the two ways': () => true,
  },
  also: [{ at: [0, 0] }, { at: [3, 1] }, { at: [1, 0], f: 'mixed' }, { at: [0, 0], f: 'mixed' }],
});
