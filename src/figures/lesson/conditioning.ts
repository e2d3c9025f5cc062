import type { Markish } from '@observablehq/plot';
import { gradientDescent } from '../../numeric/descent/gradient-descent.ts';
import { quadratic } from '../../numeric/functions/functions-of-many.ts';
import type { Figure } from '../parts/figure.ts';
import { panelLabel } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';
import { bowlContours } from '../parts/valley.ts';
import { distinct, placesOf, walk } from '../parts/walk.ts';

const flat = 2;
const tolerance = 1e-6;
const conditions = [3, 30] as const;

interface Run {
  readonly condition: number;
  readonly title: string;
  readonly rate: number;
  readonly steps: number;
  readonly marks: Markish[];
}

function run(condition: number): Run {
  const rate = 2 / (flat + flat * condition);
  const descent = gradientDescent(quadratic([flat, flat * condition]), [1, 1], rate, {
    steps: 10_000,
    tolerance: 1e-9,
  });
  const title = `condition ${condition}`;
  const heights = [0.04, 0.2, 0.6, 1.4, 3, 8, 18].map((height) => height * Math.sqrt(condition / 3));
  return {
    condition,
    title,
    rate,
    steps: descent.path.findIndex(({ position }) => position.every((x) => Math.abs(x) <= tolerance)),
    marks: [
      bowlContours([flat, flat * condition], heights, title),
      ...walk(distinct(placesOf(descent.path), 0.025), { facet: title, radius: 2 }),
    ],
  };
}

function describe(runs: readonly Run[]): string {
  const each = runs.map(({ condition, rate, steps }) => {
    return `With the condition number ${condition} and the best rate, ${typesetNumber(rate, 4)}, it takes ${steps} steps until both numbers are within a millionth of the lowest point.`;
  });
  return [
    'Two maps side by side, each of a bowl with its lowest point at (0, 0) and a walk down from (1, 1). On the left the bowl is nearly round and the walk goes in quickly; on the right it is a long narrow valley, and the walk jumps from wall to wall while it hardly moves along.',
    ...each,
  ].join(' ');
}

/** Lesson 05: descent with the best rate on a rounder and on a narrower bowl. */
export function conditioning(): Figure {
  const runs = conditions.map(run);
  return panel({
    name: 'conditioning',
    title: 'Gradient descent on a round bowl and in a narrow valley',
    description: describe(runs),
    height: 330,
    view: { x: [-0.45, 1.15], y: [-1.05, 1.05] },
    margins: { left: 30, right: 4, top: 58, bottom: 30 },
    facets: { fx: { axis: null, domain: runs.map(({ title }) => title), padding: 0.06 } },
    ticks: { x: [0, 1], y: [-1, 0, 1] },
    marks: [
      runs.flatMap(({ marks }) => marks),
      runs.flatMap(({ title, steps }) => [
        panelLabel({ x: 0.35, y: 1.05, dy: -40, text: title, facet: title }),
        panelLabel({ x: 0.35, y: 1.05, dy: -19, text: `${steps} steps`, fill: color.step, facet: title }),
      ]),
    ],
  });
}
