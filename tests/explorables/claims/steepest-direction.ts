import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly angle: number;
  readonly at: readonly [number, number];
  readonly f: 'bowl' | 'saddle';
}

/** The smallest floats are whole multiples of the smallest one, and so is what is computed of them. */
const grain = 4 * Number.MIN_VALUE;

function facts({ at: [x, y], f }: State) {
  const gradient = f === 'bowl' ? ([2 * x, 6 * y] as const) : ([2 * x, -2 * y] as const);
  const radians = (angle: number) => (angle * Math.PI) / 180;
  const rate = (angle: number) => gradient[0] * Math.cos(radians(angle)) + gradient[1] * Math.sin(radians(angle));
  const length = Math.hypot(...gradient);
  /** Shown to a tenth of a degree; no direction of a fine grid is steeper by more than the grid leaves room for. */
  const steepest = (angle: number) =>
    apart(angle, (Math.atan2(gradient[1], gradient[0]) * 180) / Math.PI) <= 0.051 &&
    Array.from({ length: 720 }, (_, i) => rate(i / 2)).every((one) => one <= rate(angle) + 1e-4 * length + grain);
  return { gradient, rate, length, steepest };
}

type Facts = ReturnType<typeof facts>;

/** A rate that is nothing beside the gradient is a float's noise. */
const shows = (shown: { value: number; is: (value: number) => boolean }, value: number, length: number) =>
  shown.is(value) || Math.abs(shown.value - value) <= 1e-13 * length;

/** By how many degrees two directions differ. */
const apart = (a: number, b: number) => Math.min((((a - b) % 360) + 360) % 360, (((b - a) % 360) + 360) % 360);

export const steepestDirection = defineClaims<State, Facts>({
  facts,
  claims: {
    'At (#, #) the gradient is (#, #), and in the direction of # degrees the ground rises at # per unit of distance': ({
      facts,
      state,
      numbers,
    }) =>
      [...state.at, ...facts.gradient, state.angle].every((value, i) => at(numbers, i).is(value)) &&
      shows(at(numbers, 5), facts.rate(state.angle), facts.length),
    'the steepest direction is at # degrees, where it rises at #.': ({ facts, numbers }) =>
      facts.steepest(at(numbers, 0).value) && at(numbers, 1).is(facts.length),
    'The gradient is zero here: in no direction does the ground rise or fall at first, and none is the steepest.': ({
      facts,
    }) => facts.length === 0,
    'At #°, where the gradient itself points: you climb at #.': ({ facts, numbers }) =>
      facts.steepest(at(numbers, 0).value) && at(numbers, 1).is(facts.length),
    'The rate is the length of the gradient times the cosine of the angle to it, and a cosine is largest at 0°.': () =>
      true,
    'Close to the peak it hardly changes, so the first degrees away cost almost nothing.': ({ facts }) => {
      const uphill = (Math.atan2(facts.gradient[1], facts.gradient[0]) * 180) / Math.PI;
      return [-4, 4].every((off) => facts.rate(uphill + off) > 0.997 * facts.length - 1e-300);
    },
    'At (#, #) on ⟨x² \\+ 3y²|x² − y²⟩ the gradient is (#, #). In the direction of #° you climb at #. Turn the arrow to where you climb fastest.':
      ({ facts, state, numbers }) =>
        [...state.at, ...facts.gradient, state.angle].every((value, i) => at(numbers, i).is(value)) &&
        shows(at(numbers, 5), facts.rate(state.angle), facts.length),
    'There you climb at #, and at most # is possible, #° away.': ({ facts, numbers, guess, right }) => {
      const off = apart(Number(guess), (Math.atan2(facts.gradient[1], facts.gradient[0]) * 180) / Math.PI);
      return (
        shows(at(numbers, 0), facts.rate(Number(guess)), facts.length) &&
        at(numbers, 1).is(facts.length) &&
        shows(at(numbers, 2), off, 1) &&
        (right === off <= 4 || Math.abs(off - 4) < 1e-9)
      );
    },
    'steepest #': ({ facts, numbers }) => at(numbers, 0).is(facts.length),
    '⟨none|your guess|The rate in eight directions|How fast the ground rises in each direction|A map of .* with a direction to walk in|rate, by the dot product⟩':
      () => true,
  },
  also: [{ at: [0, 0] }, { at: [0, 0], f: 'saddle' }, { at: [1, 0], angle: 90 }, { at: [0, 1], angle: 180 }],
});
