import type { Point } from '../../core/point.ts';
import { spaced } from '../parts/curve.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { dots, rings } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, type Stroke, trail } from '../parts/trail.ts';

const view = { x: [-1.05, 1.05], y: [-1, 6.5] } as const;

/** A polynomial through a few points, with the curve from which they come and test points. */
export interface PolynomialCurve {
  readonly key: string;
  readonly train: readonly Point[];
  readonly test: readonly Point[];
  readonly secret: (x: number) => number;
  readonly fit: (x: number) => number;
}

/** The training points, the test points, faint, the secret curve, dashed, and the fitted one. */
export function polynomialCurve({ key, train, test, secret, fit }: PolynomialCurve, words: FigureText): Figure {
  const xs = spaced(...view.x, 201);
  const graph = (f: (x: number) => number, stroke: Stroke) =>
    trail(
      xs.map((x): Point => [x, f(x)]),
      view,
      stroke,
    );
  return panel({
    ...words,
    name: 'curve',
    height: 380,
    view,
    ticks: { x: [-1, 0, 1], y: [0, 2, 4, 6] },
    marks: [
      showing('fit', graph(fit, { stroke: color.function, strokeWidth: size.strong })),
      dots(placesInside(train, view), { fill: color.ink, r: size.point }),
    ],
    ground: {
      key,
      marks: () => [
        rings(placesInside(test, view), { stroke: color.inkSoft, strokeWidth: 1.5, strokeOpacity: 0.5, r: 1.6 }),
        graph(secret, { stroke: color.inkSoft, strokeWidth: 1.6, strokeDasharray: '6,4' }),
        label({ x: -0.55, y: 5.6, anchor: 'start', text: '● fitted   ○ put aside', fill: color.inkSoft }),
      ],
    },
  });
}
