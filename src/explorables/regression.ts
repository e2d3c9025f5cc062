import { fittedLine } from '../figures/fitted-line.ts';
import { lossCurve } from '../figures/loss-curve.ts';
import { lossMap } from '../figures/loss-map.ts';
import { regressionData } from '../figures/regression-data.ts';
import { valleyAt } from '../figures/valley.ts';
import { placesOf } from '../figures/walk.ts';
import { lineRows } from '../numeric/design-matrix.ts';
import { formatRepr } from '../numeric/format-repr.ts';
import { gradientDescent } from '../numeric/gradient-descent.ts';
import { leastSquares } from '../numeric/least-squares.ts';
import { normalEquations } from '../numeric/normal-equations.ts';
import { choiceControl, numberControl, type Point, pointControl, pointsControl, type StateOf } from './control.ts';
import { defineExplorable, type Prediction } from './explorable.ts';
import { showNumber, texFactor, texNumber } from './show-number.ts';
import { term } from './term.ts';

const sets = {
  three: {
    plane: { x: [-0.5, 4.5], y: [-1, 13] },
    planeTicks: { x: [0, 1, 2, 3, 4], y: [0, 5, 10] },
    map: { x: [-1, 5], y: [-4, 6] },
    mapTicks: { x: [-1, 0, 1, 2, 3, 4, 5], y: [-2, 0, 2, 4] },
    above: [0.3, 2, 6, 15, 30, 60, 120, 240],
    arrows: 0.5,
    powers: [-1, 3],
  },
  project: {
    plane: { x: [-3.3, 3.3], y: [-6, 8] },
    planeTicks: { x: [-3, -2, -1, 0, 1, 2, 3], y: [-5, 0, 5] },
    map: { x: [-0.35, 3.65], y: [-0.6, 2.4] },
    mapTicks: { x: [0, 1, 2, 3], y: [0, 1, 2] },
    above: [0.3, 1.3, 3, 5, 8, 12, 16, 20],
    arrows: 0.1,
    powers: [-1, 2],
  },
} as const;

const controls = {
  data: choiceControl({
    label: 'data',
    initial: 'three',
    options: { three: 'three points', project: 'the project’s fifty' },
  }),
  points: pointsControl({
    label: 'point',
    initial: [
      [1, 4],
      [2, 3],
      [3, 9],
    ],
    range: { x: [0, 4], y: [0, 12] },
    step: 0.1,
  }),
  line: pointControl({
    label: 'start',
    axes: ['m', 'b'],
    initial: [2, 1],
    range: { x: [-1, 5], y: [-4, 6] },
    step: 0.1,
  }),
  rate: numberControl({ label: 'learning rate', initial: 0.1, range: [0.001, 0.5], step: 'log' }),
};

type State = StateOf<typeof controls>;

/** The longest training, and the size at which it counts as gone for good. */
const rule = { steps: 200, limit: 1e6 } as const;

function train({ data, points: three, line, rate }: State) {
  const points = data === 'three' ? three : projectPoints();
  const [rows, y] = [lineRows(points.map(([x]) => x)), points.map(([, height]) => height)];
  const loss = leastSquares(rows, y);
  const { path, reason } = gradientDescent(loss, line, rate, rule);
  const best = bestFor(points);
  return {
    points,
    rate,
    path,
    reason,
    best,
    valley: best && valleyAt(best, curvature(points)),
    least: best ? loss.value(best) : 0,
    places: placesOf(path),
  };
}

/** The second derivatives of the loss along m, along both, and along b. */
function curvature(points: readonly Point[]): [number, number, number] {
  const mean = (of: (x: number) => number) => points.reduce((sum, [x]) => sum + of(x), 0) / points.length;
  return [2 * mean((x) => x * x), 2 * mean((x) => x), 2];
}

type Training = ReturnType<typeof train>;

function projectPoints(): readonly Point[] {
  const { x, y } = regressionData();
  return x.map((at, i) => [at, Number(y[i])]);
}

/** The line with the least loss; none if the points stand above one another, for then many are equally good. */
function bestFor(points: readonly Point[]): Point | undefined {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  if (Math.max(...xs) - Math.min(...xs) < 1e-3) return undefined;
  const [m = 0, b = 0] = normalEquations(lineRows(xs), ys);
  return [m, b];
}

function at({ path, rate }: Training, step: number) {
  const { position = [], value = Number.NaN, gradient = [] } = path[step] ?? {};
  const [[m, b], [forM, forB]] = [position, gradient].map((pair) => [Number(pair[0]), Number(pair[1])] as const) as [
    Point,
    Point,
  ];
  return { m, b, value, forM, forB, next: [m - rate * forM, b - rate * forB] as const };
}

const lineText = (m: number, b: number) =>
  `y = ${showNumber(m, 2)}x ${b < 0 ? '−' : '+'} ${showNumber(Math.abs(b), 2)}`;

function squared(error: number): string {
  const text = texFactor(error, 1);
  return text.includes('times') && !text.startsWith('(') ? `(${text})^2` : `${text}^2`;
}

function equation(training: Training, step: number): string {
  const { m, b, value, forM, forB, next } = at(training, step);
  const { points, rate } = training;
  const squares =
    points.length > 3
      ? String.raw`\tfrac{1}{${points.length}} ${term('error', String.raw`\textstyle\sum \text{error}^2`)}`
      : String.raw`\frac{${term('error', points.map(([x, y]) => squared(m * x + b - y)).join(' + '))}}{3}`;
  const update = (name: string, from: number, slope: number, to: number) =>
    String.raw`\text{next } ${name} &= ${texNumber(from, 2)} - ${rate} \cdot ${term(`along-${name}`, texFactor(slope, 2))} = ${term('next', texNumber(to, 2))}`;
  return String.raw`\begin{aligned}
    \text{loss} &= ${squares} = ${term('loss', texNumber(value, 2))} \\
    ${update('m', m, forM, next[0])} \\
    ${update('b', b, forB, next[1])}
  \end{aligned}`;
}

function sentence(training: Training, step: number): string {
  const { m, b, value, forM, forB } = at(training, step);
  return `After ${step} ${step === 1 ? 'step' : 'steps'} the line is ${lineText(m, b)} with a mean squared error of ${showNumber(value, 3)}; the slope is ${showNumber(forM, 2)} along m and ${showNumber(forB, 2)} along b.`;
}

function note(training: Training, { data }: State, step: number): string | undefined {
  const { best, path, reason } = training;
  const { m, b, value } = at(training, step);
  const gone = reason === 'diverged' || Number(path.at(-1)?.value) > Number(path[0]?.value);
  if (gone && step === path.length - 1)
    return `Diverged: the rate is too large for this bowl, and after ${step} steps the loss is ${showNumber(value, 0)}. The training is stopped here.`;
  if (best === undefined)
    return 'The points stand above one another. Many lines fit them equally well, so the bowl has a level floor and no lowest point.';
  const { x, y } = sets[data].map;
  const outside = ([pm, pb]: Point) => pm < x[0] || pm > x[1] || pb < y[0] || pb > y[1];
  if (outside([m, b])) return `The training is outside this map, at m = ${showNumber(m, 2)}, b = ${showNumber(b, 2)}.`;
  if (outside(best))
    return `The lowest point is outside this map, at m = ${showNumber(best[0], 2)}, b = ${showNumber(best[1], 2)}.`;
  return undefined;
}

/** The third point, three lower, or higher if it is too low for that. */
function shifted(points: readonly Point[]): { from: Point; to: Point; points: readonly Point[] } {
  const from = points[2] ?? [0, 0];
  const to: Point = [from[0], from[1] < 3 ? from[1] + 3 : from[1] - 3];
  return { from, to, points: points.map((point, i) => (i === 2 ? to : point)) };
}

/** A line through points, its errors, its loss as a place in a bowl, and the training that walks down there. */
export const regression = defineExplorable({
  id: 'regression',
  title: 'A line learns: the points, the bowl, the training',
  controls,
  model: train,
  run: { lastStep: ({ path }) => path.length - 1, initial: 0, speed: 20 },
  view: ({ model, state, step, asking, guess }) => {
    const { m, b, value, forM, forB, next } = at(model, step);
    const { plane, planeTicks, map, mapTicks, above, arrows, powers } = sets[state.data];
    const says = sentence(model, step);
    const unusual = note(model, state, step);
    const asksForPlace = asking && state.data === 'three';
    const { from, to } = shifted(state.points);
    const { least, best, valley, places, points, path } = model;
    const key = state.data === 'three' ? state.points.join(' ') : 'project';
    const walk = {
      places: places.slice(0, step + 1),
      dots: true,
      next,
      slopes: { along: [forM, forB] as const, scale: arrows },
      guess: asksForPlace && Array.isArray(guess) ? (guess as unknown as Point) : undefined,
    };
    const fit = { key: state.data, points, m, b, view: plane, ticks: planeTicks };
    return {
      figures: [
        fittedLine(asksForPlace ? { ...fit, moves: [from, to] } : fit, {
          title: 'The points, the line, and the errors',
          description: `${says} From each point a stroke, its error, leads to the line.`,
        }),
        lossMap({ key, valley, above, view: map, ticks: mapTicks }, walk, {
          title: 'The loss over the map of m and b, with the path of the training',
          description: says,
        }),
        lossCurve(
          {
            // The lesson has a figure `regression-loss`, and ids are made of both names.
            name: 'losses',
            values: path.slice(0, step + 1).map((one) => one.value),
            steps: rule.steps,
            unit: 'step',
            says: 'loss',
            powers,
          },
          { title: 'The loss, step by step', description: says },
        ),
      ],
      handles: [
        ...(state.data === 'three'
          ? state.points.map((point, index) => ({ control: 'points', index, figure: 'line', at: point }))
          : []),
        { control: 'line', figure: 'map', at: state.line },
      ],
      equation: equation(model, step),
      readouts: [
        { label: 'line', value: lineText(m, b), term: 'line' },
        { label: 'loss', value: showNumber(value, 4), term: 'loss' },
        { label: 'slope along', symbol: '*m*', value: showNumber(forM, 4), term: 'along-m' },
        { label: 'slope along', symbol: '*b*', value: showNumber(forB, 4), term: 'along-b' },
        { label: 'next line', value: lineText(...next), term: 'next' },
        { label: 'least loss possible', value: best ? showNumber(least, 4) : 'on a whole line' },
      ],
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
      now: 'next',
    };
  },
  ledger: (model) => ({
    caption: 'The training, step by step',
    columns: [
      { label: 'step' },
      { label: '*m*', term: 'line' },
      { label: '*b*', term: 'line' },
      { label: 'loss', term: 'loss' },
      { label: 'slope along *m*', term: 'along-m' },
      { label: 'along *b*', term: 'along-b' },
    ],
    length: model.path.length,
    row: (step) => {
      const { m, b, value, forM, forB } = at(model, step);
      return [String(step), ...[m, b, value, forM, forB].map((number) => showNumber(number, 4))];
    },
  }),
  python: {
    example: 'three-points',
    code: ({ data, points, line, rate }, step) => code(data, points, line, rate, step),
  },
  predict: (model, state) => (state.data === 'three' ? whereTo(model, state) : whichFirst(model)),
});

function code(data: State['data'], points: readonly Point[], [m, b]: Point, rate: number, step: number) {
  const column = (axis: 0 | 1) => `np.array([${points.map((point) => formatRepr(point[axis])).join(', ')}])`;
  const given =
    data === 'three'
      ? [`x = ${column(0)}`, `y = ${column(1)}`]
      : ['np.random.seed(42)', 'x = np.random.uniform(-3, 3, 50)', 'y = 2 * x + 1 + np.random.normal(0, 0.5, 50)'];
  const training = [
    `for step in range(${step}):`,
    ['    errors = m * x + b - y', 'error'],
    [`    along_m = 2 * np.mean(errors * x)`, 'along-m'],
    [`    along_b = 2 * np.mean(errors)`, 'along-b'],
    [`    m, b = m - ${formatRepr(rate)} * along_m, b - ${formatRepr(rate)} * along_b`, 'next'],
    'print(f"m = {m:.4f}, b = {b:.4f}")',
  ] as const;
  const whole = step === 0 && [...points.flat(), m, b].every(Number.isInteger);
  const digits = whole && data === 'three' ? 0 : 2;
  return [
    'import numpy as np',
    '',
    ...given,
    `m, b = ${formatRepr(m)}, ${formatRepr(b)}`,
    ...(step > 0 ? ['', ...training] : []),
    '',
    ['predictions = m * x + b', 'line'],
    ['errors = predictions - y', 'error'],
    'print("x  y  prediction  error  squared")',
    `for i in range(${data === 'three' ? 3 : 'len(x)'}):`,
    `    print(f"{x[i]:.${digits}f}  {y[i]:.${digits}f}  {predictions[i]:10.${digits}f}"`,
    `          f"  {errors[i]:5.${digits}f}  {errors[i] ** 2:7.${digits}f}")`,
    ['print(f"mean of the squares: {np.mean(errors ** 2):.2f}")', 'loss'],
  ] as const;
}

const change = (by: number, up: string, down: string) => `${by < 0 ? down : up} by ${showNumber(Math.abs(by), 2)}`;

/** Asked on the map: where the lowest point goes when a data point moves. */
function whereTo({ best: now = [0, 0] }: Training, state: State): Prediction {
  const { from, to, points } = shifted(state.points);
  const [m, b] = bestFor(points) ?? now;
  const place = ([pm, pb]: Point) => `m = ${showNumber(pm, 2)}, b = ${showNumber(pb, 2)}`;
  const middle = (to[1] - from[1]) / 3;
  return {
    ask: `The lowest point of the bowl is at ${place(now)}. The point (${from.join(', ')}) moves to (${to.map((value) => showNumber(value, 0)).join(', ')}). Where does the lowest point move?`,
    guess: pointControl({
      label: 'lowest point,',
      axes: ['m', 'b'],
      initial: [Number(now[0].toFixed(1)), Number(now[1].toFixed(1))],
      range: controls.line.range,
      step: 0.1,
    }),
    handle: (guess) => ({ at: guess as unknown as Point, figure: 'map' }),
    judge: (guess) => {
      const [gm, gb] = guess as unknown as Point;
      const right = Math.abs(gm - m) <= 0.5 && Math.abs(gb - b) <= 1;
      return { right, says: `You put it at ${place([gm, gb])}; it moves to ${place([m, b])}.` };
    },
    answer: `To ${place([m, b])}. The point stands ${from[0] >= 2 ? 'right' : 'left'} of the middle, so it turns the line: ${change(m - now[0], 'steeper', 'less steep')}. The best line always goes through the middle of the points, and that moves ${change(middle, 'up', 'down')} only, a third of the way. So at x = 0 the line comes out ${change(b - now[1], 'higher', 'lower')}. Moving one point moves both numbers, along the floor of the valley.`,
    reveal: { step: rule.steps, state: { ...state, points } },
  };
}

/** Asked of the project's training: which of its two numbers is the first to arrive. */
function whichFirst({ best = [0, 0], path }: Training): Prediction {
  const options = { m: 'the slope m', b: 'the height b', both: 'both at the same time' };
  const arrived = (axis: 0 | 1) =>
    path.findIndex(({ position }) => Math.abs(Number(position[axis]) - best[axis]) < 0.01);
  const [m, b] = [arrived(0), arrived(1)];
  const first = m === b ? 'both' : (b === -1 || m < b) && m !== -1 ? 'm' : 'b';
  const when = (step: number) => (step < 0 ? `not within ${path.length - 1} steps` : `at step ${step}`);
  return {
    ask: 'The training has not begun. Which of the two numbers will be the first to come within 0.01 of its place at the bottom?',
    guess: choiceControl({ label: 'the first', initial: 'both', options }),
    judge: (guess) => ({ right: guess === first, says: `It is ${options[first]}.` }),
    answer: `It is ${options[first]}: m arrives ${when(m)}, b ${when(b)}. The bowl bends more along m than along b, because a change of m counts times x, and the x reach from −3 to 3. So the slopes along m are larger, and the steps in that direction too.`,
    reveal: { step: 20 },
  };
}
