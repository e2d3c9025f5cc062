import { at, last } from '../../../src/core/at.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly offset: number;
  readonly ridge: boolean;
  readonly rate: number;
}

const most = 1000;

function facts({ offset, ridge, rate }: State) {
  const y0 = ridge ? 0 : Number.isInteger(offset) ? Number(`1e${offset}`) : 10 ** offset;
  const path: (readonly [number, number])[] = [[1, y0]];
  while (path.length <= most + 1) {
    const [x, y] = last(path);
    if (x === 0 && y === 0) break;
    path.push([x - rate * (2 * x), y - rate * (-2 * y)]);
    if (!path.at(-1)?.every(Number.isFinite)) break;
  }
  const leaves = path.findIndex(([, y]) => Math.abs(y) > 1);
  return { y0, path, leaves: leaves < 0 ? undefined : leaves, factors: [1 - 2 * rate, 1 + 2 * rate] as const };
}

type Facts = ReturnType<typeof facts>;

/** Whether a number is right in the digits in which it is shown. */
const about = (shown: { value: number; unit: number }, value: number) =>
  Math.abs(shown.value - value) <= shown.unit + 1e-9 * Math.abs(value);
const noise = (shown: { value: number }, value: number) => Math.abs(shown.value - value) < 1e-11;
const out = ({ path, leaves = Number.POSITIVE_INFINITY }: Facts) =>
  path.slice(0, most + 1).every(([, y], step) => Math.abs(y) > 1 === step >= leaves || !Number.isFinite(y));

export const saddle = defineClaims<State, Facts>({
  facts,
  claims: {
    'After # ⟨step|steps⟩ the walk is at x = # and y = #, and the gradient has the length #': ({
      facts,
      step,
      numbers,
    }) => {
      const [x, y] = at(facts.path, step);
      return (
        at(numbers, 0).value === step &&
        about(at(numbers, 1), x) &&
        about(at(numbers, 2), y) &&
        about(at(numbers, 3), 2 * Math.hypot(x, y))
      );
    },
    'it is more than 1 away from the ridge from step # on.': ({ facts, numbers }) =>
      at(numbers, 0).value === facts.leaves && out(facts),
    'it never leaves the ridge.': ({ facts }) => facts.path.every(([, y]) => y === 0),
    'it has not left within # steps.': ({ facts, numbers }) =>
      facts.leaves === undefined && at(numbers, 0).value === most && facts.y0 !== 0,
    'step #': ({ facts, numbers, step }) => at(numbers, 0).value === facts.leaves || at(numbers, 0).value === step,
    never: ({ facts }) => facts.path.every(([, y]) => y === 0),
    'not within #': ({ facts, numbers }) =>
      facts.leaves === undefined && at(numbers, 0).value === most && facts.y0 !== 0,
    'With a rate of 1 or more the factor along x is #, at least 1 in size: the walk does not approach the saddle.': ({
      facts,
      numbers,
    }) =>
      noise(at(numbers, 0), facts.factors[0]) &&
      facts.factors[0] <= -1 &&
      facts.path.every(([x, y]) => !(Math.hypot(x, y) < 1)),
    'The gradient is exactly 0 here: the walk rests on the saddle for good.': ({ facts, step }) =>
      at(facts.path, step).every((one) => one === 0),
    'The offset is exactly 0, and 0 times # is 0: this walk comes ever nearer to the saddle and never leaves the ridge.':
      ({ facts, numbers }) =>
        noise(at(numbers, 0), facts.factors[1]) &&
        facts.path.every(([x, y], i) => y === 0 && (i === 0 || Math.abs(x) < Math.abs(at(facts.path, i - 1)[0]))),
    'The walk has left, and falls: this surface has no bottom.': ({ facts, step }) => {
      const [[x, y], [nx, ny]] = [at(facts.path, step), at(facts.path, Math.min(step + 1, facts.path.length - 1))];
      return Math.abs(y) > 1 && nx * nx - ny * ny < x * x - y * y;
    },
    'At step #.': ({ facts, numbers }) => at(numbers, 0).value === facts.leaves,
    'In powers of ten the offset is a straight line: every step multiplies it by #': ({ facts, numbers }) =>
      noise(at(numbers, 0), facts.factors[1]) &&
      facts.path.every(([, y], i) => i === 0 || Math.abs(y / at(facts.path, i - 1)[1] / facts.factors[1] - 1) < 1e-9),
    'from the first one on, while all that can be seen is x getting smaller.': ({ facts }) =>
      facts.path.slice(1, 31).every(([x], i) => Math.abs(x) < Math.abs(at(facts.path, i)[0])),
    'It has to grow # times, and the first power of # above that is the one of step #.': ({ facts, numbers }) => {
      const { leaves = Number.NaN, factors, y0 } = facts;
      return (
        about(at(numbers, 0), 1 / y0) &&
        noise(at(numbers, 1), factors[1]) &&
        at(numbers, 2).value === leaves &&
        factors[1] ** leaves > (1 - 1e-9) / y0 &&
        factors[1] ** (leaves - 1) <= (1 + 1e-9) / y0
      );
    },
    'A short gradient was no proof of a minimum.': ({ facts }) => facts.leaves !== undefined,
    'After # steps the gradient is only # long, and the walk seems to have arrived. Its offset in y was # at the start and grows by #% with every step. At which step is it more than 1 away from the ridge?':
      ({ facts, state, numbers }) => {
        const [x, y] = at(facts.path, at(numbers, 0).value);
        return (
          about(at(numbers, 1), 2 * Math.hypot(x, y)) &&
          2 * Math.hypot(x, y) <= 0.1 &&
          about(at(numbers, 2), facts.y0) &&
          noise(at(numbers, 3), 200 * state.rate)
        );
      },
    'You said step #; it is step #.': ({ facts, numbers, guess, right }) =>
      at(numbers, 0).value === guess &&
      at(numbers, 1).value === facts.leaves &&
      right === Math.abs(Number(guess) - (facts.leaves ?? Number.NaN)) <= 8,
    '⟨leaves at|along the ridge|The walk from above, near the saddle of x² − y²|Distances from the saddle and length of the gradient, step by step|offset .y. from the ridge|step \\d+ ↑|higher|lower⟩':
      () => true,
  },
  also: [
    { ridge: true },
    { ridge: true, rate: 0.5 },
    { ridge: true, rate: 1 },
    { rate: 1.2 },
    { rate: 0.02, offset: -12 },
    { rate: 0.5, offset: -12 },
    { rate: 0.3 },
    { offset: -1 },
  ],
});
