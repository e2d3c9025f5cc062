import { dot, line, link } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** A learning rate, epoch by epoch, with the epoch that is shown now. */
export function rateCurve(
  rates: readonly number[],
  epoch: number,
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  const places = rates.flatMap((rate, i): Point[] => [
    [i, rate],
    [i + 1, rate],
  ]);
  const now = at(rates, Math.min(epoch, rates.length - 1));
  return {
    ...words,
    name: 'rate',
    width: figureWidth,
    height: 220,
    plot: {
      marginLeft: 46,
      marginRight: 14,
      marginTop: 34,
      marginBottom: 52,
      x: { domain: [0, rates.length] },
      y: { domain: [0, 0.06] },
      marks: [
        link([0], {
          x1: epoch,
          x2: epoch,
          y1: 0,
          y2: 0.06,
          stroke: color.step,
          strokeDasharray: '1,5',
          strokeLinecap: 'round',
        }),
        line(places, { stroke: color.step, strokeWidth: size.strong }),
        showing('rate', dot([[epoch, now]], { fill: color.step, stroke: color.surface, r: size.point + 1 })),
      ],
    },
    ground: {
      key: String(rates.length),
      marks: () => [
        axes({ x: [], y: [0, 0.02, 0.04, 0.06], format: (value) => typesetNumber(value, 2) }),
        axes({ x: [0, 50, 100, 150, 200], y: [] }),
        label({ x: 0, y: 0.06, dx: -40, dy: -22, anchor: 'start', text: 'learning rate', fill: color.inkSoft }),
        label({ x: rates.length / 2, y: 0, dy: 40, text: 'epoch', fill: color.inkSoft }),
      ],
    },
  };
}
