import type { Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { quadratic } from '../../numeric/functions/functions-of-many.ts';
import { adam } from '../../numeric/optimizers/adam.ts';
import { momentum } from '../../numeric/optimizers/momentum.ts';
import { type Optimizer, optimize } from '../../numeric/optimizers/optimizer.ts';
import { plainDescent } from '../../numeric/optimizers/plain-descent.ts';
import type { Figure } from '../parts/figure.ts';
import { panelLabel } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';
import { bowlContours } from '../parts/valley.ts';
import { distinct, placesOf, walk } from '../parts/walk.ts';

/** x² + 25y², by its curvatures. */
const curvatures = [2, 50] as const;
const start = [3, 2];
/** A walk has arrived when both numbers are this near to 0. */
const arrived = 0.001;
/** Each at the setting of the lesson, which for plain descent and momentum is the best one. */
const racers: readonly Optimizer[] = [plainDescent(1 / 26), momentum(1 / 18, 4 / 9), adam(0.1)];

interface Run {
  readonly name: string;
  readonly places: readonly Point[];
  /** Steps until both numbers have arrived. */
  readonly steps: number;
}

function run(optimizer: Optimizer): Run {
  const all = placesOf(optimize(quadratic(curvatures), start, optimizer, { steps: 200 }).path);
  const steps = all.findIndex(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) <= arrived);
  return { name: optimizer.name, places: all.slice(0, steps + 1), steps };
}

function draw({ name, places, steps }: Run): Markish[] {
  return [
    bowlContours(curvatures, [1, 10, 40, 109, 250, 440], name),
    ...walk(distinct(places, 0.08), { facet: name, radius: 2 }),
    panelLabel({ x: 1.4, y: 4.1, dy: -38, text: name, facet: name }),
    panelLabel({ x: 1.4, y: 4.1, dy: -17, text: `${steps} steps`, fill: color.step, facet: name }),
  ];
}

function describe(runs: readonly Run[]): string {
  const [zigzag, ball, scaled] = runs;
  const place = (of: Run | undefined, step: number) => of?.places[step]?.map((x) => typesetNumber(x, 2)).join(', ');
  return [
    `Three maps side by side of x squared plus 25 y squared, a narrow valley with its lowest point at (0, 0), and three walks from (${start.join(', ')}).`,
    `Plain descent zig-zags from wall to wall, to (${place(zigzag, 1)}) and (${place(zigzag, 2)}), and needs ${zigzag?.steps} steps to come within ${arrived}.`,
    `Momentum first swings further out, to (${place(ball, 1)}) and (${place(ball, 2)}), but the swings die away, and it is in after ${ball?.steps} steps.`,
    `Adam sets out diagonally, to (${place(scaled, 1)}) and (${place(scaled, 2)}), overshoots, curls in, and takes ${scaled?.steps} steps.`,
  ].join(' ');
}

/** Lesson 06: plain descent, momentum and Adam on x² + 25y² from (3, 2). */
export function optimizerPaths(): Figure {
  const runs = racers.map(run);
  return panel({
    name: 'optimizer-paths',
    title: 'Plain descent, momentum and Adam on x² + 25y² from (3, 2)',
    description: describe(runs),
    height: 345,
    view: { x: [-0.6, 3.3], y: [-4.1, 4.1] },
    margins: { left: 30, right: 4, top: 54, bottom: 30 },
    facets: { fx: { axis: null, domain: runs.map(({ name }) => name), padding: 0.06 } },
    ticks: { x: [0, 3], y: [-4, -2, 0, 2, 4] },
    marks: [runs.flatMap(draw)],
  });
}
