import { dot, line } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { spaced } from '../parts/curve.ts';
import { cutPath, isInside } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';

const view = { x: [-1.05, 1.05], y: [-1, 6.5] } as const;

/** A polynomial through a few points, beside the curve from which they came and points that it has not seen. */
export interface PolynomialCurve {
  readonly key: string;
  readonly train: readonly Point[];
  readonly test: readonly Point[];
  readonly secret: (x: number) => number;
  readonly fit: (x: number) => number;
}

/** The training points, the test points, faint, the secret curve, dashed, and the fitted one. */
export function polynomialCurve(
  { key, train, test, secret, fit }: PolynomialCurve,
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  const xs = spaced(-1.05, 1.05, 201);
  const parts = (f: (x: number) => number) =>
    cutPath(
      xs.map((x): Point => [x, f(x)]),
      view,
    );
  return {
    ...words,
    name: 'curve',
    width: figureWidth,
    height: 380,
    plot: {
      marginLeft: 30,
      marginRight: 8,
      marginTop: 10,
      marginBottom: 30,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: [
        ...parts(fit).map((part) => showing('fit', line(part, { stroke: color.function, strokeWidth: size.strong }))),
        dots(
          train.filter((place) => isInside(place, view)),
          { fill: color.ink, r: size.point },
        ),
      ],
    },
    ground: {
      key,
      marks: () => [
        axes({ x: [-1, 0, 1], y: [0, 2, 4, 6] }),
        dot(
          test.filter((place) => isInside(place, view)),
          { stroke: color.inkSoft, strokeOpacity: 0.5, r: 1.6 },
        ),
        parts(secret).map((part) => line(part, { stroke: color.inkSoft, strokeWidth: 1.6, strokeDasharray: '6,4' })),
        label({ x: -0.55, y: 5.6, anchor: 'start', text: '● fitted   ○ put aside', fill: color.inkSoft }),
      ],
    },
  };
}
