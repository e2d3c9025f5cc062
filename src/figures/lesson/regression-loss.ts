import { dot } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { lineRows } from '../../numeric/regression/design-matrix.ts';
import { leastSquares } from '../../numeric/regression/least-squares.ts';
import { normalEquations } from '../../numeric/regression/normal-equations.ts';
import { axes } from '../parts/axes.ts';
import { contours } from '../parts/contours.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { regressionRun } from '../parts/regression-data.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
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
  return {
    name: 'regression-loss',
    title: 'The loss over the map of m and b, with the path of the descent',
    description: describe(places, best, value(best)),
    width: figureWidth,
    height: 380,
    plot: {
      marginLeft: 32,
      marginRight: 8,
      marginTop: 26,
      marginBottom: 54,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: [
        axes({ x: [0, 1, 2, 3], y: [0, 1, 2] }),
        contours(value, view, heights, color.loss),
        walk(distinct(places, 0.02)),
        dot([lowest], { symbol: 'times', stroke: color.ink, strokeWidth: size.line, r: size.point + 1 }),
        label({ x: 0, y: 0, dx: 4, dy: -18, text: 'start', fill: color.step }),
        label({
          x: lowest[0],
          y: lowest[1],
          dx: 14,
          dy: -8,
          anchor: 'start',
          text: `loss ${typesetNumber(value(best), 3)}`,
        }),
        label({ x: 1.65, y: view.y[0], dy: 40, text: 'slope *m*', fill: color.inkSoft }),
        label({
          x: view.x[0],
          y: view.y[1],
          dx: -24,
          dy: -14,
          anchor: 'start',
          text: 'height *b*',
          fill: color.inkSoft,
        }),
      ],
    },
  };
}
