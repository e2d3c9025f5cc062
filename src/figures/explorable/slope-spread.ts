import type { Point } from '../../core/point.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { dot, link, rect } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside } from '../parts/trail.ts';

const view = { x: [-46, 22], y: [0, 1] } as const;

/** The slopes that batches measure at one place, with their mean and their standard deviation: loss per unit of m. */
export interface SlopeSpread {
  readonly slopes: readonly number[];
  readonly mean: number;
  readonly spread: number;
}

/** A dot for the slope of each batch, and a band as wide as their spread. */
export function slopeSpread({ slopes, mean, spread }: SlopeSpread, words: FigureText): Figure {
  // Spread upwards by the golden ratio, so that dots that are near each other seldom touch.
  const places = slopes.map((slope, i): Point => [slope, 0.12 + 0.76 * ((i * 0.618034) % 1)]);
  const stroke = { stroke: color.gradient, strokeWidth: size.line };
  const band = { x1: mean - spread, x2: mean + spread, y1: 0, y2: 1, fill: color.gradient, fillOpacity: 0.12 };
  return panel({
    ...words,
    name: 'slopes',
    height: 305,
    view,
    margins: { left: 14, right: 14, top: 30, bottom: 52 },
    ticks: { x: [-40, -20, 0, 20], y: [] },
    xTitle: { text: 'slope along *m*', dy: 40 },
    yTitle: { text: 'slopes of 60 batches at *m* = *b* = 0', dx: 0, dy: -16 },
    marks: [
      showing('spread', rect([0], { ...band, ...stroke })),
      link([0], { x1: mean, x2: mean, y1: 0, y2: 1, ...stroke }),
      dot(placesInside(places, view), { fill: color.ink, fillOpacity: 0.7, r: size.dot }),
    ],
    ground: { key: 'slopes' },
  });
}
