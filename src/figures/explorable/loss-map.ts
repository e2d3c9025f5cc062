import type { Point } from '../../core/point.ts';
import { arrow } from '../parts/arrow.ts';
import type { Ticks } from '../parts/axes.ts';
import { cutLine } from '../parts/cut-path.ts';
import type { Valley } from '../parts/ellipse.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { lossPlane, lowestPoint } from '../parts/loss-plane.ts';
import type { AnyMarks, Marks } from '../parts/mark.ts';
import { dot, dots, line } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import { valleyContours } from '../parts/valley.ts';
import type { View } from '../parts/view.ts';
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
  /** The reader's guess of the new lowest point. */
  readonly guess?: Point | undefined;
}

/** The contour lines of the loss, its lowest point, and a walk over them. */
export function lossMap(map: LossMap, walk: MapWalk, words: FigureText): Figure {
  const { key, view, ticks } = map;
  return panel({
    ...words,
    ...lossPlane,
    name: 'map',
    height: 305,
    view,
    ticks,
    marks: walked(map, walk),
    ground: { key, marks: () => landscape(map) },
  });
}

function landscape({ valley, above, view }: LossMap): AnyMarks[] {
  return valley
    ? [valleyContours(valley, view, { heights: above, stroke: color.loss }), lowestPoint(valley.center, view)]
    : [];
}

function walked({ view, valley }: LossMap, { places, dots: each, next, slopes, guess }: MapWalk): Marks[] {
  const here = places.at(-1) ?? [0, 0];
  const apart = (view.x[1] - view.x[0]) / 120;
  const stroke = { stroke: color.step, strokeWidth: size.line, strokeLinejoin: 'round' as const };
  return [
    ...trail(places, view, { ...stroke, strokeWidth: each ? 2 : 1.2, apart: apart / 3 }),
    each ? dots(distinct(placesInside(places, view), apart), { fill: color.step, r: size.dot }) : null,
    dot(placesInside(places.slice(0, 1), view), { ...stroke, fill: color.surface, r: size.point }),
    slopes ? pulls(here, slopes, view) : null,
    next && longEnough(here, next, view) ? showing('next', straight([here, next], view, color.step)) : null,
    showing('here', standingPoint(here, view, { fill: color.step, r: size.point + 1.5 })),
    guess && valley ? guessed(valley.center, guess, view) : null,
  ];
}

/** Against the slope along each parameter, an arrow as long as the slope is steep. */
function pulls([m, b]: Point, { along: [forM, forB], scale }: NonNullable<MapWalk['slopes']>, view: View): Marks[] {
  const ends = [
    ['along-m', [m - scale * forM, b]],
    ['along-b', [m, b - scale * forB]],
  ] as const;
  return ends.flatMap(([name, end]) =>
    longEnough([m, b], end, view) ? [showing(name, straight([[m, b], end], view, color.gradient))] : [],
  );
}

/** Whether an arrow is long enough to be visible. */
function longEnough(from: Point, to: Point, { x, y }: View): boolean {
  return Math.hypot((to[0] - from[0]) / (x[1] - x[0]), (to[1] - from[1]) / (y[1] - y[0])) > 0.01;
}

function straight(ends: readonly [Point, Point], view: View, stroke: string): Marks {
  const cut = cutLine(...ends, view);
  if (cut === undefined) return null;
  const [[x1, y1], [x2, y2]] = cut;
  return arrow([0], { x1, y1, x2, y2, stroke, strokeWidth: size.line, headLength: 8 });
}

function guessed(best: Point, guess: Point, view: View): Marks {
  const cut = cutLine(best, guess, view);
  return cut ? line(cut, { stroke: color.ink, strokeWidth: size.line, ...dotted }) : null;
}
