import { arrow, dot, line, link, type Markish, ruleY } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import type { View } from '../parts/contours.ts';
import { cutLine, cutPath, isInside } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import type { Figure } from '../parts/figure.ts';
import { figureFrame } from '../parts/figure-frame.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { tangentEnds } from '../parts/tangent-ends.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetMeasured } from '../parts/typeset-number.ts';
import { distinct, spread } from '../parts/walk.ts';

/** A curve with the part of the plane that shows it, and the height below it at which a walk is drawn once more. */
export interface Landscape {
  readonly name: string;
  readonly value: (x: number) => number;
  /** With variables between asterisks, and where it stands. */
  readonly formula: string;
  readonly formulaAt: Point;
  readonly view: View;
  readonly track: number;
  readonly ticks: { readonly x: readonly number[]; readonly y: readonly number[] };
}

/** What is drawn of a walk: the places so far, the slope at the last one, and where the next step will lead. */
export interface WalkSoFar {
  readonly places: readonly Point[];
  readonly slope: number;
  /** Not drawn while the reader is asked for it. */
  readonly next: number | undefined;
}

/** A walk down a curve, on the curve and, below it, along x, with the tangent by which the next step is measured. */
export function descentCurve(
  landscape: Landscape,
  walk: WalkSoFar,
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  const { view, ticks, name } = landscape;
  const figure: Figure = {
    ...words,
    name: 'curve',
    width: figureWidth,
    height: 380,
    plot: {
      marginLeft: 26,
      marginRight: 6,
      marginTop: 10,
      marginBottom: 30,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
    },
    ground: { key: name, marks: () => [axes(ticks), theCurve(landscape)] },
  };
  return { ...figure, plot: { ...figure.plot, marks: theWalk(landscape, walk, figure) } };
}

function theCurve({ value, view, formula, formulaAt: [x, y], track }: Landscape): Markish[] {
  const xs = Array.from({ length: 201 }, (_, i) => view.x[0] + (i * (view.x[1] - view.x[0])) / 200);
  const parts = cutPath(
    xs.map((at): Point => [at, value(at)]),
    view,
  );
  return [
    ruleY([track], { stroke: color.rule }),
    ...parts.map((part) => line(part, { stroke: color.function, strokeWidth: size.strong, strokeLinecap: 'round' })),
    label({ x, y, text: formula, fill: color.function }),
  ];
}

function theWalk({ view, track }: Landscape, { places, slope, next }: WalkSoFar, figure: Figure): Markish[] {
  const here = places.at(-1) ?? [0, 0];
  const inView = spread(
    places.filter((place) => isInside(place, view)),
    0.02,
  );
  const along = spread(
    places.filter(([x]) => isInside([x, track], view)),
    0.02,
  ).map(([x]): Point => [x, track]);
  const ends = tangentEnds(here, slope, 70, figureFrame(figure));
  const tangent = cutLine(...ends, view);
  const stroke = { stroke: color.step, strokeWidth: size.line };
  return [
    ...cutPath(places, view).map((part) => line(distinct(part, 0.01), { ...stroke, strokeWidth: 1.2 })),
    dots(inView, { fill: color.step, r: size.dot }),
    dots(along, { fill: color.step, r: size.dot }),
    showing(
      'slope',
      tangent ? line(tangent, { stroke: color.tangent, strokeWidth: size.strong, strokeLinecap: 'round' }) : [],
    ),
    showing('x', standing(here, view, track)),
    showing('next', next === undefined ? [] : landing(here, next, view, track)),
    words(places, view, track),
  ];
}

/** Where the walk stands: a larger point on the curve, and its place below. */
function standing([x, y]: Point, view: View, track: number): Markish[] {
  if (!isInside([x, track], view)) return [];
  const top = Math.min(y, view.y[1]);
  const plumb = { stroke: color.step, strokeDasharray: '1,5', strokeLinecap: 'round' } as const;
  return [
    link([[x, y]], { x1: x, x2: x, y1: track, y2: top, ...plumb }),
    isInside([x, y], view) ? dot([[x, y]], { fill: color.step, stroke: color.surface, r: size.point + 1 }) : null,
    dot([[x, track]], { fill: color.step, stroke: color.surface, r: size.point + 1 }),
  ];
}

/** The move that comes next, as an arrow along x, and the place where it ends. */
function landing([x]: Point, next: number, view: View, track: number): Markish[] {
  const cut = cutLine([x, track], [next, track], view);
  if (cut === undefined) return [];
  const [[x1], [x2]] = cut;
  const arrives = x2 === next;
  return [
    arrow([0], {
      x1,
      x2,
      y1: track,
      y2: track,
      stroke: color.step,
      strokeWidth: size.line,
      headLength: 8,
      insetStart: 6,
      insetEnd: arrives ? 5 : 0,
    }),
    arrives
      ? dot([[next, track]], { stroke: color.step, strokeWidth: size.line, fill: color.surface, r: size.point })
      : null,
  ];
}

function words(places: readonly Point[], view: View, track: number): Markish[] {
  const [x] = places.at(-1) ?? [0];
  const step = places.length - 1;
  const [low, high] = view.x;
  const text = `step ${step}`;
  if (x > high)
    return [label({ x: high, y: track, dx: -2, dy: 18, anchor: 'end', text: `${text} →`, fill: color.step })];
  if (x < low)
    return [label({ x: low, y: track, dx: 2, dy: 18, anchor: 'start', text: `← ${text}`, fill: color.step })];
  const start = places[0]?.[0] ?? x;
  const room = Math.abs(start - x) > 0.17 * (high - low);
  return [
    label({ x, y: track, dy: 18, text: step === 0 ? 'start' : `${text}: ${typesetMeasured(x, 2)}`, fill: color.step }),
    step > 0 && room && isInside([start, track], view)
      ? label({ x: start, y: track, dy: 18, text: 'start', fill: color.step })
      : null,
  ];
}
