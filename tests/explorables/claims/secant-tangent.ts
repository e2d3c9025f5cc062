import { at, last } from '../../../src/core/at.ts';
import { behaviors, type Side } from '../secant-tangent/behaviors.ts';
import { type Case, defineClaims } from './claim.ts';

interface State {
  readonly f: string;
  readonly x: number;
  readonly h: number;
}

const steps = 40;

/** The nudge becomes ten times smaller in ten steps, and is told by three digits between. */
const nudge = (h: number, step: number) =>
  step % 10 === 0 ? Number(`${h}e-${step / 10}`) : Number((h * 10 ** (-step / 10)).toPrecision(3));

function facts({ f, x, h }: State) {
  const behavior = behaviors[f];
  if (behavior === undefined) throw new Error(`What ${f} does is not written down in behaviors.ts.`);
  const { value } = behavior;
  const quotient = (by: number) => (value(x + by) - value(x)) / by;
  const nudges = Array.from({ length: steps + 1 }, (_, step) => nudge(h, step));
  return {
    ...behavior.at(x),
    value,
    y: value(x),
    nudges,
    quotient,
    off: (slope: number) => nudges.map((one) => quotient(one) - slope),
  };
}

type Facts = ReturnType<typeof facts>;

/** A quotient loses to rounding what its nudge is smaller than 1. */
function shows(
  shown: { value: number; unit: number; is: (value: number) => boolean },
  { y, value }: Facts,
  x: number,
  by: number,
): boolean {
  const quotient = (value(x + by) - y) / by;
  if (!Number.isFinite(quotient)) return shown.is(quotient);
  return (
    Math.abs(shown.value - quotient) <=
    shown.unit / 2 +
      (1e-14 * (Math.abs(y) + Math.abs(value(x + by)) + Math.abs(x * quotient))) / Math.abs(by) +
      1e-9 * Math.abs(quotient)
  );
}

const sameSide = (side: Side, text: string, name: string, on: number | undefined) => {
  if (text === `there is no value to the ${name}`) return side === 'no value';
  if (text === `from the ${name} the slopes grow without bound`) return side === 'up';
  if (text === `from the ${name} the slopes fall without bound`) return side === 'down';
  return typeof side === 'number' && on !== undefined && Math.abs(side - on) <= 0.01 * (1 + Math.abs(side));
};

const slopeIs = (shown: { value: number; unit: number }, slope: number | undefined) =>
  slope !== undefined && Math.abs(shown.value - slope) <= shown.unit / 2 + 1e-6 * Math.abs(slope);

const side = (name: string) =>
  [
    `there is no value to the ${name}`,
    `from the ${name} the slopes grow without bound`,
    `from the ${name} the slopes fall without bound`,
    `from the ${name} the slopes that are measured do not tell`,
  ].join('|');

/** Whether the first number is the point. */
const isHere = ({ state, numbers }: Case<State, Facts>) => at(numbers, 0).is(state.x);

export const secantTangent = defineClaims<State, Facts>({
  facts,
  // The slope of 1/x, or the distance to a corner, is too large or too small for one.
  isBeyondFloats: ({ x }) => x !== 0 && Math.abs(x) < 1e-100,
  claims: {
    'At x = # the line through both points has the slope # with a nudge of #': (of) =>
      isHere(of) &&
      shows(at(of.numbers, 1), of.facts, of.state.x, at(of.facts.nudges, of.step)) &&
      at(of.numbers, 2).is(at(of.facts.nudges, of.step)),
    'At x = # the line through both points has no slope with a nudge of #': (of) =>
      isHere(of) &&
      !Number.isFinite(of.facts.quotient(at(of.facts.nudges, of.step))) &&
      at(of.numbers, 1).is(at(of.facts.nudges, of.step)),
    'it has the slope # with a nudge of #': ({ facts, state, step, numbers }) =>
      shows(at(numbers, 0), facts, state.x, -at(facts.nudges, step)) && at(numbers, 1).is(-at(facts.nudges, step)),
    'it has no slope with a nudge of #': ({ facts, step, numbers }) =>
      !Number.isFinite(facts.quotient(-at(facts.nudges, step))) && at(numbers, 0).is(-at(facts.nudges, step)),
    'the tangent has the slope #.': ({ facts, numbers }) => slopeIs(at(numbers, 0), facts.slope),
    'the curve has no slope there.': ({ facts }) => facts.slope === undefined,
    'whether the curve has a slope there, these nudges do not tell.': ({ facts }) => facts.isHard === true,
    'The nudges that are tried here do not tell whether the curve has a slope at x = #.': (of) =>
      isHere(of) && of.facts.isHard === true,
    'The formula has no value at x = #.': (of) => isHere(of) && !Number.isFinite(of.facts.y),
    'The rules give no number at x = #, but from both sides the slopes settle on #: that is the slope of the tangent.':
      (of) => isHere(of) && slopeIs(at(of.numbers, 1), of.facts.slope),
    'There is no tangent at x = #: from the left the slopes settle near #, from the right near #.': (of) =>
      isHere(of) &&
      of.facts.left !== of.facts.right &&
      sameSide(of.facts.left, '', 'left', at(of.numbers, 1).value) &&
      sameSide(of.facts.right, '', 'right', at(of.numbers, 2).value),
    'At x = # the curve is a single point: it has no slope there.': (of) =>
      isHere(of) && of.facts.left === 'no value' && of.facts.right === 'no value',
    [`The curve has no slope at x = #: ⟨${side('left')}⟩; ⟨${side('right')}⟩.`]: (of) =>
      isHere(of) &&
      of.facts.slope === undefined &&
      sameSide(of.facts.left, at(of.words, 0), 'left', undefined) &&
      sameSide(of.facts.right, at(of.words, 1), 'right', undefined),
    [`The curve has no slope at x = #: from the left the slopes settle near #; ⟨${side('right')}⟩.`]: (of) =>
      isHere(of) &&
      of.facts.slope === undefined &&
      sameSide(of.facts.left, '', 'left', at(of.numbers, 1).value) &&
      sameSide(of.facts.right, at(of.words, 0), 'right', undefined),
    [`The curve has no slope at x = #: ⟨${side('left')}⟩; from the right the slopes settle near #.`]: (of) =>
      isHere(of) &&
      of.facts.slope === undefined &&
      sameSide(of.facts.left, at(of.words, 0), 'left', undefined) &&
      sameSide(of.facts.right, '', 'right', at(of.numbers, 1).value),
    'With a nudge of # the line has the slope #. On which slope does it settle as the nudge shrinks towards 0? Turn the line.':
      ({ facts, state, numbers }) =>
        facts.slope !== undefined &&
        at(numbers, 0).is(state.h) &&
        shows(at(numbers, 1), facts, state.x, at(facts.nudges, 0)),
    'You turned it to #; it settles on #.': ({ facts, numbers, guess, right }) => {
      const off = Math.abs(Number(guess) - (facts.slope ?? Number.NaN));
      return (
        at(numbers, 0).is(Number(guess)) &&
        slopeIs(at(numbers, 1), facts.slope) &&
        (right === off <= 0.1 || Math.abs(off - 0.1) < 1e-9)
      );
    },
    'On #.': ({ facts, numbers }) => slopeIs(at(numbers, 0), facts.slope),
    'From here to the second point the curve is straight, so every one of these lines has the same slope: each is the tangent, and its slope is the derivative.':
      ({ facts: { value, y, quotient, nudges }, state }) => {
        const h = at(nudges, 0);
        return Array.from({ length: 20 }, (_, i) => ((i + 1) * h) / 20).every(
          (by) => Math.abs(value(state.x + by) - y - by * quotient(h)) <= 1e-9 * (1 + Math.abs(y)),
        );
      },
    'To the right of the point the curve lies ⟨above|below⟩ its tangent, so the line has too ⟨large|small⟩ a slope. The nearer the second point comes, the less the line is off.':
      ({ facts, state, words }) => {
        const slope = facts.slope ?? Number.NaN;
        const off = facts.off(slope).slice(0, 30);
        const above = Array.from({ length: 50 }, (_, i) => ((i + 1) * state.h) / 50).map(
          (by) => facts.value(state.x + by) - facts.y - slope * by,
        );
        const sign = at(words, 0) === 'above' ? 1 : -1;
        return (
          above.every((one) => one * sign > -1e-12 * (1 + Math.abs(facts.y))) &&
          off.every((one, i) => i === 0 || Math.abs(one) <= Math.abs(at(off, i - 1)) * (1 + 1e-9) + 1e-12)
        );
      },
    'Something else happens between here and the second point, so it has to come nearer still to show it.': ({
      facts,
    }) => {
      const off = facts.off(facts.slope ?? Number.NaN).map(Math.abs);
      return at(off, 30) > 1e-3;
    },
    'The nearer the second point comes in the end, the less the line is off.': ({ facts }) => {
      const off = facts.off(facts.slope ?? Number.NaN).map(Math.abs);
      return at(off, 30) <= Math.max(at(off, 20), 1e-6 * (1 + Math.abs(last(off))));
    },
    'Press Play and watch the line turn: that is the tangent, and its slope is the derivative.': ({ facts }) =>
      facts.slope !== undefined,
    none: () => true,
    '⟨slope, by the rules|The curve of .*, and a line through two of its points|The slope as the nudge shrinks⟩': () =>
      true,
    '⟨line|tangent⟩ #': ({ facts, words, numbers }) => at(words, 0) === 'line' || slopeIs(at(numbers, 0), facts.slope),
  },
  also: Object.entries(behaviors).flatMap(([f, { points = [0] }]) => points.map((x) => ({ f, x }))),
});
