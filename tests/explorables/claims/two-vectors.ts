import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

type Pair = readonly [number, number];

interface State {
  readonly a: Pair;
  readonly b: Pair;
}

function facts({ a, b }: State) {
  const [p, q] = [a[0] * b[0], a[1] * b[1]];
  const dot = Math.abs(p + q) < 1e-14 * (Math.abs(p) + Math.abs(q)) ? 0 : p + q;
  const turn = Math.abs(Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0])) * (180 / Math.PI);
  return { dot, angle: Math.min(turn, 360 - turn), hasNone: [a, b].some(([x, y]) => x === 0 && y === 0) };
}

type Facts = ReturnType<typeof facts>;

const dotAt = (a: Pair, degrees: number) => {
  const turned = (degrees * Math.PI) / 180;
  return a[0] * Math.cos(turned) + a[1] * Math.sin(turned);
};

export const twoVectors = defineClaims<State, Facts>({
  facts,
  isBeyondFloats: ({ a, b }) =>
    [...a, ...b].some((one) => one !== 0 && Math.abs(one) < 1e-100) ||
    Math.abs(facts({ a, b }).angle - 90) < 1e-9 !== (facts({ a, b }).dot === 0 && !facts({ a, b }).hasNone),
  claims: {
    'The arrow a is (#, #) and b is (#, #)': ({ state, numbers }) =>
      [...state.a, ...state.b].every((value, i) => at(numbers, i).is(value)),
    'their dot product is #': ({ facts, numbers }) => at(numbers, 0).is(facts.dot),
    'their dot product is #, and an arrow of length 0 has no direction, so there is no angle.': ({ facts, numbers }) =>
      facts.hasNone && at(numbers, 0).is(0),
    'their dot product is #, so they stand at a right angle.': ({ facts, numbers }) =>
      at(numbers, 0).is(0) && facts.dot === 0 && Math.abs(facts.angle - 90) < 1e-9,
    'it is positive, since they are less than 90° apart: #°.': ({ facts, numbers }) =>
      facts.dot > 0 && facts.angle < 90 && at(numbers, 0).is(facts.angle),
    'it is negative, since they are more than 90° apart: #°.': ({ facts, numbers }) =>
      facts.dot < 0 && facts.angle > 90 && at(numbers, 0).is(facts.angle),
    'a is (#, #). Turn b until its dot product with a is 0.': ({ state, numbers }) =>
      state.a.every((value, i) => at(numbers, i).is(value)),
    'In which direction does it point then?': () => true,
    'Your arrow is #° away from a right angle to a.': ({ state, numbers, guess, right }) => {
      const ahead = (Math.atan2(state.a[1], state.a[0]) * 180) / Math.PI;
      const turn = Math.abs(Number(guess) - ahead);
      const off = Math.abs(Math.min(turn, 360 - turn) - 90);
      return Math.abs(at(numbers, 0).value - off) <= 0.051 && (right === off <= 3 || Math.abs(off - 3) < 1e-9);
    },
    'At #° or at #°, at a right angle to a.': ({ state, numbers }) =>
      numbers.every(({ value }) => Math.abs(dotAt(state.a, value)) <= 0.001 * Math.hypot(...state.a)),
    'There the two products add up to #.': ({ state, numbers }) =>
      at(numbers, 0).value === 0 && Math.hypot(...state.a) > 0,
    'Nearer to a the dot product is positive, and further away from it negative.': ({ state }) => {
      const ahead = (Math.atan2(state.a[1], state.a[0]) * 180) / Math.PI;
      return (
        [10, 80, -80].every((off) => dotAt(state.a, ahead + off) > 0) &&
        [100, 180, -100].every((off) => dotAt(state.a, ahead + off) < 0)
      );
    },
    '⟨none|Two arrows from one place|The arrows by their components⟩': () => true,
  },
  also: [
    { a: [0, 0] },
    { b: [0, 0] },
    { a: [1, 2], b: [-2, 1] },
    { a: [0.3, 0.1], b: [0.1, -0.3] },
    { a: [1, 1], b: [-2, -2] },
    { a: [1, 1], b: [2, 2] },
  ],
});
