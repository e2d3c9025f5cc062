import type { Point } from '../../core/point.ts';
import { gradientDescent } from '../../numeric/descent/gradient-descent.ts';
import { bowl } from '../../numeric/functions/functions-of-many.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';
import { bowlContours } from '../parts/valley.ts';
import { distinct, placesOf, walk } from '../parts/walk.ts';

const start = [3, 2] as const;
const steps = 50;
const rates = [0.05, 0.3] as const;
const view = { x: [-0.75, 3.6], y: [-1.95, 2.3] } as const;

function placesWith(rate: number): Point[] {
  return placesOf(gradientDescent(bowl, start, rate, { steps }).path);
}

function describe(paths: readonly Point[][]): string {
  const place = (path: readonly Point[] | undefined, step: number) => {
    const [x = Number.NaN, y = Number.NaN] = path?.[step] ?? [];
    return `(${typesetNumber(x, 2)}, ${typesetNumber(y, 2)})`;
  };
  const [slow, fast] = paths;
  return [
    `A map of x squared plus 3 y squared with two walks down from (${start.join(', ')}) to the lowest point at (0, 0).`,
    `With the rate ${rates[0]} the walk is a smooth curve: its first steps lead to ${place(slow, 1)} and ${place(slow, 2)}; y shrinks faster than x, and at the end it creeps in along x.`,
    `With the rate ${rates[1]} it jumps across the valley at every step: to ${place(fast, 1)}, then ${place(fast, 2)}, then ${place(fast, 3)}; now x shrinks faster than y.`,
  ].join(' ');
}

/** Lesson 05: two descents on x² + 3y² from (3, 2), one with a small rate and one that zig-zags. */
export function descentPaths(): Figure {
  const paths = rates.map(placesWith);
  const [slow = [], fast = []] = paths;
  return panel({
    name: 'descent-paths',
    title: 'Two descents on x² + 3y² from (3, 2)',
    description: describe(paths),
    height: 435,
    view,
    margins: { left: 30, right: 8, top: 8, bottom: 30 },
    ticks: { x: [0, 1, 2, 3], y: [-1, 0, 1, 2] },
    marks: [
      bowlContours([2, 6], [0.5, 2, 5, 9, 14, 20, 27]),
      walk(distinct(fast, 0.03), { dash: '6,4', hollow: true }),
      walk(distinct(slow, 0.03)),
      label({ x: 3, y: 2, dx: 8, dy: -2, anchor: 'start', text: 'start', fill: color.step }),
      label({ x: 1.02, y: 0, dy: 16, anchor: 'start', text: `rate ${rates[0]}`, fill: color.step }),
      label({ x: 1.2, y: -1.6, dx: 12, dy: 4, anchor: 'start', text: `rate ${rates[1]}`, fill: color.step }),
    ],
  });
}
