import type { Point } from '../../core/point.ts';
import { gradientDescent } from '../../numeric/descent/gradient-descent.ts';
import { saddle } from '../../numeric/functions/functions-of-many.ts';
import { contours } from '../parts/contours.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color } from '../parts/theme.ts';
import { distinct, placesOf, walk } from '../parts/walk.ts';

const offset = 1e-6;
const rate = 0.1;
/** Within this distance of the saddle the walk cannot be distinguished from it. */
const near = 0.03;
const view = { x: [-0.6, 1.25], y: [-0.65, 1.2] } as const;

/** The walk until it is more than 1 away from the ridge, and the steps that it spends near the saddle. */
function model(): { places: Point[]; arrives: number; leaves: number } {
  const all = placesOf(gradientDescent(saddle, [1, offset], rate, { steps: 1000, limit: 10 }).path);
  const places = all.slice(0, all.findIndex(([, y]) => Math.abs(y) > 1) + 1);
  const lingers = places.map(([x, y]) => Math.hypot(x, y) < near);
  return { places, arrives: lingers.indexOf(true), leaves: lingers.lastIndexOf(true) };
}

function describe({ places, arrives, leaves }: ReturnType<typeof model>): string {
  return [
    'A map of x squared minus y squared around its saddle point at (0, 0): contour lines are hyperbolas, with lower ground above and below and higher ground to the left and right.',
    `A walk starts at x = 1 with an offset of one millionth in y, and slides along the ridge towards the saddle.`,
    `From step ${arrives} to step ${leaves} it is so near that no movement can be seen; then it leaves upwards, and at step ${places.length - 1} it is more than 1 away from the ridge.`,
  ].join(' ');
}

/** Lesson 05: descent on x² − y² that nearly stops at the saddle and then falls away. */
export function saddlePath(): Figure {
  const run = model();
  const [endX, endY] = run.places.at(-1) ?? [0, 0];
  return panel({
    name: 'saddle-path',
    title: 'A descent that is held up by the saddle of x² − y²',
    description: describe(run),
    height: 440,
    view,
    margins: { left: 30, right: 8, top: 8, bottom: 30 },
    ticks: { x: [0, 1], y: [0, 1] },
    marks: [
      contours(saddle.value, view, { heights: [-0.9, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 0.9] }),
      walk(distinct(run.places, near)),
      label({ x: 1, y: 0, dy: -18, text: 'start', fill: color.step }),
      label({
        x: 0,
        y: 0,
        dx: 12,
        dy: 22,
        anchor: 'start',
        text: `steps ${run.arrives} to ${run.leaves}`,
        fill: color.step,
      }),
      label({ x: endX, y: endY, dx: 12, anchor: 'start', text: `step ${run.places.length - 1}`, fill: color.step }),
      label({ x: 0.95, y: -0.45, text: 'higher', fill: color.function }),
      label({ x: -0.33, y: 0.95, text: 'lower', fill: color.function }),
    ],
  });
}
