import { arrow, dot, line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes, type Ticks } from '../parts/axes.ts';
import type { View } from '../parts/contours.ts';
import { cutLine, cutPath, isInside } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { type Valley, valleyContours } from '../parts/valley.ts';
import { distinct } from '../parts/walk.ts';

/** The loss as a landscape over the map of its two parameters. */
export interface LossMap {
  /** Names everything that the landscape depends on. */
  readonly key: string;
  /** Its lowest point with the curvatures there; none if its floor is level. */
  readonly valley: Valley | undefined;
  /** The heights above the lowest point at which contour lines run. */
  readonly above: readonly number[];
  readonly view: View;
  readonly ticks: Ticks;
}

/** A walk on the map. */
export interface MapWalk {
  readonly places: readonly Point[];
  /** Whether each step has a point of its own. */
  readonly dots: boolean;
  /** Where the next step leads. */
  readonly next?: Point | undefined;
  /** The two slopes against which the next step goes, and how long an arrow a slope of 1 has, in units of the map. */
  readonly slopes?: { readonly along: readonly [m: number, b: number]; readonly scale: number };
  /** Where the reader believes that the lowest point goes. */
  readonly guess?: Point | undefined;
}

/** The contour lines of the loss, its lowest point, and a walk over them. */
export function lossMap(map: LossMap, walk: MapWalk, words: Pick<Figure, 'title' | 'description'>): Figure {
  const { key, view, ticks } = map;
  return {
    ...words,
    name: 'map',
    width: figureWidth,
    height: 380,
    plot: {
      marginLeft: 32,
      marginRight: 8,
      marginTop: 26,
      marginBottom: 54,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: walked(map, walk),
    },
    ground: { key, marks: () => [axes(ticks), landscape(map)] },
  };
}

function landscape({ valley, above, view }: LossMap): Markish[] {
  const best = valley?.center;
  return [
    valley ? valleyContours(valley, view, above, color.loss) : null,
    label({ x: (view.x[0] + view.x[1]) / 2, y: view.y[0], dy: 40, text: 'slope *m*', fill: color.inkSoft }),
    label({
      x: view.x[0],
      y: view.y[1],
      dx: -24,
      dy: -14,
      anchor: 'start',
      text: 'height *b*',
      fill: color.inkSoft,
    }),
    best && isInside(best, view)
      ? dot([best], { symbol: 'times', stroke: color.ink, strokeWidth: size.line, r: size.point + 1 })
      : null,
  ];
}

function walked({ view, valley }: LossMap, { places, dots: dotted, next, slopes, guess }: MapWalk): Markish[] {
  const here = places.at(-1) ?? [0, 0];
  const apart = (view.x[1] - view.x[0]) / 120;
  const stroke = { stroke: color.step, strokeWidth: size.line, strokeLinejoin: 'round' as const };
  const inside = (some: readonly Point[]) => some.filter((place) => isInside(place, view));
  return [
    ...cutPath(places, view).map((part) =>
      line(distinct(part, apart / 3), { ...stroke, strokeWidth: dotted ? 2 : 1.2 }),
    ),
    dotted ? dots(distinct(inside(places), apart), { fill: color.step, r: size.dot }) : null,
    dot(inside(places.slice(0, 1)), { ...stroke, fill: color.surface, r: size.point }),
    slopes ? pulls(here, slopes, view) : null,
    next && longEnough(here, next, view) ? showing('next', straight(here, next, view, color.step)) : null,
    showing('here', dot(inside([here]), { fill: color.step, stroke: color.surface, r: size.point + 1.5 })),
    guess && valley ? guessed(valley.center, guess, view) : null,
  ];
}

/** Against the slope along each parameter, an arrow as long as the slope is steep. */
function pulls([m, b]: Point, { along: [forM, forB], scale }: NonNullable<MapWalk['slopes']>, view: View): Markish[] {
  const ends = [
    ['along-m', [m - scale * forM, b]],
    ['along-b', [m, b - scale * forB]],
  ] as const;
  return ends.flatMap(([name, end]) =>
    longEnough([m, b], end, view) ? [showing(name, straight([m, b], end, view, color.gradient))] : [],
  );
}

/** Whether an arrow would be seen: a head alone says nothing. */
function longEnough(from: Point, to: Point, { x, y }: View): boolean {
  return Math.hypot((to[0] - from[0]) / (x[1] - x[0]), (to[1] - from[1]) / (y[1] - y[0])) > 0.01;
}

function straight(from: Point, to: Point, view: View, stroke: string): Markish {
  const cut = cutLine(from, to, view);
  if (cut === undefined) return null;
  const [[x1, y1], [x2, y2]] = cut;
  return arrow([0], { x1, y1, x2, y2, stroke, strokeWidth: size.line, headLength: 8 });
}

function guessed(best: Point, guess: Point, view: View): Markish[] {
  const cut = cutLine(best, guess, view);
  return [
    cut
      ? line(cut, { stroke: color.ink, strokeWidth: size.line, strokeDasharray: '1,5', strokeLinecap: 'round' })
      : null,
  ];
}
