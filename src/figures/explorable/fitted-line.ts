import { dot, line, link, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes, type Ticks } from '../parts/axes.ts';
import type { View } from '../parts/contours.ts';
import { cutLine } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';

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
export function fittedLine(fit: FittedLine, words: Pick<Figure, 'title' | 'description'>): Figure {
  const { key, view, ticks } = fit;
  return {
    ...words,
    name: 'line',
    width: figureWidth,
    height: 380,
    plot: {
      marginLeft: 32,
      marginRight: 8,
      marginTop: 26,
      marginBottom: 54,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: marksOf(fit),
    },
    ground: {
      key,
      marks: () => [
        axes(ticks),
        label({ x: (view.x[0] + view.x[1]) / 2, y: view.y[0], dy: 40, text: '*x*', fill: color.inkSoft }),
        label({ x: view.x[0], y: view.y[1], dx: -18, dy: -14, text: '*y*', fill: color.inkSoft }),
      ],
    },
  };
}

function marksOf({ points, m, b, view, moves }: FittedLine): Markish[] {
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
function moving([from, to]: readonly [Point, Point]): Markish[] {
  const stroke = { stroke: color.ink, strokeWidth: size.line };
  return [
    line([from, to], { ...stroke, strokeDasharray: '1,5', strokeLinecap: 'round' }),
    dot([to], { ...stroke, fill: color.surface, r: size.point }),
    label({ x: to[0], y: to[1], dx: 10, anchor: 'start', text: 'if it were here' }),
  ];
}
