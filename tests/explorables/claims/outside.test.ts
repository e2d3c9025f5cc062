import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import type { State } from '../../../src/explorables/kit/control.ts';
import type { View } from '../../../src/explorables/kit/explorable.ts';
import { figureFrame } from '../../../src/figures/parts/figure-frame.ts';
import { cases } from '../../depth.ts';
import { arbitraryState } from '../arbitrary-state.ts';
import { claimTables } from './tables.ts';

const all = await Promise.all(Object.values(explorables).map((load) => load()));

type Place = readonly [x: number, y: number];
type Path = readonly { readonly position: number; readonly value: number }[];
/** By figure, where each mark of a state has to be: computed by the facts of the claims, not by the explorable. */
type Places = Readonly<Record<string, readonly Place[]>>;

const log = (values: readonly number[]) => values.map((value, i): Place => [i, Math.log10(value)]);
const walk = ({ path }: { path: Path }, step: number): Places => ({
  curve: path.slice(0, step + 1).map(({ position, value }): Place => [position, value]),
});

/** The objects that may leave the picture, or the reason why none can. */
const marks: Readonly<Record<string, string | ((facts: never, step: number, state: State) => Places)>> = {
  basins: walk,
  broadcasting: 'Its picture has no axes.',
  'chain-rule': 'Its pictures have no axes.',
  'contour-walk': 'Its way stays on the map, and its heights in the profile.',
  'deep-chain': ({ products }: { products: readonly number[] }) => ({ products: log(products) }),
  'descent-1d': walk,
  'difference-error': ({ now }: { now: number }, _, { h }) => ({ errors: [[Math.log10(Number(h)), Math.log10(now)]] }),
  halving: 'Its interval stays in the picture.',
  'ill-conditioning': ({ path, a, b }: { path: readonly Place[]; a: number; b: number }, step) => ({
    map: path.slice(0, step + 1),
    loss: log(path.slice(0, step + 1).map(([x, y]) => (a / 2) * x * x + (b / 2) * y * y)),
  }),
  'loss-dial': 'Its line and its column stay in the picture.',
  'mini-batches': 'Its path is compared with NumPy by `prove`, and nothing here computes it anew.',
  neuron: 'Its tracks and its arrows stay in the picture.',
  'optimizer-race': (facts: Readonly<Record<string, { path: readonly Place[]; larger: readonly number[] }>>, step) => {
    const { plain, momentum, RMSProp: rms, Adam: adam } = facts;
    const runs = { plain, momentum, rms, adam };
    return {
      map: Object.values(runs).flatMap((run) => run?.path.slice(0, step + 1) ?? []),
      distances: Object.values(runs).flatMap((run) => log(run?.larger.slice(0, step + 1) ?? [])),
    };
  },
  'partial-slices': 'Its point stays on the map.',
  'paths-add': 'Its graph stays, and its rates stay on their line.',
  'polynomial-fit': ({ fits, degree, train }: Fits) => ({
    curve: [...train, ...Array.from({ length: 201 }, (_, i): Place => curveAt(fits[degree], -1.05 + (i * 2.1) / 200))],
    errors: [...log(fits.map((fit) => fit.train)), ...log(fits.map((fit) => fit.test))],
  }),
  'rate-regimes': ({ x, factor }: { x: readonly number[]; factor: number }, step) => ({
    walk: x.slice(0, step + 2).map((at, i): Place => [i, at]),
    factor: [[1 - factor, factor]],
  }),
  regression: ({ path, best, points, range }: Line, step) => ({
    map: [...path.slice(0, step + 1), ...(best && range >= 1e-3 ? [best] : [])],
    losses: log(path.slice(0, step + 1).map(([m, b]) => mean(points.map(([x, y]) => (m * x + b - y) ** 2)))),
  }),
  residuals: 'Its points and its residuals stay in their pictures.',
  saddle: ({ path }: { path: readonly Place[] }, step) => {
    const so = path.slice(0, step + 1);
    return {
      map: so,
      distance: [so.map(([x]) => Math.abs(x)), so.map(([, y]) => y), so.map(([x, y]) => 2 * Math.hypot(x, y))].flatMap(
        log,
      ),
    };
  },
  'secant-tangent': (
    { value, y, nudges }: { value: (x: number) => number; y: number; nudges: readonly number[] },
    step,
    { x },
  ) => {
    const there = Number(x) + (nudges[step] ?? 0);
    return {
      curve: (
        [
          [Number(x), y],
          [there, value(there)],
        ] as Place[]
      ).filter(([, at]) => Number.isFinite(at)),
    };
  },
  'steepest-direction': 'Its point and its arrows stay on the map.',
  'two-vectors': 'Its arrows and their sum stay in the picture.',
};

interface Fits {
  readonly degree: number;
  readonly train: readonly Place[];
  readonly fits: readonly { readonly train: number; readonly test: number; readonly value: (x: number) => number }[];
}

interface Line {
  readonly path: readonly Place[];
  readonly best: Place | undefined;
  /** Of points that stand almost above one another no lowest point is drawn. */
  readonly range: number;
  readonly points: readonly Place[];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const curveAt = (fit: Fits['fits'][number] | undefined, x: number): Place => [x, fit?.value(x) ?? Number.NaN];

/** How far outside of its picture the farthest place is, in units of the drawing; 0 if all are inside. */
function beyond({ figures }: View, name: string, places: readonly Place[]): number {
  const figure = figures.find((one) => one.name === name);
  if (figure === undefined) throw new Error(`there is no figure ${name}`);
  const { toDrawing, within } = figureFrame(figure);
  return places.reduce((most, place) => {
    const drawn = toDrawing(place);
    const nearest = within(drawn);
    const off = Math.max(...drawn.map((at, i) => Math.abs(at - (nearest[i] ?? at))));
    return Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(most, off);
  }, 0);
}

const says = ({ note = '' }: View) => note.includes('Outside the picture');

it('lists for every explorable the objects that can leave its pictures', () => {
  expect(Object.keys(marks)).toEqual(Object.keys(explorables));
});

describe.each(all)('$id', ({ id, controls, initial, scene: sceneOf }) => {
  const table = claimTables[id];
  const placesOf = marks[id];
  const sampled = fc.sample(arbitraryState(controls), {
    numRuns: id === 'mini-batches' ? cases(3, 8) : cases(5, 40),
    seed: 20261124,
  });
  const states = [...(table?.also ?? []).slice(0, 12).map((other) => ({ ...initial.state, ...other })), ...sampled];

  it('says so when a mark has left its picture, and only then', () => {
    for (const state of states) {
      if (table?.isBeyondFloats(state) ?? true) continue;
      const { lastStep, view: viewAt } = sceneOf(state);
      const facts = typeof placesOf === 'function' ? table?.facts(state) : undefined;
      for (const step of new Set([0, Math.round(lastStep / 3), lastStep])) {
        const view = viewAt(step);
        const where = `${JSON.stringify(state)} at step ${step}: ${view.note ?? 'no note'}`;
        if (typeof placesOf !== 'function') continue;
        const off = Object.entries(placesOf(facts as never, step, state)).map(([figure, places]) =>
          beyond(view, figure, places),
        );
        // A thousandth of a unit of the drawing is a float's matter.
        if (off.some((one) => one > 1e-3)) expect(says(view), where).toBe(true);
        if (says(view) && !/the next|the line[,.]/.test(view.note ?? ''))
          expect(Math.max(...off), where).toBeGreaterThan(0);
      }
    }
  });
});
