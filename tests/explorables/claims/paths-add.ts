import { at } from '../../../src/core/at.ts';
import { defineClaims, type ShownNumber } from './claim.ts';

interface State {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly nudge: number;
}

/** By the output at both ends of the nudge, factored: x (y + k). */
function facts({ x, y, k, nudge }: State) {
  const raw = y + k;
  const rate = Math.abs(raw) < 1e-13 * (Math.abs(y) + Math.abs(k)) ? 0 : raw;
  return { rate, moved: (x + nudge) * rate - x * rate };
}

type Facts = ReturnType<typeof facts>;

/** By the signs: two rates of one sign help each other. */
function sizeOf(rate: number, { y, k }: State): string {
  if (y === 0 || k === 0) return 'as much as one of them alone';
  if (y * k > 0) return 'larger in size than either';
  const isAsMuch = Math.abs(rate) === Math.max(Math.abs(y), Math.abs(k));
  if (isAsMuch) return 'as much as one of them alone';
  // Against each other, they leave less than the smaller one if the larger is less than twice as large.
  const isLess = Math.max(Math.abs(y), Math.abs(k)) < 2 * Math.min(Math.abs(y), Math.abs(k));
  return isLess ? 'smaller in size than either' : 'smaller in size than one of them';
}

const near = (value: number, shown: ShownNumber) => [0, 1e-13, -1e-13].some((off) => shown.is(value + off));

export const pathsAdd = defineClaims<State, Facts>({
  facts,
  // Of two inputs that almost cancel, or are next to nothing, a float keeps few digits.
  isBeyondFloats: ({ x, y, k, nudge }) =>
    [x, y, k, x + nudge, y + k].some((value) => value !== 0 && Math.abs(value) < 1e-9),
  claims: {
    'Through x · y the rate is #, and through k · x it is #': ({ state, numbers }) =>
      at(numbers, 0).is(state.y) && at(numbers, 1).is(state.k),
    'they add up to #, ⟨as much as one of them alone|larger in size than either|smaller in size than either|smaller in size than one of them⟩, so a nudge of x by # moves the output by #.':
      ({ facts, state, numbers, words }) =>
        at(words, 0) === sizeOf(facts.rate, state) &&
        [facts.rate, state.nudge, facts.moved].every((value, i) => near(value, at(numbers, i))),
    'Along one path the rates are # and 1, along the other # and 1. If x is nudged, how many times as far does the output move?':
      ({ state, numbers }) => at(numbers, 0).is(state.y) && at(numbers, 1).is(state.k),
    'You said #; it is #.': ({ facts, guess, right, numbers }) => {
      const off = Math.abs(Number(guess) - facts.rate);
      return (
        near(Number(guess), at(numbers, 0)) &&
        near(facts.rate, at(numbers, 1)) &&
        (right === off <= 0.15 || Math.abs(off - 0.15) < 1e-9)
      );
    },
    '# times as far.': ({ facts, numbers }) => near(facts.rate, at(numbers, 0)) && facts.rate !== 0 && facts.rate !== 1,
    'Just as far.': ({ facts }) => facts.rate === 1,
    'It does not move.': ({ facts }) => facts.rate === 0,
    'Along each path the rates multiply, and where the paths meet they add up, since a nudge of x takes both paths.':
      () => true,
    '# and # together are #.': ({ facts, state, numbers }) =>
      [state.y, state.k, facts.rate].every((value, i) => near(value, at(numbers, i))),
    '⟨times as far|the output moves by⟩': () => true,
    'The values before and after the nudge': () => true,
  },
  also: [{ y: 1, k: -1 }, { y: 0, k: 0 }, { y: 0, k: 1 }, { x: -1, nudge: 1 }, { x: 0 }, { y: -3, k: 2 }],
});
