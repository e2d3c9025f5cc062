import { dot, line, link, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { cutPath, isInside } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetPower } from '../parts/typeset-number.ts';
import { type Valley, valleyContours } from '../parts/valley.ts';
import { distinct } from '../parts/walk.ts';

const view = { x: [-1.4, 3.6], y: [-4.1, 4.1] } as const;
const heights = [1, 10, 40, 109, 250, 440];

/** One of several that walk down the same landscape. */
export interface Racer {
  /** Its key: the name of its figure and of its term. */
  readonly key: string;
  readonly name: string;
  /** So far. */
  readonly places: readonly Point[];
  readonly dash?: string;
}

/** The walk of one racer so far. */
export function raceMap(
  surface: { readonly key: string; readonly valley: Valley },
  { key, name, places }: Racer,
  says: string,
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  const here = places.at(-1) ?? [0, 0];
  const stroke = { stroke: color.step, strokeWidth: size.line, strokeLinejoin: 'round' as const };
  const apart = distinct(
    places.filter((place) => isInside(place, view)),
    0.08,
  );
  return {
    ...words,
    name: key,
    width: figureWidth,
    height: 300,
    plot: {
      marginLeft: 30,
      marginRight: 6,
      marginTop: 34,
      marginBottom: 28,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: [
        ...cutPath(places, view).map((part) => line(distinct(part, 0.02), { ...stroke, strokeWidth: 1.4 })),
        dots(apart, { fill: color.step, r: 2 }),
        showing(
          key,
          isInside(here, view) ? dot([here], { fill: color.step, stroke: color.surface, r: size.point + 1 }) : [],
        ),
        label({ x: view.x[1], y: view.y[1], dy: -18, anchor: 'end', text: says, fill: color.step }),
      ],
    },
    ground: {
      key: surface.key,
      marks: () => [
        axes({ x: [-1, 0, 1, 2, 3], y: [-4, -2, 0, 2, 4] }),
        valleyContours(surface.valley, view, heights),
        label({ x: view.x[0], y: view.y[1], dy: -18, anchor: 'start', text: name }),
      ],
    },
  };
}

const low = -6;
const high = 2;

/** The larger coordinate of each racer, by size, on a scale of powers of ten, with a goal. */
export function raceDistances(
  racers: readonly (Racer & { readonly distances: readonly number[] })[],
  steps: number,
  goal: number,
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  const step = Math.max(...racers.map(({ distances }) => distances.length - 1));
  return {
    ...words,
    name: 'distances',
    width: figureWidth,
    height: 300,
    plot: {
      marginLeft: 42,
      marginRight: 86,
      marginTop: 34,
      marginBottom: 52,
      x: { domain: [0, steps] },
      y: { domain: [low, high] },
      marks: [
        link([0], {
          x1: step,
          x2: step,
          y1: low,
          y2: high,
          stroke: color.step,
          strokeDasharray: '1,5',
          strokeLinecap: 'round',
        }),
        ...racers.flatMap((racer) => distanceLine(racer, steps)),
        ...names(racers, steps),
      ],
    },
    ground: {
      key: `${steps}`,
      marks: () => [
        axes({ x: [], y: [-6, -4, -2, 0, 2], format: typesetPower }),
        axes({ x: [0, steps / 2, steps], y: [] }),
        link([0], {
          x1: 0,
          x2: steps,
          y1: Math.log10(goal),
          y2: Math.log10(goal),
          stroke: color.inkSoft,
          strokeDasharray: '2,4',
        }),
        label({ x: steps, y: Math.log10(goal), dx: 6, anchor: 'start', text: 'goal', fill: color.inkSoft }),
        label({
          x: 0,
          y: high,
          dx: -36,
          dy: -22,
          anchor: 'start',
          text: 'larger coordinate',
          fill: color.inkSoft,
        }),
        label({ x: steps / 2, y: low, dy: 40, text: 'step', fill: color.inkSoft }),
      ],
    },
  };
}

function distanceLine(
  { distances, dash }: Racer & { readonly distances: readonly number[] },
  steps: number,
): Markish[] {
  const places = distances.map((distance, step): Point => [step, Math.log10(distance)]);
  const style = { stroke: color.step, strokeWidth: size.line, ...(dash !== undefined && { strokeDasharray: dash }) };
  return cutPath(places, { x: [0, steps], y: [low, high] }).map((part) => line(distinct(part, 0.01), style));
}

/** The names beside the picture, at the height of each line's end, pushed apart where they would touch. */
function names(racers: readonly (Racer & { readonly distances: readonly number[] })[], steps: number): Markish[] {
  const apart = 0.78;
  const sorted = racers
    .map(({ name, distances }) => ({ name, y: within(Math.log10(distances.at(-1) ?? 1)) }))
    .sort((a, b) => a.y - b.y);
  let floor = low + 0.3;
  return sorted.map(({ name, y }, i) => {
    const ceiling = high - (sorted.length - 1 - i) * apart;
    const free = [floor, Math.log10(1e-3) + apart].find((at) => at >= y && Math.abs(at - Math.log10(1e-3)) >= apart);
    const clear = Math.abs(y - Math.log10(1e-3)) < apart ? (free ?? y) : y;
    const place = Math.min(Math.max(clear, floor), ceiling);
    floor = place + apart;
    return label({ x: steps, y: place, dx: 6, anchor: 'start', text: name, fill: color.step });
  });
}

const within = (y: number) => (Number.isFinite(y) ? Math.min(Math.max(y, low), high) : low);
