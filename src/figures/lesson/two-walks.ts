import { arrow, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';

const [a, b]: readonly Point[] = [
  [3, 1],
  [1, 2],
];

/** Lesson 01: two walks one after the other, in either order, and the arrow of both together. */
export function twoWalks(): Figure {
  if (!a || !b) throw new Error('There are two walks.');
  const end: Point = [a[0] + b[0], a[1] + b[1]];
  return panel({
    name: 'two-walks',
    title: 'Two walks one after the other, and their sum',
    description:
      'From (0, 0) an arrow, a, leads to (3, 1); from there a second one, b, leads to (4, 3). The other way round, b leads to (1, 2), and a from there to (4, 3) as well. A dashed arrow, a + b, leads straight from (0, 0) to (4, 3).',
    height: 262,
    view: { x: [-0.3, 5], y: [-0.3, 3.4] },
    ticks: { x: [0, 1, 2, 3, 4], y: [0, 1, 2, 3] },
    marks: [
      walk(b, end, { stroke: color.function, strokeOpacity: 0.45 }),
      walk([0, 0], b, { stroke: color.tangent, strokeOpacity: 0.45 }),
      walk([0, 0], end, { stroke: color.ink, strokeDasharray: '6,4' }),
      walk([0, 0], a, { stroke: color.function }),
      walk(a, end, { stroke: color.tangent }),
      label({ x: 1.8, y: 0.6, dx: 4, dy: 16, text: '*a*', fill: color.function }),
      label({ x: 3.5, y: 2, dx: 16, dy: 4, text: '*b*', fill: color.tangent }),
      label({ x: end[0], y: end[1], dx: 24, dy: -4, text: '*a* + *b*', fill: color.ink }),
    ],
  });
}

function walk([x1, y1]: Point, [x2, y2]: Point, look: { stroke: string } & Record<string, string | number>): Markish {
  return arrow([0], { x1, y1, x2, y2, strokeWidth: size.strong, headLength: 9, ...look });
}
