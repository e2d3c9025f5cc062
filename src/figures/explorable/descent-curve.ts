import type { Point } from '../../core/point.ts';
import { arrow } from '../parts/arrow.ts';
import { spaced } from '../parts/curve.ts';
import { cutLine, isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { type FigureFrame, figureFrame } from '../parts/figure-frame.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, dots, line, link, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { tangentEnds } from '../parts/tangent-ends.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import { typesetMeasured } from '../parts/typeset-number.ts';
import type { View } from '../parts/view.ts';
import { spread } from '../parts/walk.ts';

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

/** The drawn parts of a walk: the places so far, the slope at the last one, and where the next step will lead. */
export interface WalkSoFar {
  readonly places: readonly Point[];
  readonly slope: number;
  /** Not drawn while it is the open question. */
  readonly next: number | undefined;
}

/** A walk down a curve, on the curve and, below it, along x, with the tangent by which the next step is measured. */
export function descentCurve(landscape: Landscape, walk: WalkSoFar, words: FigureText): Figure {
  const { view, ticks, name } = landscape;
  const figure = panel({
    ...words,
    name: 'curve',
    height: 380,
    view,
    margins: { left: 26, right: 6, top: 10, bottom: 30 },
    ticks,
    ground: { key: name, marks: () => theCurve(landscape) },
  });
  return { ...figure, moving: theWalk(landscape, walk, figureFrame(figure)) };
}

function theCurve({ value, view, formula, formulaAt: [x, y], track }: Landscape): Marks[] {
  const graph = spaced(...view.x, 201).map((at): Point => [at, value(at)]);
  return [
    ruleY([track], { stroke: color.rule }),
    ...trail(graph, view, { stroke: color.function, strokeWidth: size.strong, strokeLinecap: 'round' }),
    label({ x, y, text: formula, fill: color.function }),
  ];
}

function theWalk({ view, track }: Landscape, { places, slope, next }: WalkSoFar, frame: FigureFrame): Marks[] {
  const here = places.at(-1) ?? [0, 0];
  const along = places.filter(([x]) => isInside([x, track], view));
  const marks = (all: readonly Point[]) => dots(all, { fill: color.step, r: size.dot });
  const tangent = cutLine(...tangentEnds(here, slope, 70, frame), view);
  return [
    ...trail(places, view, { stroke: color.step, strokeWidth: 1.2, apart: 0.01 }),
    marks(spread(placesInside(places, view), 0.02)),
    marks(spread(along, 0.02).map(([x]): Point => [x, track])),
    showing(
      'slope',
      tangent ? line(tangent, { stroke: color.tangent, strokeWidth: size.strong, strokeLinecap: 'round' }) : [],
    ),
    showing('x', standing(here, view, track)),
    showing('next', next === undefined ? [] : landing([here[0], track], [next, track], view)),
    words(places, view, track),
  ];
}

/** The current position: a larger point on the curve, and its place below. */
function standing([x, y]: Point, view: View, track: number): Marks[] {
  if (!isInside([x, track], view)) return [];
  const top = Math.min(y, view.y[1]);
  return [
    link([[x, y]], { x1: x, x2: x, y1: track, y2: top, stroke: color.step, ...dotted }),
    standingPoint([x, y], view, { fill: color.step }),
    standingPoint([x, track], view, { fill: color.step }),
  ];
}

/** The move that comes next, as an arrow along x, and the place where it ends. */
function landing(from: Point, to: Point, view: View): Marks[] {
  const cut = cutLine(from, to, view);
  if (cut === undefined) return [];
  const [[x1, y1], [x2, y2]] = cut;
  const arrives = x2 === to[0];
  const stroke = { stroke: color.step, strokeWidth: size.line };
  return [
    arrow([0], { x1, x2, y1, y2, ...stroke, headLength: 8, insetStart: 6, insetEnd: arrives ? 5 : 0 }),
    arrives ? dot([to], { ...stroke, fill: color.surface, r: size.point }) : null,
  ];
}

function words(places: readonly Point[], view: View, track: number): Marks[] {
  const [x] = places.at(-1) ?? [0];
  const step = places.length - 1;
  const [low, high] = view.x;
  const below = { y: track, dy: 18, fill: color.step } as const;
  if (x > high) return [label({ ...below, x: high, dx: -2, anchor: 'end', text: `step ${step} →` })];
  if (x < low) return [label({ ...below, x: low, dx: 2, anchor: 'start', text: `← step ${step}` })];
  const start = places[0]?.[0] ?? x;
  const room = Math.abs(start - x) > 0.17 * (high - low);
  return [
    label({ ...below, x, text: step === 0 ? 'start' : `step ${step}: ${typesetMeasured(x, 2)}` }),
    step > 0 && room && isInside([start, track], view) ? label({ ...below, x: start, text: 'start' }) : null,
  ];
}
