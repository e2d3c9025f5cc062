import { at, last } from '../../../src/core/at.ts';
import { regressionData } from '../../../src/figures/parts/regression-data.ts';
import { defineClaims } from './claim.ts';

type Point = readonly [number, number];

interface State {
  readonly data: 'three' | 'project';
  readonly points: readonly Point[];
  readonly line: Point;
  readonly rate: number;
}

const most = 200;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The line with the least loss, by the means; none where the points stand above one another. */
function bestOf(points: readonly Point[]): Point | undefined {
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const m = mean(points.map(([x, y]) => (x - mx) * (y - my))) / mean(points.map(([x]) => (x - mx) ** 2));
  return Number.isFinite(m) ? [m, my - m * mx] : undefined;
}

const lossOf = (points: readonly Point[], [m, b]: Point) => mean(points.map(([x, y]) => (m * x + b - y) ** 2));
const slopesOf = (points: readonly Point[], [m, b]: Point): Point => [
  2 * mean(points.map(([x, y]) => (m * x + b - y) * x)),
  2 * mean(points.map(([x, y]) => m * x + b - y)),
];

/** The same with the third point moved by three. */
function movedThird(points: readonly Point[]) {
  const [a, b, [x, y]] = points as [Point, Point, Point];
  const to: Point = [x, y < 3 ? y + 3 : y - 3];
  return { from: [x, y] as Point, to, points: [a, b, to] };
}

function facts(state: State) {
  const { x, y } = regressionData();
  const points = state.data === 'three' ? state.points : x.map((one, i): Point => [one, at(y, i)]);
  const path: Point[] = [state.line];
  while (path.length <= most && Math.hypot(...last(path)) <= 1e6) {
    const [m, b] = last(path);
    const [dm, db] = slopesOf(points, [m, b]);
    if (dm === 0 && db === 0) break;
    path.push([m - state.rate * dm, b - state.rate * db]);
  }
  const xs = points.map(([one]) => one);
  const [a, c, d] = [2 * mean(xs.map((one) => one * one)), 2 * mean(xs), 2];
  const moved = movedThird(state.points);
  return {
    points,
    path,
    range: Math.max(...xs) - Math.min(...xs),
    best: bestOf(points),
    /** Above this rate a walk goes ever further out. */
    limit: 2 / ((a + d) / 2 + Math.hypot((a - d) / 2, c)),
    moved,
    later: bestOf(moved.points),
  };
}

type Facts = ReturnType<typeof facts>;

/** After many steps the last digits depend on the order of the sums; `prove` knows by how much. */
const near = (shown: { value: number; unit: number }, value: number) =>
  Math.abs(shown.value - value) <= shown.unit + 1e-9 * Math.abs(value) + 1e-12 || !Number.isFinite(value);
const isClose = (a: number, b: number) => Math.abs(a - b) < 1e-9;
const lossAt = ({ points, path }: Facts, step: number) => lossOf(points, at(path, Math.min(step, path.length - 1)));
const by = ({ best = [0, 0], later = [0, 0] }: Facts, axis: 0 | 1) => later[axis] - best[axis];
const middle = ({ points }: Facts) => mean(points.map(([x]) => x));
const arrives = ({ path, best = [0, 0] }: Facts, axis: 0 | 1) =>
  path.findIndex((p) => Math.abs(p[axis] - best[axis]) < 0.01);
const third = 'the middle of the points moves ⟨up|down⟩ by # only, a third of the way';

function thirdMoves({ moved: { from, to } }: Facts, word: string, shown: { is: (value: number) => boolean }): boolean {
  const up = (to[1] - from[1]) / 3;
  return (word === 'up') === up > 0 && shown.is(Math.abs(up));
}

export const regression = defineClaims<State, Facts>({
  facts,
  claims: {
    'After # ⟨step|steps⟩ the line is y = #x ⟨\\+|−⟩ # with a mean squared error of #; the slope is # along m and # along b.':
      ({ facts, step, numbers, words }) => {
        const here = at(facts.path, Math.min(step, facts.path.length - 1));
        const [[m, b], [forM, forB]] = [here, slopesOf(facts.points, here)];
        return (
          at(numbers, 0).value === step &&
          near(at(numbers, 1), m) &&
          near(at(numbers, 2), Math.abs(b)) &&
          (at(words, 1) === '−' ? b < 1e-9 : b >= -1e-9) &&
          near(at(numbers, 3), lossAt(facts, step)) &&
          near(at(numbers, 4), forM) &&
          near(at(numbers, 5), forB)
        );
      },
    'From each point a stroke, its error, leads to the line.': () => true,
    'Diverged: the rate is too large for this bowl, and after # ⟨step|steps⟩ the loss is #. The training is stopped here.':
      ({ facts, state, step, numbers }) =>
        at(numbers, 0).value === step &&
        state.rate > facts.limit &&
        !(Math.hypot(...last(facts.path)) <= 1e6) &&
        near(at(numbers, 1), lossAt(facts, step)),
    'The rate is too large for this bowl: after # ⟨step|steps⟩ the loss is #, larger than at the start.': ({
      facts,
      state,
      step,
      numbers,
    }) =>
      at(numbers, 0).value === step &&
      state.rate > facts.limit &&
      lossAt(facts, step) > lossAt(facts, 0) * (1 + 1e-6) &&
      near(at(numbers, 1), lossAt(facts, step)),
    'The points have the same x. Many lines fit them equally well, so the bowl has a level floor and no single lowest point.':
      ({ facts }) => facts.range === 0,
    'The points have almost the same x. The floor of the bowl is almost level, and its lowest point is not computed here.':
      ({ facts }) => facts.range > 0 && facts.range < 1e-3,
    '#, on a whole line': ({ facts }) => facts.range === 0,
    'not computed': ({ facts }) => facts.range < 1e-3,
    'The lowest point of the bowl is at m = #, b = #. The point (#, #) moves to (#, #). Where does the lowest point move?':
      ({ facts: { best, moved }, numbers }) =>
        best !== undefined && [...best, ...moved.from, ...moved.to].every((value, i) => near(at(numbers, i), value)),
    'You put it at m = #, b = #; it moves to m = #, b = #.': ({ facts: { later = [0, 0] }, numbers, guess, right }) => {
      const [gm, gb] = guess as unknown as Point;
      return (
        [gm, gb, ...later].every((value, i) => near(at(numbers, i), value)) &&
        (right === (Math.abs(gm - later[0]) <= 0.5 && Math.abs(gb - later[1]) <= 1) ||
          isClose(Math.abs(gm - later[0]), 0.5) ||
          isClose(Math.abs(gb - later[1]), 1))
      );
    },
    'To m = #, b = #.': ({ facts: { later = [0, 0] }, numbers }) =>
      near(at(numbers, 0), later[0]) && near(at(numbers, 1), later[1]),
    [`The point stands at the mean of the x, so it does not turn the line: ${third}, and the line with it. Here b moves alone; a point elsewhere would move m as well.`]:
      ({ facts, words, numbers }) =>
        Math.abs(facts.moved.from[0] - middle(facts)) < 1e-9 &&
        thirdMoves(facts, at(words, 0), at(numbers, 0)) &&
        Math.abs(by(facts, 0)) < 1e-9,
    'The point stands ⟨left|right⟩ of the middle, so it turns the line: m becomes ⟨larger|smaller⟩ by #.': ({
      facts,
      words,
      numbers,
    }) =>
      (at(words, 0) === 'left' ? facts.moved.from[0] < middle(facts) : facts.moved.from[0] > middle(facts)) &&
      (at(words, 1) === 'larger') === by(facts, 0) > 0 &&
      near(at(numbers, 0), Math.abs(by(facts, 0))),
    [`The best line always goes through the middle of the points, and ${third}.`]: ({ facts, words, numbers }) =>
      thirdMoves(facts, at(words, 0), at(numbers, 0)),
    'So at x = 0 the line comes out ⟨higher|lower⟩ by #.': ({ facts, words, numbers }) =>
      (at(words, 0) === 'higher') === by(facts, 1) > 0 && near(at(numbers, 0), Math.abs(by(facts, 1))),
    'At x = 0 the line comes out at the same height. Here m moves alone.': ({ facts }) =>
      Math.abs(by(facts, 1)) < 1e-8 && Math.abs(by(facts, 0)) > 1e-9,
    'Here both numbers move; a point at the mean of the x would move b alone.': ({ facts }) =>
      Math.abs(by(facts, 0)) > 1e-9 && Math.abs(by(facts, 1)) > 1e-10,
    'The training has not begun. Which of the two numbers will be the first to come within 0.01 of its place at the bottom?':
      ({ step }) => step === 0,
    'It is the slope m': ({ facts, guess, right }) => {
      const [m, b] = [arrives(facts, 0), arrives(facts, 1)];
      return m > 0 && (b < 0 || m < b) && (guess === undefined || right === (guess === 'm'));
    },
    'm arrives at step #, b at step #.': ({ facts, numbers }) =>
      at(numbers, 0).value === arrives(facts, 0) && at(numbers, 1).value === arrives(facts, 1),
    'm arrives at step #, b not within # steps.': ({ facts, numbers }) =>
      at(numbers, 0).value === arrives(facts, 0) && arrives(facts, 1) < 0 && at(numbers, 1).value === most,
    'The bowl bends more along m than along b, because a change of m counts times x, and the x reach from about −3 to 3. So the same distance from the bottom makes a larger slope along m, and larger steps in that direction.':
      ({ facts }) => 2 * mean(facts.points.map(([x]) => x * x)) > 2 && facts.points.every(([x]) => Math.abs(x) <= 3),
    '⟨least loss possible|next line|The points, the line, and the errors|The loss over the map of m and b, with the path of the training|The loss, step by step|if it were here⟩':
      () => true,
  },
  also: [
    { data: 'project' },
    { data: 'project', rate: 0.5 },
    { data: 'project', line: [1, -4] },
    {
      points: [
        [1, 1],
        [3, 2],
        [2, 5],
      ],
    },
    {
      points: [
        [1, 1],
        [1, 2],
        [1, 5],
      ],
    },
    {
      points: [
        [1, 1],
        [1.0005, 2],
        [1, 5],
      ],
    },
    {
      points: [
        [2.3, 1.1],
        [3.3, 2.1],
        [3.7, 2.5],
      ],
      line: [1, -1.2],
      rate: 0.1,
    },
    {
      points: [
        [1, 9],
        [2, 6],
        [4, 5],
      ],
    },
    {
      points: [
        [1, 12],
        [2, 10],
        [4, 1],
      ],
    },
    { rate: 0.5 },
    { rate: 0.19 },
  ],
});
