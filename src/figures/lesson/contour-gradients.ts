import { arrow, dot, type Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { bowl } from '../../numeric/functions/functions-of-many.ts';
import { norm } from '../../numeric/linear/norm.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';
import { bowlContours } from '../parts/valley.ts';

const view = { x: [-3, 3], y: [-2.5, 2.5] } as const;
/** Equal steps of height: where the lines are crowded, the ground is steep. */
const spacing = 3;
const heights = Array.from({ length: 9 }, (_, i) => spacing * (i + 1));
/** How long an arrow is for a gradient of length 1, in units of the axes. */
const scale = 0.075;

/** Where the arrows begin: around the bowl, at two distances. */
const feet: readonly Point[] = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
  [2.2, 0.6],
  [-2.2, 0.6],
  [-2.2, -0.6],
  [2.2, -0.6],
  [1.3, 0],
  [-1.3, 0],
  [0, 0.7],
  [0, -0.7],
];

function arrows(): Markish {
  const head = ([x, y]: Point, axis: 0 | 1) => (axis === 0 ? x : y) + scale * at(bowl.gradient([x, y]), axis);
  return arrow([...feet], {
    x1: '0',
    y1: '1',
    x2: (foot: Point) => head(foot, 0),
    y2: (foot: Point) => head(foot, 1),
    stroke: color.gradient,
    strokeWidth: size.strong,
    headLength: 9,
    insetEnd: 0,
  });
}

function describe(): string {
  const length = (point: Point) => typesetNumber(norm(bowl.gradient(point)), 1);
  return [
    `A map of x squared plus 3 y squared: its contour lines are ellipses around the lowest point at (0, 0), wider along x than along y, and ${spacing} units of height apart.`,
    `Twelve arrows show the gradient. Each crosses its contour line at a right angle and points to higher ground; at (1, 1) the gradient is (${bowl.gradient([1, 1]).join(', ')}), turned from the way straight out towards the y axis.`,
    `Where the lines are crowded the arrows are long: the gradient has length ${length([1, 1])} at (1, 1) and ${length([1.3, 0])} at (1.3, 0).`,
  ].join(' ');
}

/** Lesson 03: contour lines of x² + 3y² with gradient arrows, at right angles to them. */
export function contourGradients(): Figure {
  const named = [3, 6].map((height) => label({ x: -Math.sqrt(height), y: 0, text: `${height}`, fill: color.function }));
  return panel({
    name: 'contour-gradients',
    title: 'Contour lines of x² + 3y² with gradient arrows',
    description: describe(),
    height: 375,
    view,
    ticks: { x: [-2, -1, 0, 1, 2], y: [-2, -1, 0, 1, 2] },
    marks: [bowlContours([2, 6], heights), named, arrows(), dot([[0, 0]], { fill: color.function, r: size.dot })],
  });
}
