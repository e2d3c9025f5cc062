import type { Point } from '../../core/point.ts';
import { arrow } from '../parts/arrow.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { line, link } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';

/** Two arrows from one place. */
export interface VectorPair {
  readonly a: Point;
  readonly b: Point;
  /** Whether their sum and the shadow of one on the other are drawn. */
  readonly open: boolean;
}

const view = { x: [-5, 5], y: [-4.2, 4.2] } as const;
const origin: Point = [0, 0];

/** Two arrows, their sum as the diagonal, and the shadow of the first on the line of the second. */
export function vectorPair(pair: VectorPair, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'arrows',
    height: 372,
    view,
    ticks: { x: [-4, -2, 0, 2, 4], y: [-4, -2, 0, 2, 4] },
    marks: marksOf(pair),
    ground: { key: '' },
  });
}

function marksOf({ a, b, open }: VectorPair): Marks[] {
  const sum: Point = [a[0] + b[0], a[1] + b[1]];
  const square = b[0] * b[0] + b[1] * b[1];
  const part = square === 0 ? 0 : (a[0] * b[0] + a[1] * b[1]) / square;
  const foot: Point = [part * b[0], part * b[1]];
  const side = { stroke: color.ink, strokeOpacity: 0.5, strokeDasharray: '4,4' } as const;
  return [
    open && square > 0
      ? showing('dot', [
          line([origin, foot], { stroke: color.gradient, strokeWidth: 9, strokeOpacity: 0.35 }),
          line([a, foot], { stroke: color.gradient, ...dotted }),
        ])
      : null,
    open
      ? link([0, 1], { x1: [a[0], b[0]], y1: [a[1], b[1]], x2: [sum[0], sum[0]], y2: [sum[1], sum[1]], ...side })
      : null,
    open ? showing('sum', named(sum, 'a + b', { stroke: color.ink, strokeDasharray: '6,4' })) : null,
    showing('a', named(a, 'a', { stroke: color.function })),
    showing('b', named(b, 'b', { stroke: color.tangent })),
  ];
}

/** An arrow from the origin with its name beyond its tip; none of no length. */
function named([x, y]: Point, name: string, look: { stroke: string; strokeDasharray?: string }): Marks[] {
  const length = Math.hypot(x, y);
  if (length === 0) return [];
  const text = name.replace(/[ab]/g, '*$&*');
  return [
    arrow([0], { x1: 0, y1: 0, x2: x, y2: y, strokeWidth: size.strong, headLength: 9, ...look }),
    label({ x, y, dx: (16 * x) / length, dy: (-16 * y) / length, text, fill: look.stroke }),
  ];
}
