import { at, last } from '../../../src/core/at.ts';
import { adam } from '../../../src/numeric/optimizers/adam.ts';
import { momentum } from '../../../src/numeric/optimizers/momentum.ts';
import { type Optimizer, optimize } from '../../../src/numeric/optimizers/optimizer.ts';
import { plainDescent } from '../../../src/numeric/optimizers/plain-descent.ts';
import { rmsProp } from '../../../src/numeric/optimizers/rms-prop.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly surface: 'valley' | 'narrow' | 'turned';
  readonly plain: number;
  readonly momentum: number;
  readonly rms: number;
  readonly adam: number;
}

type Point = readonly [number, number];
type Name = 'plain' | 'momentum' | 'RMSProp' | 'Adam';

const steps = 200;
const goal = 0.001;

const gradients = {
  valley: ([x, y]: Point): Point => [2 * x, 50 * y],
  narrow: ([x, y]: Point): Point => [2 * x, 200 * y],
  turned: ([x, y]: Point): Point => [26 * x - 24 * y, 26 * y - 24 * x],
} as const;

function walk(optimizer: Optimizer, surface: State['surface']) {
  const gradient = ([x = 0, y = 0]: readonly number[]) => gradients[surface]([x, y]);
  const { path: states } = optimize({ value: () => 0, gradient }, [3, 2], optimizer, { steps, limit: 1e6 });
  const path = states.map(({ position }): Point => [at(position, 0), at(position, 1)]);
  const larger = path.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y)));
  const arrived = larger.findIndex((size) => size <= goal);
  return { path, larger, arrived: arrived < 0 ? undefined : arrived, diverged: !(Math.hypot(...last(path)) <= 1e6) };
}

/** The part along the flat direction and across it of a move, and of both the size. */
const flatAndSteep = (surface: State['surface'], [x, y]: Point): Point =>
  surface === 'turned' ? [Math.abs(x + y) / Math.SQRT2, Math.abs(x - y) / Math.SQRT2] : [Math.abs(x), Math.abs(y)];

/** Whether the first move goes as far along the flat direction as along the steep one. */
function countAlike({ path }: ReturnType<typeof walk>, surface: State['surface']): boolean {
  const [[x, y], [toX, toY]] = [at(path, 0), at(path, 1)];
  const [flat, steep] = flatAndSteep(surface, [toX - x, toY - y]);
  return Math.abs(flat - steep) < 1e-6 * Math.max(flat, steep);
}

/** The usual sizes of the slopes along x and y over a walk, the larger divided by the smaller. */
function unevenness({ path }: ReturnType<typeof walk>, surface: State['surface']): number {
  const slopes = path.map((point) => gradients[surface](point));
  const [alongX, alongY] = [0, 1].map((axis) => Math.hypot(...slopes.map((slope) => at(slope, axis)))) as [
    number,
    number,
  ];
  return Math.max(alongX, alongY) / Math.min(alongX, alongY);
}

const facts = (state: State) => ({
  plain: walk(plainDescent(state.plain / 26), state.surface),
  momentum: walk(momentum(state.momentum / 18, 4 / 9), state.surface),
  RMSProp: walk(rmsProp(state.rms), state.surface),
  Adam: walk(adam(state.adam), state.surface),
});

type Facts = ReturnType<typeof facts>;

const here = ({ path }: { path: readonly unknown[] }, step: number) => Math.min(step, path.length - 1);
const larger = (facts: Facts, name: Name, step: number) => at(facts[name].larger, here(facts[name], step));
const all: readonly Name[] = ['plain', 'momentum', 'RMSProp', 'Adam'];
const some = '⟨plain|momentum|RMSProp|Adam⟩';
const names = (facts: Facts) =>
  [...all].sort(
    (a, b) =>
      (facts[a].arrived ?? 1e9) - (facts[b].arrived ?? 1e9) || Number(facts[a].diverged) - Number(facts[b].diverged),
  );

/** A chaotic run is known only as far as a float can follow it; `prove` compares it with NumPy. */
const near = (shown: { value: number; unit: number }, value: number) =>
  Math.abs(shown.value - value) <= shown.unit + 1e-9 * Math.abs(value);

const stopped = '⟨ \\(it has stopped\\)|⟩';
const arrivedAt = (facts: Facts, name: string, step: number) => facts[name as Name].arrived === step;

export const optimizerRace = defineClaims<State, Facts>({
  facts,
  claims: {
    [`After # ⟨step|steps⟩ the larger coordinates, in size, are plain #${stopped}, momentum #${stopped}, RMSProp #${stopped} and Adam #${stopped}.`]:
      (of) =>
        at(of.numbers, 0).value === of.step &&
        all.every(
          (name, i) =>
            near(at(of.numbers, i + 1), larger(of.facts, name, of.step)) &&
            (at(of.words, i + 1) !== '') === of.step > of.facts[name].path.length - 1,
        ),
    'Diverged:': ({ facts, step }) => all.some((name) => facts[name].diverged && step >= facts[name].path.length - 1),
    [`${some} at step #, # away in one coordinate`]: ({ facts, words, numbers, step }) => {
      const { path, diverged, larger: sizes } = facts[at(words, 0) as Name];
      return (
        diverged &&
        near(at(numbers, 1), last(sizes)) &&
        at(numbers, 0).value === path.length - 1 &&
        step >= path.length - 1
      );
    },
    '⟨It is|They are⟩ stopped there.': ({ facts, step, words }) =>
      (all.filter((name) => facts[name].diverged && step >= facts[name].path.length - 1).length === 1) ===
      (at(words, 0) === 'It is'),
    'diverged at step #': ({ facts, numbers }) =>
      all.some((name) => facts[name].diverged && facts[name].path.length - 1 === at(numbers, 0).value),
    [`${some}: in at step #`]: ({ facts, step, words, numbers }) =>
      arrivedAt(facts, at(words, 0), at(numbers, 0).value) && larger(facts, at(words, 0) as Name, step) <= goal,
    [`${some}: was in at step #`]: ({ facts, step, words, numbers }) =>
      arrivedAt(facts, at(words, 0), at(numbers, 0).value) && larger(facts, at(words, 0) as Name, step) > goal,
    'Four walkers have taken three steps from (3, 2). Which is the first to have both coordinates within # of the bottom, which the last?':
      ({ numbers }) => at(numbers, 0).is(goal),
    [`From first to last: ${some}, ${some}, ${some}, ${some}.`]: ({ facts, words, guess, right }) => {
      const order = words.map((name) => facts[name as Name].arrived ?? 1e9);
      const guessed = (guess as readonly Name[]).map((name) => facts[name].arrived ?? 1e9);
      return (
        order.every((step, i) => i === 0 || step >= at(order, i - 1)) &&
        right === guessed.every((step, i) => step === at(order, i))
      );
    },
    'In this order:': ({ facts }) => names(facts).length === 4,
    [`${some} at step #`]: ({ facts, words, numbers }) => arrivedAt(facts, at(words, 0), at(numbers, 0).value),
    [`${some} not within # steps`]: ({ facts, words, numbers }) => {
      const { arrived, diverged } = facts[at(words, 0) as Name];
      return arrived === undefined && !diverged && at(numbers, 0).value === steps;
    },
    [`${some} never, for it diverges`]: ({ facts, words }) => facts[at(words, 0) as Name].diverged,
    '(but not to stay: at step # it is # away)': ({ facts, numbers }) =>
      at(numbers, 0).value === steps &&
      all.some(
        (name) =>
          facts[name].arrived !== undefined &&
          near(at(numbers, 1), larger(facts, name, steps)) &&
          larger(facts, name, steps) > goal,
      ),
    'Momentum adds up the slopes along the valley and cancels those across it.': ({ facts: { plain, momentum } }) =>
      (momentum.arrived ?? 1e9) < (plain.arrived ?? 1e9),
    'The rates of plain descent and momentum are the best for the first valley, and too large for one that is steeper across.':
      ({ facts: { plain, momentum }, state }) =>
        plain.diverged && momentum.diverged && state.plain === 1 && state.momentum === 1 && state.surface === 'narrow',
    'RMSProp and Adam divide a slope by its usual size, so steep and flat count alike.': ({
      facts: { RMSProp, Adam },
      state: { surface },
    }) => [RMSProp, Adam].every((one) => countAlike(one, surface) && unevenness(one, surface) > 10),
    'RMSProp and Adam divide a slope by its usual size. Here the valley runs diagonally, and the slopes along x and y are of much the same size, so that steep and flat do not count alike.':
      ({ facts: { RMSProp, Adam }, state: { surface } }) =>
        [RMSProp, Adam].every((one) => !countAlike(one, surface) && unevenness(one, surface) < 1.5),
    'Adam overshoots, and swings in late.': ({ facts: { Adam, momentum, RMSProp } }) =>
      Adam.path.some(([x, y]) => x < -goal || y < -goal) &&
      (Adam.arrived ?? 1e9) > Math.min(momentum.arrived ?? 1e9, RMSProp.arrived ?? 1e9),
    'Adam has momentum too.': ({ facts }) => !facts.Adam.path.some(([x, y]) => x < -goal || y < -goal),
    'In the end RMSProp divides tiny slopes by tiny sizes, and its steps grow as long as its rate again.': ({
      facts: { RMSProp },
      state,
    }) => {
      const { path, arrived = steps } = RMSProp;
      const moves = path
        .slice(1)
        .map(([x, y], i) => Math.max(Math.abs(x - at(path, i)[0]), Math.abs(y - at(path, i)[1])));
      return moves.slice(arrived).some((move) => move > 0.5 * state.rms) && last(RMSProp.larger) > goal;
    },
    'The ⟨four walks on the map of the valley|larger coordinate of each, step by step|larger coordinate of each, by size, step by step⟩':
      () => true,
    '⟨plain|momentum|RMSProp|Adam⟩, larger coordinate': () => true,
  },
  also: [
    { surface: 'narrow' },
    { surface: 'turned' },
    { plain: 2 },
    { momentum: 2, surface: 'narrow' },
    { rms: 1, adam: 1 },
    { rms: 0.001, adam: 0.001 },
  ],
});
