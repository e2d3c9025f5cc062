import { dot, line, link, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import type { View } from '../parts/contours.ts';
import { spaced } from '../parts/curve.ts';
import { cutLine, cutPath, isInside } from '../parts/cut-path.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { niceTicks } from '../parts/nice-ticks.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetMeasured } from '../parts/typeset-number.ts';

/** A curve, two of its points, and what lies along it at the first: NaN and infinity mean that there is none. */
export interface SecantLine {
  /** What the picture is of: another curve has another key. */
  readonly key: string;
  readonly value: (x: number) => number;
  readonly view: View;
  readonly at: Point;
  readonly nudged: Point;
  readonly secant: number;
  /** Not drawn while the reader is asked for it. */
  readonly tangent: number | undefined;
  /** The slope that the reader takes it to have. */
  readonly guess: number | undefined;
}

/** A curve with the line through two of its points, the triangle that measures its slope, and the tangent. */
export function secantLine(lines: SecantLine, words: Pick<Figure, 'title' | 'description'>): Figure {
  const { key, value, view, tangent, secant, guess, at } = lines;
  return {
    ...words,
    name: 'curve',
    width: figureWidth,
    height: 370,
    ground: { key, marks: () => theCurve(value, view) },
    plot: {
      marginLeft: 34,
      marginRight: 6,
      marginTop: 10,
      marginBottom: 30,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: [
        through(at, guess, view, { stroke: color.tangent, strokeWidth: size.line, strokeDasharray: '1,6' }),
        showing('tangent', through(at, tangent, view, { stroke: color.tangent, strokeWidth: size.strong })),
        showing(
          'slope',
          through(at, secant, view, { stroke: color.ink, strokeWidth: size.line, strokeDasharray: '7,5' }),
        ),
        triangle(lines),
        showing(
          'x',
          dot(
            [at].filter((one) => isInside(one, view)),
            { fill: color.tangent, r: size.point + 1 },
          ),
        ),
        names(lines),
      ],
    },
  };
}

function theCurve(value: (x: number) => number, view: View): Markish[] {
  const places = spaced(...view.x, 241).map((x): Point => [x, value(x)]);
  return [
    axes({ x: niceTicks(...view.x), y: niceTicks(...view.y), format: (tick) => String(tick).replace('-', '−') }),
    ...cutPath(places, view).map((part) => line(part, { stroke: color.function, strokeWidth: size.strong })),
  ];
}

function through([x, y]: Point, slope: number | undefined, view: View, style: object): Markish {
  if (slope === undefined) return [];
  const far = view.x[1] - view.x[0];
  const cut = cutLine([x - far, y - slope * far], [x + far, y + slope * far], view);
  return cut ? line(cut, { ...style, strokeLinecap: 'round' }) : [];
}

/** From the point along by the nudge, then up by the change. */
function triangle({ at, nudged, view }: SecantLine): Markish[] {
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

function names({ at, nudged, view, secant, tangent }: SecantLine): Markish[] {
  if (!isInside(at, view)) return [];
  const wide = nudged[0] - at[0] > 0.06 * (view.x[1] - view.x[0]);
  return [
    wide
      ? label({ x: (at[0] + nudged[0]) / 2, y: at[1], dy: secant < 0 ? -12 : 14, text: '*h*', fill: color.inkSoft })
      : null,
    atEdge(secant, view, `line ${typesetMeasured(secant, 2)}`, color.ink, 18),
    tangent === undefined ? null : atEdge(tangent, view, `tangent ${typesetMeasured(tangent, 2)}`, color.tangent, 0),
  ];
}

/** A name in the lower left or the upper left corner, whichever the curve's rising leaves free. */
function atEdge(slope: number, view: View, text: string, fill: string, dy: number): Markish {
  if (!Number.isFinite(slope)) return null;
  const high = slope >= 0;
  const [x, y] = [view.x[0], high ? view.y[1] : view.y[0]];
  return label({ x, y, dx: 10, dy: high ? 14 + dy : -30 + dy, anchor: 'start', text, fill });
}
