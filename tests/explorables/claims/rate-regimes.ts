import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly rate: number;
  readonly curvature: number;
}

const steps = 21;
const words = {
  'comes nearer from one side': 'monotone',
  'is at the bottom in one step': 'one step',
  'zig-zags across the bottom and comes nearer at every step': 'zig-zag',
  'jumps to and fro for ever': 'cycle',
  'jumps further out at every step and diverges': 'diverge',
} as const;
const doing = `⟨${Object.keys(words).join('|')}⟩`;

/** The regime of a walk, by its steps alone. */
function seen(x: readonly number[]): (typeof words)[keyof typeof words] {
  if (x.slice(1).every((one) => Math.abs(one) <= 4 * 2 ** -50)) return 'one step';
  const moving = x.filter((one) => one !== 0);
  const pairs = moving.slice(1).map((one, i) => [at(moving, i), one] as const);
  if (pairs.every(([a, b]) => b === -a)) return 'cycle';
  if (pairs.every(([a, b]) => Math.abs(b) > Math.abs(a))) return 'diverge';
  return pairs.every(([a, b]) => a * b > 0) ? 'monotone' : 'zig-zag';
}

function walk(rate: number, curvature: number): number[] {
  const x = [4];
  for (let i = 0; i < steps; i++) x.push(at(x, i) - rate * (curvature * at(x, i)));
  return x;
}

function facts({ rate, curvature }: State) {
  const x = walk(rate, curvature);
  const nearer = x.every((one, i) => i === 0 || Math.abs(one) < Math.abs(at(x, i - 1)) || one === 0);
  const sides = x.every((one, i) => i === 0 || one * at(x, i - 1) <= 0);
  return { x, does: seen(x), nearer, sides, factor: 1 - rate * curvature };
}

type Facts = ReturnType<typeof facts>;

/** A factor is shown without a float's noise. */
const shows = (shown: { value: number; is: (value: number) => boolean }, factor: number) =>
  shown.is(factor) || Math.abs(shown.value - factor) < 1e-11;

function holds({ does, nearer, sides }: Facts, text: string): boolean {
  const regime = words[text as keyof typeof words];
  if (regime !== does) return false;
  return regime === 'monotone' ? nearer : regime !== 'zig-zag' || (nearer && sides);
}

/** Whether a factor lies so near a border that the difference is taken for a float's noise, since it is nothing beside 1. */
function isNoiseFromBorder({ rate, curvature }: State): boolean {
  return [0, -1].some((border) => {
    const off = Math.abs(1 - rate * curvature - border);
    return off !== 0 && off < 1e-12;
  });
}

export const rateRegimes = defineClaims<State, Facts>({
  facts,
  isBeyondFloats: isNoiseFromBorder,
  claims: {
    'With the learning rate # and the curvature # each step multiplies the offset from the bottom by #; after # ⟨step|steps⟩ it is #':
      ({ facts, state, step, numbers }) =>
        at(numbers, 0).value === state.rate &&
        at(numbers, 1).value === state.curvature &&
        shows(at(numbers, 2), facts.factor) &&
        at(numbers, 3).value === step &&
        shows(at(numbers, 4), at(facts.x, step)),
    [`the walk ${doing}.`]: ({ facts, words: [text = ''] }) => holds(facts, text),
    [`With the rate # the factor is #, and the walk ${doing}.`]: ({
      state,
      numbers,
      words: [text = ''],
      guess,
      right,
    }) => {
      if (at(numbers, 0).value !== guess) return false;
      const there = { ...state, rate: Number(guess) };
      const guessed = facts(there);
      if (isNoiseFromBorder(there)) return shows(at(numbers, 1), guessed.factor);
      return shows(at(numbers, 1), guessed.factor) && holds(guessed, text) && right === (guessed.does === 'zig-zag');
    },
    'The factor is below −1, so this walk never arrives: after # ⟨step|steps⟩ its offset is #, and the next step takes it to #.':
      ({ facts, step, numbers }) =>
        at(numbers, 0).value === step &&
        facts.factor < -1 &&
        facts.does === 'diverge' &&
        at(numbers, 1).is(at(facts.x, step)) &&
        at(numbers, 2).is(at(facts.x, step + 1)),
    'Any rate between ⟨\\S+⟩ and ⟨\\S+⟩.': ({ state, words: [one = '', two = ''] }) =>
      [one, two].every((text, i) => Math.abs(quotient(text) * state.curvature - (i + 1)) < 1e-9) &&
      [1.01, 1.5, 1.99].every((product) => facts({ ...state, rate: product / state.curvature }).does === 'zig-zag'),
    'There, rate times curvature is between 1 and 2, and the factor is between 0 and −1. A negative factor changes sides at every step; a factor smaller than 1 in size leaves less of the offset each time.':
      () => true,
    'At ⟨\\S+⟩ the size is 1 and the walk jumps to and fro for ever; above it, the walk diverges.': ({
      state,
      words: [two = ''],
    }) =>
      Math.abs(quotient(two) * state.curvature - 2) < 1e-9 &&
      facts({ ...state, rate: 2.01 / state.curvature }).does === 'diverge',
    'This parabola has the curvature #. Which learning rate makes the walk zig-zag across the bottom, and yet arrive?':
      ({ state, numbers }) => at(numbers, 0).value === state.curvature,
    'The ⟨factor against the learning rate, with what the walk does|offset from the bottom, step by step|walk, step by step⟩':
      () => true,
    '⟨after the next step|step \\d+ ↑|step \\d+ ↓⟩': () => true,
    'factor # →': ({ facts, numbers }) => at(numbers, 0).is(facts.factor),
  },
  also: [
    { rate: 0.5 },
    { rate: 1 },
    { rate: 1.5 },
    { rate: 2, curvature: 0.5 },
    { rate: 2, curvature: 1 },
    { rate: 3, curvature: 10 },
    { rate: 0.2, curvature: 10 },
    { rate: 0.4, curvature: 5 },
    { curvature: 3.5 },
  ],
});

function quotient(text: string): number {
  const [a = '', b = '1'] = text.split('/');
  return Number(a) / Number(b);
}
