import { at } from '../../../src/core/at.ts';
import { contourWalk as explorable } from '../../../src/explorables/contour-walk.ts';
import { showNumber } from '../../../src/explorables/format/show-number.ts';
import { defineClaims, type ShownNumber } from './claim.ts';

type Place = readonly [number, number];

interface State {
  readonly from: Place;
  readonly to: Place;
  readonly f: string;
}

/** By heights at many places of the way, and by slopes that are measured. */
function facts({ from, to, f }: State) {
  const of = ([x, y]: Place) => (f === 'bowl' ? x * x + 3 * y * y : (x - y) * (x + y));
  const on = (part: number): Place => [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const height = (part: number) => of(on(part));
  // The difference quotient of a square is exact in its middle, up to rounding.
  const slope = (part: number) => {
    const raw = (height(part + 0.5) - height(part - 0.5)) / length;
    const size = (Math.abs(height(part + 0.5)) + Math.abs(height(part - 0.5)) + Math.abs(height(part))) / length;
    return Math.abs(raw) <= 1e-13 * Math.max(size, 1) ? 0 : raw;
  };
  return { from, to, length, height, start: height(0), end: height(1), slopes: [slope(0), slope(1)] as const };
}

type Facts = ReturnType<typeof facts>;

const courses: Readonly<Record<string, string>> = {
  up: 'up all the way',
  down: 'down all the way',
  dip: 'down, then up',
  hill: 'up, then down',
  level: 'level all the way',
};

function courseOf({ slopes: [start, end] }: Facts): string {
  const [first, last] = [Math.sign(start), Math.sign(end)];
  if (first * last < 0) return first < 0 ? 'dip' : 'hill';
  return ['down', 'level', 'up'][Math.sign(first + last) + 1] ?? '';
}

const near = (value: number, shown: ShownNumber) => [0, 1e-12, -1e-12].some((off) => shown.is(value + off));
const named = '⟨up all the way|down all the way|down, then up|up, then down|level all the way⟩';
const slopesHold = ({ facts, numbers }: { facts: Facts; numbers: readonly ShownNumber[] }) =>
  facts.slopes.every((slope, i) => near(slope, at(numbers, i)));
const isCourse =
  (...courses: readonly string[]) =>
  ({ facts }: { facts: Facts }) =>
    courses.includes(courseOf(facts));

/** How many lines of the map are crossed upwards, and how many downwards, by the heights at many places. */
function crossed({ facts, state }: { facts: Facts; state: State }): [up: number, down: number] {
  const gap = state.f === 'bowl' ? 3 : 1;
  const counts: [number, number] = [0, 0];
  // A height that is touched is one of the lines, but for rounding.
  const lineAt = (i: number) => Number((facts.height(i / 2000) / gap).toFixed(9));
  for (let i = 0; i < 2000; i++) {
    const [from, to] = [lineAt(i), lineAt(i + 1)];
    counts[to > from ? 0 : 1] += Math.floor(Math.max(from, to)) - Math.floor(Math.min(from, to));
  }
  return counts;
}

export const contourWalk = defineClaims<State, Facts>({
  facts,
  isBeyondFloats: (state) => {
    const { length, slopes } = facts(state);
    const isTiny = (value: number) => value !== 0 && Math.abs(value) < 1e-6;
    return isTiny(length) || [...state.from, ...state.to, ...slopes].some(isTiny);
  },
  claims: {
    'The way from A at (#, #) to B at (#, #) begins at the height # and ends at #': ({ facts, numbers }) =>
      [...facts.from, ...facts.to, facts.start, facts.end].every((value, i) => near(value, at(numbers, i))),
    'A and B are too close together for a slope.': ({ facts }) => facts.length < 1e-9,
    [`it goes ${named}:`]: ({ facts, words }) => at(words, 0) === courses[courseOf(facts)],
    'its slope is # at A and # at B': slopesHold,
    'Walk straight from A to B, and read the heights from the lines that you cross. How does the ground go?': () =>
      true,
    [`It goes ${named}:`]: ({ facts, words }) => at(words, 0) === courses[courseOf(facts)],
    [`It goes ${named}.`]: ({ facts, words, guess, right }) =>
      at(words, 0) === courses[courseOf(facts)] && right === (guess === courseOf(facts)),
    'Each line that it crosses is higher than the one before.': (of) => isCourse('up')(of) && crossed(of)[0] > 1,
    'Each line that it crosses is lower than the one before.': (of) => isCourse('down')(of) && crossed(of)[1] > 1,
    'It crosses lines down to a height that it only touches, and from there lines up again.': (of) =>
      isCourse('dip')(of) && crossed(of).every((lines) => lines > 0),
    'It crosses lines up to a height that it only touches, and from there lines down again.': (of) =>
      isCourse('hill')(of) && crossed(of).every((lines) => lines > 0),
    'It follows a line of one height.': isCourse('level'),
    '⟨up all the way|down all the way|down, then up|up, then down|level all the way⟩': () => true,
    'A map of ⟨x² \\+ 3y²|x² − y²⟩ with a straight way from A to B': () => true,
    'The table has the heights at five places of it.': ({ facts, state }) => {
      const { ledger } = explorable.scene({ ...state });
      const shown = Array.from({ length: ledger?.length ?? 0 }, (_, i) => String(ledger?.row(i).at(-1)));
      // Of a height that is 0, rounding leaves less.
      const isHeight = (text: string, i: number) => {
        const height = facts.height(i / 4);
        const near = Math.abs(height) < 1e-13 ? [0] : [height, height + 1e-12, height - 1e-12];
        return near.some((one) => showNumber(one, 2) === text);
      };
      return shown.length === 5 && shown.every(isHeight);
    },
    '⟨none|The heights along the way|The heights at five places of the way⟩': () => true,
  },
  also: [
    { from: [1, 1], to: [1, 1] },
    { from: [-2, -2], to: [2, 2], f: 'saddle' },
    { from: [-2, 1], to: [2, 1], f: 'saddle' },
    { from: [1, -2], to: [1, 2], f: 'saddle' },
    { from: [0, 0], to: [2, 1] },
    { from: [2, 1], to: [0, 0] },
    { from: [-1, 1], to: [1, 1] },
    { from: [-0.6, 0.1], to: [0.6, 0.1] },
    { from: [2, 1], to: [2.1, 1] },
    { from: [-1.2, 0], to: [0.2, 0], f: 'saddle' },
    // It touches the height 3, and crosses no line.
    { from: [-1.6, -1], to: [0.3, -1] },
  ],
});
