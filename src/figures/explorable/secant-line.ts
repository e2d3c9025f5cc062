import type { Point } from '../../core/point.ts';
import { spaced } from '../parts/curve.ts';
import { cutLine, isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, link } from '../parts/marks.ts';
import { niceTicks } from '../parts/nice-ticks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, type Stroke, trail } from '../parts/trail.ts';
import { typesetMeasured } from '../parts/typeset-number.ts';
import type { View } from '../parts/view.ts';

/** A curve, two of its points, and what lies along it at the first: NaN and infinity mean that there is none. */
export interface SecantLine {
  /** Identifies the curve: another curve has another key. */
  readonly key: string;
  readonly value: (x: number) => number;
  readonly view: View;
  readonly at: Point;
  readonly nudged: Point;
  readonly secant: number;
  /** Not drawn while it is the open question. */
  readonly tangent: number | undefined;
  /** The reader's guess of the tangent's slope. */
  readonly guess: number | undefined;
}

/** A curve with the line through two of its points, the triangle that measures its slope, and the tangent. */
export function secantLine(lines: SecantLine, words: FigureText): Figure {
  const { key, value, view, tangent, secant, guess, at } = lines;
  const through = (slope: number | undefined, stroke: Stroke) =>
    slope === undefined ? [] : trail(straightLine(at, slope, view), view, { ...stroke, strokeLinecap: 'round' });
  return panel({
    ...words,
    name: 'curve',
    height: 360,
    view,
    margins: { left: 34, right: 6, top: 10, bottom: 30 },
    ticks: { x: niceTicks(...view.x), y: niceTicks(...view.y), format: (tick) => String(tick).replace('-', '−') },
    marks: [
      through(guess, { stroke: color.tangent, strokeWidth: size.line, strokeDasharray: '1,6' }),
      showing('tangent', through(tangent, { stroke: color.tangent, strokeWidth: size.strong })),
      showing('slope', through(secant, { stroke: color.ink, strokeWidth: size.line, strokeDasharray: '7,5' })),
      triangle(lines),
      showing('x', dot(placesInside([at], view), { fill: color.tangent, r: size.point + 1 })),
      names(lines),
    ],
    ground: {
      key,
      marks: () =>
        trail(
          spaced(...view.x, 241).map((x): Point => [x, value(x)]),
          view,
          { stroke: color.function, strokeWidth: size.strong },
        ),
    },
  });
}

/** The line through a point with a slope, from one side of the view at least to the other. */
function straightLine([x, y]: Point, slope: number, view: View): Point[] {
  const far = view.x[1] - view.x[0];
  return [-far, far].map((by): Point => [x + by, y + slope * by]);
}

/** From the point along by the nudge, then up by the change. */
function triangle({ at, nudged, view }: SecantLine): Marks[] {
  const corner: Point = [nudged[0], at[1]];
  const [run, rise] = [cutLine(at, corner, view), cutLine(corner, nudged, view)];
  const style = { stroke: color.inkSoft, strokeWidth: 1.5, x1: '0', y1: '1', x2: '2', y2: '3' } as const;
  return [
    showing('h', run ? link([run.flat()], style) : []),
    showing('rise', rise ? link([rise.flat()], style) : []),
    isInside(nudged, view)
      ? dot([nudged], { fill: color.surface, stroke: color.ink, strokeWidth: size.line, r: size.point })
      : null,
  ];
}

function names({ at, nudged, view, secant, tangent }: SecantLine): Marks[] {
  if (!isInside(at, view)) return [];
  const wide = nudged[0] - at[0] > 0.06 * (view.x[1] - view.x[0]);
  return [
    wide
      ? label({ x: (at[0] + nudged[0]) / 2, y: at[1], dy: secant < 0 ? -12 : 14, text: '*h*', fill: color.inkSoft })
      : null,
    cornerLabel(secant, view, { text: `line ${typesetMeasured(secant, 2)}`, fill: color.ink, dy: 18 }),
    tangent === undefined
      ? null
      : cornerLabel(tangent, view, { text: `tangent ${typesetMeasured(tangent, 2)}`, fill: color.tangent, dy: 0 }),
  ];
}

/** A name in the lower left or the upper left corner, whichever the curve's rising leaves free. */
function cornerLabel(slope: number, view: View, { dy, ...words }: { text: string; fill: string; dy: number }): Marks {
  if (!Number.isFinite(slope)) return null;
  const high = slope >= 0;
  return label({
    x: view.x[0],
    y: high ? view.y[1] : view.y[0],
    dx: 10,
    dy: high ? 14 + dy : -30 + dy,
    anchor: 'start',
    ...words,
  });
}
