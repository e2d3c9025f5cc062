import { at } from '../core/at.ts';
import { raceDistances } from '../figures/explorable/race-distances.ts';
import { raceMap } from '../figures/explorable/race-map.ts';
import { inPowers } from '../figures/parts/in-powers.ts';
import { color } from '../figures/parts/theme.ts';
import { placesOf } from '../figures/parts/walk.ts';
import type { Terrain } from '../numeric/descent/gradient-descent.ts';
import { quadratic } from '../numeric/functions/functions-of-many.ts';
import { dot } from '../numeric/linear/dot.ts';
import { adam } from '../numeric/optimizers/adam.ts';
import { momentum } from '../numeric/optimizers/momentum.ts';
import { type Optimizer, optimize } from '../numeric/optimizers/optimizer.ts';
import { plainDescent } from '../numeric/optimizers/plain-descent.ts';
import { rmsProp } from '../numeric/optimizers/rms-prop.ts';
import { showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, orderControl, type StateOf } from './kit/control.ts';
import { defineExplorable, type Prediction } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term } from './kit/term.ts';

/** A valley with the curvatures 2 and 50, turned by 45 degrees. */
const turned: Terrain = {
  gradient: ([x = 0, y = 0]) => [26 * x - 24 * y, 26 * y - 24 * x],
  value: (point) => 0.5 * dot(point, turned.gradient(point)),
};

const surfaces = {
  valley: { ...quadratic([2, 50]), curvatures: [2, 50], angle: 0, python: '[2 * p[0], 50 * p[1]]' },
  narrow: { ...quadratic([2, 200]), curvatures: [2, 200], angle: 0, python: '[2 * p[0], 200 * p[1]]' },
  turned: {
    ...turned,
    curvatures: [2, 50],
    angle: Math.PI / 4,
    python: '[26 * p[0] - 24 * p[1], 26 * p[1] - 24 * p[0]]',
  },
} as const;

const controls = {
  surface: choiceControl({
    label: 'surface',
    initial: 'valley',
    options: { valley: '*x*² + 25*y*²', narrow: '*x*² + 100*y*²', turned: 'the first, turned by 45°' },
  }),
  plain: numberControl({ label: 'plain rate', initial: 1, range: [0.1, 2], step: 'log', unit: '/ 26' }),
  momentum: numberControl({ label: 'momentum rate', initial: 1, range: [0.1, 2], step: 'log', unit: '/ 18' }),
  rms: numberControl({ label: 'RMSProp rate', initial: 0.1, range: [0.001, 1], step: 'log' }),
  adam: numberControl({ label: 'Adam rate', initial: 0.1, range: [0.001, 1], step: 'log' }),
};

type State = StateOf<typeof controls>;

const start = [3, 2];
const lastStep = 200;
/** A racer has arrived when both coordinates are this near to the bottom. */
const goal = 0.001;

/** How each is drawn. Here a color is an optimizer, and the dash says the same without color. */
const looks = {
  plain: { stroke: color.function, dash: '2,4' },
  momentum: { stroke: color.tangent, dash: '10,4' },
  rms: { stroke: color.gradient, dash: '8,3,2,3' },
  adam: { stroke: color.step },
} as const;

type Key = keyof typeof looks;

function run(key: Key, optimizer: Optimizer, terrain: Terrain) {
  // One step more than is shown, because the equation shows the next one.
  const { path, reason } = optimize(terrain, start, optimizer, { steps: lastStep + 1, limit: 1e6 });
  const places = placesOf(path);
  /** The larger coordinate, by size: when it is small, both are. */
  const distances = places.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y)));
  const arrived = distances.findIndex((distance) => distance <= goal);
  return { key, name: optimizer.name, path, places, distances, arrived, diverged: reason === 'diverged' };
}

function race({ surface, ...rates }: State) {
  const terrain = surfaces[surface];
  return [
    run('plain', plainDescent(rates.plain / 26), terrain),
    run('momentum', momentum(rates.momentum / 18, 4 / 9), terrain),
    run('rms', rmsProp(rates.rms), terrain),
    run('adam', adam(rates.adam), terrain),
  ];
}

type Runner = ReturnType<typeof run>;

/** The state at a step; a racer that has diverged, or does not move, stays where its run ended. */
function stateAt({ path, distances }: Runner, step: number) {
  const here = Math.min(step, path.length - 1);
  const [now, next] = [at(path, here), at(path, Math.min(here + 1, path.length - 1))];
  const y = at(now.position, 1);
  return {
    x: at(now.position, 0),
    y,
    slope: at(now.gradient, 1),
    distance: at(distances, here),
    memory: (name: string) => at(next.memory[name] ?? [], 1),
    move: at(next.position, 1) - y,
    ended: here < step,
  };
}

/** When a racer came in, if it has. */
function arrival({ arrived, distances }: Runner, step: number): string {
  if (arrived < 0 || arrived > step) return '';
  const isOut = at(distances, Math.min(step, distances.length - 1)) > goal;
  return isOut ? `: was in at step ${arrived}` : `: in at step ${arrived}`;
}

/** Whether a racer has diverged, and has stopped. */
const isAway = ({ diverged, path }: Runner, step: number) => diverged && step >= path.length - 1;
const divergedAt = ({ path }: Runner) => `at step ${path.length - 1}`;

/**
 * The next move in y of each: by the slope, by the velocity, by the slope in proportion to its own size, by both. One that
 * has diverged makes none.
 */
function equation(runners: readonly Runner[], rates: State, step: number): string {
  const lines = runners.map((one) => {
    const named = String.raw`\text{${one.name}:} \;&`;
    if (isAway(one, step)) return `${named} ${term(one.key, String.raw`\text{stopped}`)}`;
    const move = texNumber(stateAt(one, step).move, 3);
    const [tex, value] = moves[one.key](one, rates, step);
    return `${named} ${tex} ${relate(move, value)} ${term(one.key, move)}`;
  });
  return String.raw`\begin{aligned} ${lines.join(' \\\\ ')} \end{aligned}`;
}

type Move = readonly [tex: string, value: number];

/** A step by a part of the rate that counts so many: in TeX, and what its shown numbers give. */
function scaled(rate: number, parts: number, by: number): Move {
  const text = texNumber(by, 2);
  return [String.raw`-\tfrac{${rate}}{${parts}} \cdot ${inParentheses(text)}`, (-rate / parts) * shownValue(text)];
}

/** A step by the rate times a quotient. */
function divided(rate: number, above: number, below: number): Move {
  const [over, under] = [texNumber(above, 2), texNumber(below, 2)];
  return [String.raw`-${rate} \cdot \tfrac{${over}}{${under}}`, (-rate * shownValue(over)) / shownValue(under)];
}

/** Avoids a division by zero on a flat place: with this summand the quotient is always a number. */
const moves: Record<Key, (one: Runner, rates: State, step: number) => Move> = {
  plain: (one, { plain }, step) => scaled(plain, 26, stateAt(one, step).slope),
  momentum: (one, { momentum }, step) => scaled(momentum, 18, stateAt(one, step).memory('velocity')),
  rms: (one, { rms }, step) =>
    divided(rms, stateAt(one, step).slope, Math.sqrt(stateAt(one, step).memory('meanSquare')) + 1e-8),
  adam: (one, { adam }, step) => {
    const { memory } = stateAt(one, step);
    const count = Math.min(step, one.path.length - 2) + 1;
    const [mean, square] = [memory('mean') / (1 - 0.9 ** count), memory('meanSquare') / (1 - 0.999 ** count)];
    return divided(adam, mean, Math.sqrt(square) + 1e-8);
  },
};

const distanceText = (distance: number) => showNumber(distance, 4);

function sentence(runners: readonly Runner[], step: number): string {
  const parts = runners.map(
    (one) =>
      `${one.name} ${distanceText(stateAt(one, step).distance)}${stateAt(one, step).ended ? ' (it has stopped)' : ''}`,
  );
  return `After ${step} ${step === 1 ? 'step' : 'steps'} the larger coordinates, in size, are ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.`;
}

/** Four ways to take a step, side by side on the same landscape. */
export const optimizerRace = defineExplorable({
  id: 'optimizer-race',
  title: 'A race of four optimisers',
  controls,
  model: race,
  run: { lastStep: () => lastStep, initial: 3, speed: 20 },
  view: ({ model, state, step }) => {
    const says = sentence(model, step);
    const { curvatures, angle } = surfaces[state.surface];
    const valley = { center: [0, 0], curvatures, angle } as const;
    const racers = model.map((one) => ({
      key: one.key,
      name: one.name,
      places: one.places.slice(0, step + 1),
      distances: one.distances.slice(0, step + 1),
      says: `${one.name}${arrival(one, step)}`,
      ...looks[one.key],
    }));
    const gone = model.filter((one) => isAway(one, step));
    const away = (one: Runner) => `${showNumber(stateAt(one, step).distance, 0)} away in one coordinate`;
    return {
      figures: [
        raceMap({ key: state.surface, valley }, racers, {
          title: 'The four walks on the map of the valley',
          description: says,
        }),
        raceDistances(
          { racers, steps: lastStep, goal },
          { title: 'The larger coordinate of each, step by step', description: says },
        ),
      ],
      standing: racers.flatMap(({ name, places, distances }) => [
        { what: `the walk of ${name}`, figure: 'map', places },
        { what: `the line of ${name}`, figure: 'distances', places: inPowers(distances) },
      ]),
      equation: equation(model, state, step),
      readouts: model.map((one) => ({
        label: `${one.name}, larger coordinate`,
        value: isAway(one, step) ? `diverged ${divergedAt(one)}` : distanceText(stateAt(one, step).distance),
        term: one.key,
      })),
      sentence: says,
      ...(gone.length > 0 && {
        note: `Diverged: ${gone.map((one) => `${one.name} ${divergedAt(one)}, ${away(one)}`).join('; ')}. ${gone.length === 1 ? 'It is' : 'They are'} stopped there.`,
      }),
    };
  },
  ledger: (model) => ({
    caption: 'The larger coordinate of each, by size, step by step',
    columns: [{ label: 'step' }, ...model.map(({ name, key }) => ({ label: name, term: key }))],
    length: lastStep + 1,
    row: (step) => [String(step), ...model.map((one) => showNumber(stateAt(one, step).distance, 4))],
  }),
  python: {
    example: 'optimizer-race',
    code: (state, step) => {
      const { surface, plain, momentum, rms, adam } = state;
      const away = race(state).flatMap((one) => (isAway(one, step) ? [one.key] : []));
      /** Of a racer that diverges, only until it is stopped. */
      const until = (key: Key, place: string, lines: readonly string[]) =>
        (away.includes(key)
          ? [`    if np.linalg.norm(${place}) <= 1e6:`, ...lines.map((line) => `    ${line}`)]
          : lines
        ).map((line) => [line, key] as const);
      return [
        'import numpy as np',
        '',
        'def slope(p):',
        `    return np.array(${surfaces[surface].python})`,
        '',
        'a = b = c = d = np.array([3.0, 2.0])',
        'v = s = mean = square = np.zeros(2)',
        `for k in range(1, ${step} + 1):`,
        ...until('plain', 'a', [`    a = a - ${plain} / 26 * slope(a)`]),
        ...until('momentum', 'b', ['    v = 4 / 9 * v + slope(b)', `    b = b - ${momentum} / 18 * v`]),
        ['    g = slope(c)', 'rms'],
        ['    s = 0.9 * s + 0.1 * g * g', 'rms'],
        [`    c = c - ${rms} * g / (np.sqrt(s) + 1e-8)`, 'rms'],
        ['    g = slope(d)', 'adam'],
        ['    mean = 0.9 * mean + 0.1 * g', 'adam'],
        ['    square = 0.999 * square + 0.001 * g * g', 'adam'],
        ['    freed = np.sqrt(square / (1 - 0.999 ** k))', 'adam'],
        [`    d = d - ${adam} * mean / (1 - 0.9 ** k) / (freed + 1e-8)`, 'adam'],
        '',
        'names = ["plain", "momentum", "RMSProp", "Adam"]',
        'for name, p in zip(names, [a, b, c, d]):',
        '    print(f"{name:8}  {p[0]:6.3f}  {p[1]:6.3f}"',
        '          f"  larger {np.abs(p).max():.4f}")',
      ];
    },
  },
  // The answer explains the order of these four: other rates give another order.
  predict: (model, { surface, ...rates }) => (usual(rates) ? askForOrder(model, surface) : undefined),
});

const usual = (rates: Omit<State, 'surface'>) =>
  (Object.keys(rates) as Key[]).every((key) => rates[key] === controls[key].initial);

function askForOrder(model: readonly Runner[], surface: State['surface']): Prediction {
  const when = (one: Runner) => (one.arrived < 0 ? lastStep + 1 : one.arrived);
  const ranked = [...model].sort((a, b) => when(a) - when(b) || Number(a.diverged) - Number(b.diverged));
  const inPlace = (name: string, i: number) => {
    const [one, other] = [model.find((runner) => runner.name === name), ranked[i]];
    return one !== undefined && other !== undefined && when(one) === when(other);
  };
  return {
    ask: `Four walkers have taken three steps from (3, 2). Which is the first to have both coordinates within ${goal} of the bottom, which the last?`,
    guess: orderControl({ label: 'from first to last', initial: model.map(({ name }) => name) }),
    marks: (guess) =>
      ranked.map(({ name }, row) => {
        const place = Array.isArray(guess) ? guess.indexOf(name) : row;
        return { figure: 'distances', at: [[when(at(ranked, place)), 1.6 - 0.75 * row]], name };
      }),
    truth: { setting: ranked.map(({ name }) => name) },
    judge: (guess) => ({
      right: Array.isArray(guess) && guess.every(inPlace),
      says: `From first to last: ${ranked.map(({ name }) => name).join(', ')}.`,
    }),
    answer: `In this order: ${ranked.map(told).join(', ')}. ${reasons(model, surface)}`,
    reveal: { step: lastStep },
  };
}

function told(one: Runner): string {
  const { distance } = stateAt(one, lastStep);
  if (one.arrived < 0)
    return one.diverged ? `${one.name} never, for it diverges` : `${one.name} not within ${lastStep} steps`;
  if (distance <= goal) return `${one.name} at step ${one.arrived}`;
  return `${one.name} at step ${one.arrived} (but not to stay: at step ${lastStep} it is ${showNumber(distance, 2)} away)`;
}

/** The reasons that are visible in the walks. */
function reasons(model: readonly Runner[], surface: State['surface']): string {
  const by = (key: Key) => model.find((one) => one.key === key);
  const [rms, adam] = [by('rms'), by('adam')];
  const overshoots = adam?.places.some(([x, y]) => x < -goal || y < -goal);
  const comesBack = rms && rms.arrived >= 0 && stateAt(rms, lastStep).distance > goal;
  return [
    by('momentum')?.diverged
      ? 'The rates of plain descent and momentum are the best for the first valley, and too large for one that is steeper across.'
      : 'Momentum adds up the slopes along the valley and cancels those across it.',
    surface === 'turned'
      ? 'RMSProp and Adam divide a slope by its usual size. Here the valley runs diagonally, and the slopes along x and y are of much the same size, so that steep and flat do not count alike.'
      : 'RMSProp and Adam divide a slope by its usual size, so steep and flat count alike.',
    overshoots ? 'Adam overshoots, and swings in late.' : 'Adam has momentum too.',
    comesBack
      ? 'In the end RMSProp divides tiny slopes by tiny sizes, and its steps grow as long as its rate again.'
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
