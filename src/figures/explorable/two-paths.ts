import type { Point } from '../../core/point.ts';
import { arrow } from '../parts/arrow.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, link } from '../parts/marks.ts';
import { noMargins, panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';

/** The graph of x·y + k·x, its values as texts, and the rates along its two paths. */
export interface TwoPaths {
  readonly values: Readonly<Record<'x' | 'y' | 'u' | 'v' | 'out', string>>;
  /** The rates of the first edges, as texts. */
  readonly edges: Readonly<Record<'u' | 'v', string>>;
  /** The rates of the paths. */
  readonly rates: Readonly<Record<'u' | 'v', number>>;
  /** Whether the sum is drawn: not while it is the open question. */
  readonly open: boolean;
}

const view = { x: [-6.7, 6.7], y: [-3.1, 5.2] } as const;
const places = { x: [-5.2, 2], y: [-5.2, 4.3], u: [0, 3.6], v: [0, 0.5], out: [5.3, 2] } as const satisfies Record<
  string,
  Point
>;
/** The heights of the line on which the rates are put end to end, and of their sum. */
export const pathsTrack = -1.35;
export const sumTrack = -2.15;

/** The two paths from x to the output, and below them their rates as arrows that are put end to end. */
export function twoPaths(paths: TwoPaths, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'paths',
    height: 340,
    view,
    margins: noMargins,
    marks: marksOf(paths),
    ground: { key: '', marks: still },
  });
}

const inset = { insetStart: 24, insetEnd: 25, headLength: 8 } as const;
const edge = (from: Point, to: Point) => ({ x1: from[0], y1: from[1], x2: to[0], y2: to[1] });

function still(): Marks[] {
  const track = (y: number) => link([0], { x1: -6, x2: 6, y1: y, y2: y, stroke: color.rule, strokeWidth: 2 });
  const name = ([x, y]: Point, text: string, dy = -33) => label({ x, y, dy, text, fill: color.function });
  return [
    arrow([0], { ...edge(places.y, places.u), ...inset, stroke: color.ruleStrong }),
    name(places.x, '*x*', 33),
    name(places.y, '*y*', 33),
    name(places.u, '*x* · *y*'),
    name(places.v, '*k* · *x*'),
    name(places.out, 'sum'),
    track(pathsTrack),
    track(sumTrack),
    [-6, -3, 0, 3, 6].map((x) => [
      link([0], { x1: x, x2: x, y1: sumTrack, y2: pathsTrack, stroke: color.rule }),
      label({ x, y: sumTrack, dy: 22, text: String(x).replace('-', '−'), fill: color.inkSoft }),
    ]),
  ];
}

function marksOf({ values, edges, rates, open }: TwoPaths): Marks[] {
  const path = (name: 'u' | 'v', stroke: string, dy: number): Marks => {
    const style = { ...inset, stroke, strokeWidth: size.strong };
    const [[x, y], [u, v]] = [places.x, places[name]];
    return showing(name, [
      arrow([0], { ...edge(places.x, places[name]), ...style }),
      arrow([0], { ...edge(places[name], places.out), ...style }),
      label({ x: (x + u) / 2, y: (y + v) / 2, dy, text: `rate ${edges[name]}`, fill: stroke }),
      label({ x: (u + places.out[0]) / 2, y: (v + places.out[1]) / 2, dy, text: 'rate 1', fill: stroke }),
    ]);
  };
  const sum = rates.u + rates.v;
  return [
    path('u', color.gradient, -18),
    path('v', color.tangent, 20),
    Object.entries(places).map(([name, [x, y]]) => node([x, y], values[name as keyof typeof values])),
    along('u', { from: 0, to: rates.u, y: pathsTrack, stroke: color.gradient }),
    open
      ? [
          along('v', { from: rates.u, to: sum, y: pathsTrack, stroke: color.tangent }),
          along('rate', { from: 0, to: sum, y: sumTrack, stroke: color.ink }),
        ]
      : null,
  ];
}

function node([x, y]: Point, text: string): Marks[] {
  return [
    dot([[x, y]], { r: 22, stroke: color.function, strokeWidth: size.line, fill: color.surface }),
    label({ x, y, text }),
  ];
}

interface Rate {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly stroke: string;
}

/** A rate on the line, as an arrow; as a dot where it is 0. */
function along(name: string, { from, to, y, stroke }: Rate): Marks {
  const isSeen = Math.abs(to - from) > 0.02;
  return showing(
    name,
    isSeen
      ? arrow([0], { x1: from, x2: to, y1: y, y2: y, stroke, strokeWidth: 4, headLength: 7 })
      : dot([[to, y]], { fill: stroke, r: size.point }),
  );
}
