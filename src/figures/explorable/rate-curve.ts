import { line } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { stepLine } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { standingPoint } from '../parts/trail.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** A learning rate, epoch by epoch, with the epoch that is shown now. */
export function rateCurve(rates: readonly number[], epoch: number, words: FigureText): Figure {
  const places = rates.flatMap((rate, i): Point[] => [
    [i, rate],
    [i + 1, rate],
  ]);
  const now = at(rates, Math.min(epoch, rates.length - 1));
  const view = { x: [0, rates.length], y: [0, 0.06] } as const;
  return panel({
    ...words,
    name: 'rate',
    height: 220,
    view,
    margins: { left: 46, right: 14, top: 34, bottom: 52 },
    ticks: { x: [0, 50, 100, 150, 200], y: [0, 0.02, 0.04, 0.06], yFormat: (value) => typesetNumber(value, 2) },
    xTitle: { text: 'epoch', dy: 40 },
    yTitle: { text: 'learning rate', dx: -40, dy: -22 },
    marks: [
      stepLine(epoch, view.y),
      line(places, { stroke: color.step, strokeWidth: size.strong }),
      showing('rate', standingPoint([epoch, now], view, { fill: color.step })),
    ],
    ground: { key: String(rates.length) },
  });
}
