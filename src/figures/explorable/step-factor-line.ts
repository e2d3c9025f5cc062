import { axes } from '../parts/axes.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { AnyMarks, Marks } from '../parts/mark.ts';
import { dot, line, rect, ruleX, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { typesetMeasured } from '../parts/typeset-number.ts';

/** The data of the factor of a step: the position of the walk, and the reader's guess. */
export interface StepFactorLine {
  /** Rate times curvature. */
  readonly product: number;
  readonly curvature: number;
  /** The rate of a product, exactly: rounded, a rate beside a border would stand under the name of the border. */
  readonly rateOf: (product: number) => string;
  readonly guess: number | undefined;
  /** Whether the regimes have their names. */
  readonly named: boolean;
}

const view = { x: [0, 3], y: [-2.15, 1.75] } as const;
/** The strip of the regimes. */
const strip = [1.3, 1.75] as const;

/** The factor 1 − rate × curvature as a line, with the strip of the regimes between their borders. */
export function stepFactorLine(shown: StepFactorLine, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'factor',
    height: 300,
    view,
    margins: { left: 32, right: 14, top: 30, bottom: 52 },
    xTitle: { text: 'learning rate', dy: 42 },
    yTitle: { text: 'each step multiplies *x* by', dx: -26, dy: -16 },
    marks: [
      marker(shown.guess, { fill: color.surface, stroke: color.step, strokeWidth: size.line }),
      showing('factor', marker(shown.product, { fill: color.step, stroke: color.surface })),
    ],
    ground: { key: `${shown.curvature} ${shown.named}`, marks: () => ground(shown) },
  });
}

function ground({ rateOf, named }: StepFactorLine): AnyMarks[] {
  return [
    rect([0], { x1: 0, x2: 2, y1: -1, y2: 1, fill: color.rule, fillOpacity: 0.35 }),
    axes({ x: [], y: [-2, -1, 0, 1] }),
    ruleY([-1, 1], { stroke: color.inkSoft, strokeDasharray: '2,5' }),
    named ? ruleX([1, 2], { stroke: color.inkSoft, strokeDasharray: '2,5', y1: view.y[0], y2: strip[1] }) : null,
    line(
      [0, 3].map((product) => [product, 1 - product]),
      { stroke: color.function, strokeWidth: size.strong },
    ),
    [0, 1, 2, 3].map((product) =>
      label({
        x: product,
        y: view.y[0],
        dx: product === 3 ? 10 : 0,
        dy: 16,
        anchor: product === 3 ? 'end' : 'middle',
        text: rateOf(product),
        fill: color.inkSoft,
      }),
    ),
    named ? names() : [],
  ];
}

function names(): Marks[] {
  const middle = (strip[0] + strip[1]) / 2;
  const regimes = [
    [0.5, 'one side'],
    [1.5, 'zig-zag'],
    [2.5, 'diverges'],
  ] as const;
  return [
    ...regimes.map(([x, text]) => label({ x, y: middle, text, fill: color.step })),
    label({ x: 1, y: 0, dx: 9, dy: -10, anchor: 'start', text: 'in one step', fill: color.step }),
    label({ x: 2, y: -1, dx: 9, dy: -10, anchor: 'start', text: 'to and fro', fill: color.step }),
  ];
}

/** On the line; a point beyond the edge is drawn at the edge, with an arrow. */
function marker(product: number | undefined, style: { fill: string; stroke: string; strokeWidth?: number }): Marks[] {
  if (product === undefined) return [];
  if (product > view.x[1])
    return [
      label({
        x: view.x[1],
        y: -2,
        dx: 6,
        dy: -14,
        anchor: 'end',
        text: `factor ${typesetMeasured(1 - product, 1)} →`,
        fill: color.step,
      }),
    ];
  return [dot([[product, 1 - product]], { ...style, r: size.point + 1 })];
}
