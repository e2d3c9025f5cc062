import type { Point } from '../../core/point.ts';
import { isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, link } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';

const view = { x: [-0.3, 9.3], y: [-3, 3] } as const;

/** Training and test error of each degree on a scale of powers of ten, with the degree that is shown. */
export function degreeErrors(
  errors: { readonly train: readonly number[]; readonly test: readonly number[] },
  degree: number,
  words: FigureText,
): Figure {
  return panel({
    ...words,
    name: 'errors',
    height: 380,
    view,
    margins: { left: 42, right: 8, top: 34, bottom: 52 },
    ticks: { x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], y: [-3, -2, -1, 0, 1, 2, 3], yFormat: typesetPower },
    xTitle: { text: 'degree', dy: 40 },
    yTitle: { text: 'mean squared error', dx: -36, dy: -22 },
    marks: [
      link([0], { x1: degree, x2: degree, y1: -3, y2: 3, stroke: color.rule }),
      ...series(errors.train, degree, 'train'),
      ...series(errors.test, degree, 'test'),
    ],
    ground: { key: 'errors' },
  });
}

/** The test error is dashed, with hollow points, since the test points are hollow in the other picture as well. */
function series(errors: readonly number[], degree: number, name: 'train' | 'test'): Marks[] {
  const places = errors.map((error, i): Point => [i, Math.log10(error)]);
  const stroke = { stroke: color.loss, strokeWidth: size.line };
  const inside = placesInside(places, view);
  const hollow = name === 'test';
  const fill = hollow ? color.surface : color.loss;
  const now = places[degree] ?? [0, 0];
  const last = inside.at(-1) ?? now;
  return [
    ...trail(places, view, { ...stroke, ...(hollow && { strokeDasharray: '6,4' }) }),
    dot(inside, { ...stroke, fill, r: size.dot }),
    showing(name, isInside(now, view) ? dot([now], { ...stroke, fill, r: size.point + 2 }) : []),
    label({
      x: last[0],
      y: last[1],
      dx: -6,
      dy: hollow ? -16 : 18,
      anchor: 'end',
      text: name,
      fill: color.loss,
    }),
  ];
}
