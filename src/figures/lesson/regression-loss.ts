import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { lineRows } from '../../numeric/regression/design-matrix.ts';
import { leastSquares } from '../../numeric/regression/least-squares.ts';
import { normalEquations } from '../../numeric/regression/normal-equations.ts';
import { contours } from '../parts/contours.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { lossPlane, lowestPoint } from '../parts/loss-plane.ts';
import { panel } from '../parts/panel.ts';
import { regressionRun } from '../parts/regression-data.ts';
import { color } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';
import { distinct, placesOf, walk } from '../parts/walk.ts';

/** The same scale along both: 10 units of the drawing for a tenth. */
const view = { x: [-0.35, 3.65], y: [-0.6, 2.4] } as const;
const heights = [0.5, 1.5, 3, 5, 8, 12, 16, 20];

function describe(
  places: readonly Point[],
  [m = Number.NaN, b = Number.NaN]: readonly number[],
  least: number,
): string {
  const place = (epoch: number) => places[epoch]?.map((x) => typesetNumber(x, 2)).join(', ');
  return [
    'A map with the slope m to the right and the height b upwards. Contour lines of the loss are ellipses, higher than wide and turned a little.',
    `The descent starts at (${place(0)}). Its first steps run almost straight to the right, to (${place(1)}), (${place(2)}) and (${place(3)}).`,
    `Then it turns upwards and creeps along the floor of the valley to the lowest point, m = ${typesetNumber(m, 2)} and b = ${typesetNumber(b, 2)}, where the loss is ${typesetNumber(least, 3)}.`,
  ].join(' ');
}

/** Lesson 06: the loss of the project as a map over m and b, with the path of the training. */
export function regressionLoss(): Figure {
  const { x, y, training } = regressionRun();
  const [rows, places] = [lineRows(x), placesOf(training.path)];
  const { value } = leastSquares(rows, y);
  const best = normalEquations(rows, y);
  const lowest: Point = [at(best, 0), at(best, 1)];
  return panel({
    ...lossPlane,
    name: 'regression-loss',
    title: 'The loss over the map of m and b, with the path of the descent',
    description: describe(places, best, value(best)),
    height: 380,
    view,
    ticks: { x: [0, 1, 2, 3], y: [0, 1, 2] },
    marks: [
      contours(value, view, { heights, stroke: color.loss }),
      walk(distinct(places, 0.02)),
      lowestPoint(lowest, view),
      label({ x: 0, y: 0, dx: 4, dy: -18, text: 'start', fill: color.step }),
      label({
        x: lowest[0],
        y: lowest[1],
        dx: 14,
        dy: -8,
        anchor: 'start',
        text: `loss ${typesetNumber(value(best), 3)}`,
      }),
    ],
  });
}
