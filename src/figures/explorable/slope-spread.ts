import { dot, link, rect } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { isInside } from '../parts/cut-path.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';

const view = { x: [-46, 22], y: [0, 1] } as const;

/** The slopes that batches measure at one place: a dot for each batch, and a band as wide as their spread. */
export function slopeSpread(
  slopes: readonly number[],
  mean: number,
  spread: number,
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  // Spread upwards by the golden ratio, so that dots that are near each other seldom touch.
  const places = slopes.map((slope, i): Point => [slope, 0.12 + 0.76 * ((i * 0.618034) % 1)]);
  const stroke = { stroke: color.gradient, strokeWidth: size.line };
  return {
    ...words,
    name: 'slopes',
    width: figureWidth,
    height: 380,
    plot: {
      marginLeft: 14,
      marginRight: 14,
      marginTop: 30,
      marginBottom: 52,
      x: { domain: [...view.x] },
      y: { domain: [...view.y], axis: null },
      marks: [
        showing(
          'spread',
          rect([0], {
            x1: mean - spread,
            x2: mean + spread,
            y1: 0,
            y2: 1,
            fill: color.gradient,
            fillOpacity: 0.12,
            ...stroke,
          }),
        ),
        link([0], { x1: mean, x2: mean, y1: 0, y2: 1, ...stroke }),
        dot(
          places.filter((place) => isInside(place, view)),
          { fill: color.ink, fillOpacity: 0.7, r: size.dot },
        ),
      ],
    },
    ground: {
      key: 'slopes',
      marks: () => [
        axes({ x: [-40, -20, 0, 20], y: [] }),
        label({
          x: view.x[0],
          y: 1,
          dy: -16,
          anchor: 'start',
          text: 'slopes of 60 batches at *m* = *b* = 0',
          fill: color.inkSoft,
        }),
        label({ x: -12, y: 0, dy: 40, text: 'slope along *m*', fill: color.inkSoft }),
      ],
    },
  };
}
