import type { Point } from '../../core/point.ts';
import { arrow } from '../parts/arrow.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, dots, line, link, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';

/** Points, a line through the origin, and the mean of the squared errors as a column beside them. */
export interface DialFit {
  readonly points: readonly Point[];
  readonly w: number;
  readonly loss: number;
  /** The text above the column. */
  readonly lossText: string;
  /** Which way the line has to turn: 1 up, −1 down, 0 nowhere; not drawn while it is the open question. */
  readonly turn: -1 | 0 | 1 | undefined;
}

/** Where the line ends, and is held. */
export const dialEnd = 4.4;
const view = { x: [0, 6.4], y: [-0.2, 13.8] } as const;
/** Where the column stands, and how much loss a unit of height is. */
const column = { x: 5.75, width: 0.42, per: 30 / 12 } as const;

/** The line with its errors, and the loss as a height. */
export function dialFit(fit: DialFit, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'dial',
    height: 320,
    view,
    margins: { left: 30, right: 8, top: 26, bottom: 52 },
    ticks: { x: [0, 1, 2, 3, 4], y: [0, 5, 10] },
    xTitle: { text: 'kilograms', at: 2.2, dy: 38 },
    yTitle: { text: 'euros', dx: -28, dy: -14 },
    marks: marksOf(fit),
    ground: {
      key: '',
      marks: () => [
        ruleY([0], { stroke: color.rule }),
        label({ x: column.x, y: view.y[0], dy: 38, text: 'loss', fill: color.loss }),
      ],
    },
  });
}

function marksOf({ points, w, loss, lossText, turn }: DialFit): Marks[] {
  const top = loss / column.per;
  const errors = points.map(([x, y]) => [x, y, w * x]);
  const stroke = { stroke: color.loss, strokeWidth: size.strong };
  return [
    errors.map((error, i) => showing(`e${i + 1}`, link([error], { x1: '0', x2: '0', y1: '1', y2: '2', ...stroke }))),
    showing(
      'w',
      line(
        [
          [0, 0],
          [dialEnd, w * dialEnd],
        ],
        { stroke: color.function, strokeWidth: size.strong, strokeLinecap: 'round' },
      ),
    ),
    dots(points, { fill: color.ink, r: size.point }),
    showing('loss', [
      link([[column.x, top]], { x1: '0', x2: '0', y1: () => 0, y2: '1', stroke: color.loss, strokeWidth: 26 }),
      label({ x: column.x, y: top, dy: -14, text: lossText, fill: color.loss }),
    ]),
    turn === undefined ? null : showing('slope', turning(w, turn)),
  ];
}

/** An arrow from the end of the line to where the loss is smaller. */
function turning(w: number, turn: -1 | 0 | 1): Marks[] {
  const y = w * dialEnd;
  const style = { stroke: color.gradient, strokeWidth: size.strong } as const;
  if (turn === 0) return [dot([[dialEnd, y]], { ...style, r: 13 })];
  return [arrow([0], { x1: dialEnd, x2: dialEnd, y1: y + 0.55 * turn, y2: y + 2.1 * turn, ...style, headLength: 9 })];
}
