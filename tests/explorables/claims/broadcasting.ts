import { at } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly rows: number;
  readonly columns: number;
  readonly b: 'three' | 'four' | 'row' | 'column';
  readonly axis: 'first' | 'second' | 'all';
}

const shapesOfB = { three: '(3,)', four: '(4,)', row: '(1, 3)', column: '(4, 1)' } as const;
const sizesOfB = { three: [1, 3], four: [1, 4], row: [1, 3], column: [4, 1] } as const;

/** Written for two places, each on its own: the larger size if the other is 1 or the same. */
function facts({ rows, columns, b, axis }: State) {
  const a = [Math.round(rows), Math.round(columns)];
  const pairs = a.map((size, place) => [size, at(sizesOfB[b], place)] as const);
  const fits = pairs.every(([m, n]) => m === n || Math.min(m, n) === 1);
  const sum = pairs.map(([m, n]) => Math.max(m, n));
  const left = axis === 'all' ? 'one number' : `(${axis === 'first' ? sum[1] : sum[0]},)`;
  return { a: `(${a.join(', ')})`, b: shapesOfB[b], fits, sum: `(${sum.join(', ')})`, left, pairs };
}

type Facts = ReturnType<typeof facts>;

const shape = '⟨\\(\\d,(?: \\d)?\\)⟩';
/** Two sizes that meet, in the last place or in the one before. */
const clashes = ({ pairs }: Facts, numbers: readonly { value: number }[]) =>
  pairs.some(([m, n]) => m === numbers[0]?.value && n === numbers[1]?.value && m !== n && Math.min(m, n) > 1);

export const broadcasting = defineClaims<State, Facts>({
  facts,
  claims: {
    [`The shape of a is ${shape}, and the shape of b is ${shape}`]: ({ facts, words }) =>
      words[0] === facts.a && words[1] === facts.b,
    'they do not fit: # meets #, and neither is 1.': ({ facts, numbers }) => !facts.fits && clashes(facts, numbers),
    [`a + b has the shape ${shape}, and the mean along axis # has the shape ${shape}.`]: ({
      facts,
      state,
      words,
      numbers,
    }) =>
      facts.fits &&
      words[0] === facts.sum &&
      words[1] === facts.left &&
      numbers[0]?.value === (state.axis === 'first' ? 0 : 1),
    [`a + b has the shape ${shape}, and the mean of all its elements is one number.`]: ({ facts, state, words }) =>
      facts.fits && words[0] === facts.sum && state.axis === 'all',
    [`a has the shape ${shape}, b has the shape ${shape}. Which shape does a + b have?`]: ({ facts, words }) =>
      words[0] === facts.a && words[1] === facts.b,
    [`It is ${shape}.`]: ({ facts, words, guess, right }) =>
      facts.fits && words[0] === facts.sum && (guess === undefined || right === (guess === facts.sum)),
    'The shapes do not fit.': ({ facts, guess, right }) => !facts.fits && right === (guess === 'error'),
    'There is an error. From the right, # meets #, and neither is 1.': ({ facts, numbers }) =>
      !facts.fits && clashes(facts, numbers),
    'From the right: ⟨[^;]+⟩; then ⟨[^.]+⟩.': ({ facts, state, words }) =>
      facts.fits &&
      [1, 0].every((place, i) => {
        const [m, n] = at(facts.pairs, place);
        const isGap = place === 0 && (state.b === 'three' || state.b === 'four');
        const said = isGap
          ? `a gap, which counts as 1${m > 1 ? ' and is stretched' : ''}`
          : m === n
            ? `${n}`
            : `${n}, and the 1 is stretched`;
        return words[i] === `${m} meets ${said}`;
      }),
    '⟨none|one number|an error|last|before it|missing|The two places of the shapes, from the right⟩': () => true,
    'Two arrays, and their sum if their shapes fit': () => true,
  },
  also: [
    { rows: 3, columns: 3, b: 'four' },
    { rows: 4, columns: 3, b: 'three', axis: 'second' },
    { rows: 1, columns: 1, b: 'column', axis: 'all' },
    { rows: 4, columns: 4, b: 'row' },
    { rows: 2, columns: 1, b: 'column' },
  ],
});
