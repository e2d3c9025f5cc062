import type { Point } from '../../core/point.ts';
import type { Ticks } from '../parts/axes.ts';
import { cutLine } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { pairMargins } from '../parts/loss-plane.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, dots, line, link } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import type { View } from '../parts/view.ts';

/** Points, a straight line through them, and the part of the plane that shows both. */
export interface FittedLine {
  readonly key: string;
  readonly points: readonly Point[];
  readonly m: number;
  readonly b: number;
  readonly view: View;
  readonly ticks: Ticks;
  /** A point that is about to move, and where to. */
  readonly moves?: readonly [from: Point, to: Point] | undefined;
}

/** The points, the line, and from each point its error as a stroke to the line. */
export function fittedLine(fit: FittedLine, words: FigureText): Figure {
  const { key, view, ticks } = fit;
  return panel({
    ...words,
    name: 'line',
    height: 305,
    view,
    margins: pairMargins,
    ticks,
    xTitle: { text: '*x*', dy: 40 },
    yTitle: { text: '*y*', dx: -18, dy: -14, anchor: 'middle' },
    marks: marksOf(fit),
    ground: { key },
  });
}

function marksOf({ points, m, b, view, moves }: FittedLine): Marks[] {
  const height = (x: number) => m * x + b;
  const ends = cutLine([view.x[0], height(view.x[0])], [view.x[1], height(view.x[1])], view);
  const errors = points.flatMap((point) => {
    const cut = cutLine(point, [point[0], height(point[0])], view);
    return cut ? [[...cut[0], ...cut[1]]] : [];
  });
  const stroke = { stroke: color.loss, strokeWidth: points.length > 10 ? 1.6 : size.strong };
  return [
    showing('error', link(errors, { x1: '0', y1: '1', x2: '2', y2: '3', ...stroke })),
    ends
      ? showing('line', line(ends, { stroke: color.function, strokeWidth: size.strong, strokeLinecap: 'round' }))
      : null,
    dots(points, { fill: color.ink, r: points.length > 10 ? size.dot : size.point }),
    moves ? moving(moves) : null,
  ];
}

/** Where a point is said to go: a hollow one, and a dotted way to it. */
function moving([from, to]: readonly [Point, Point]): Marks[] {
  const stroke = { stroke: color.ink, strokeWidth: size.line };
  return [
    line([from, to], { ...stroke, ...dotted }),
    dot([to], { ...stroke, fill: color.surface, r: size.point }),
    label({ x: to[0], y: to[1], dx: 10, anchor: 'start', text: 'if it were here' }),
  ];
}
