import type { Point } from '../../core/point.ts';
import { spaced } from '../parts/curve.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dots, line, link, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** A fit with what it leaves over, by the order of measurement. */
export interface FitWithResiduals {
  readonly points: readonly Point[];
  readonly value: (x: number) => number;
  readonly residuals: readonly number[];
  /** The root of the mean of their squares. */
  readonly spread: number;
}

const views = { fit: { x: [-1, 24], y: [0, 10.5] }, strips: { x: [-1, 24], y: [-5.9, 6.7] } } as const;
const height = 330;
/** The heights at which the residuals against x and those in order have their zero. */
export const [againstX, inOrder] = [3, -3] as const;

/** The points with the fit, and a stroke from each to what the fit predicts. */
export function fitWithResiduals(fit: FitWithResiduals, words: FigureText): Figure {
  const strokes = fit.points.map(([x, y]) => [x, y, fit.value(x)]);
  return panel({
    ...words,
    name: 'fit',
    height,
    view: views.fit,
    ticks: { x: [0, 5, 10, 15, 20], y: [0, 5, 10] },
    xTitle: { text: '*x*', at: 23, dy: -14 },
    yTitle: { text: '*y*', dx: 8, dy: 12 },
    marks: [
      link(strokes, { x1: '0', x2: '0', y1: '1', y2: '2', stroke: color.loss, strokeWidth: size.line }),
      showing(
        'fit',
        line(
          spaced(-0.5, 23.5, 31).map((x): Point => [x, fit.value(x)]),
          { stroke: color.function, strokeWidth: size.strong },
        ),
      ),
      dots(fit.points, { fill: color.ink, r: size.dot + 0.5 }),
    ],
    ground: { key: '' },
  });
}

/** The residuals twice: against x, and in the order of measurement, each with its spread on both sides of zero. */
export function residualStrips({ points, residuals, spread }: FitWithResiduals, words: FigureText): Figure {
  const strip = (zero: number, place: (x: number, i: number) => number): Marks[] => {
    const places = residuals.map((residual, i): Point => [place(points[i]?.[0] ?? 0, i), zero + residual]);
    return [
      link(places, { x1: '0', x2: '0', y1: () => zero, y2: '1', stroke: color.loss, strokeOpacity: 0.45 }),
      dots(places, { fill: color.loss, r: size.dot + 1 }),
      showing('spread', ruleY([zero + spread, zero - spread], { stroke: color.step, ...dotted })),
    ];
  };
  return panel({
    ...words,
    name: 'residuals',
    height,
    view: views.strips,
    ticks: {
      x: [0, 5, 10, 15, 20],
      y: [againstX, inOrder].flatMap((zero) => [zero - 2, zero, zero + 2]),
      yFormat: (tick) => typesetNumber(tick - (tick > 0 ? againstX : inOrder)),
    },
    marks: [...strip(againstX, (x) => x), ...strip(inOrder, (_, i) => i)],
    ground: {
      key: '',
      marks: () => [
        ruleY([againstX, inOrder], { stroke: color.ruleStrong }),
        label({ x: -0.6, y: againstX + 3.2, anchor: 'start', text: 'residuals against *x*', fill: color.inkSoft }),
        label({ x: -0.6, y: inOrder + 3, anchor: 'start', text: 'in the order of measurement', fill: color.inkSoft }),
      ],
    },
  });
}
