import type { Point } from '../../core/point.ts';
import { arrow } from '../parts/arrow.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot } from '../parts/marks.ts';
import { noMargins, panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';

/** Functions in a row with the results so far: values forwards, rates backwards; `undefined` is not computed yet. */
export interface ChainPasses {
  readonly names: readonly string[];
  readonly values: readonly (string | undefined)[];
  readonly slopes: readonly (string | undefined)[];
  readonly rates: readonly (string | undefined)[];
}

const row = { forward: 0.42, backward: -0.42 } as const;

/** A computation graph in the middle of its two passes. */
export function chainPasses(passes: ChainPasses, words: FigureText): Figure {
  const { names, values, rates } = passes;
  const last = names.length;
  return panel({
    ...words,
    name: 'graph',
    height: 268,
    ground: { key: names.join(), marks: () => still(names) },
    view: { x: [-0.35, last + 0.35], y: [-1.13, 1.13] },
    margins: noMargins,
    marks: [
      names.map((_, i) => hop(passes, i)),
      values.map((text, i) => showing(`v${i}`, node([i, row.forward], text, color.function))),
      rates.map((text, i) => showing(i === 0 ? 'rate' : `r${i}`, node([i, row.backward], text, color.gradient))),
    ],
  });
}

function still(names: readonly string[]): Marks[] {
  const last = names.length;
  return [
    arrow(names, { ...between(row.forward, false), stroke: color.function }),
    names.map((name, i) => label({ x: i + 0.5, y: row.forward, dy: -18, text: name, fill: color.function })),
    label({ x: -0.3, y: 1, anchor: 'start', text: 'values, forwards →', fill: color.function }),
    label({
      x: last + 0.3,
      y: -1,
      anchor: 'end',
      text: '← rates of the output, backwards',
      fill: color.gradient,
    }),
  ];
}

function between(y: number, back: boolean) {
  return {
    x1: (_: unknown, i: number) => i + (back ? 1 : 0),
    x2: (_: unknown, i: number) => i + (back ? 0 : 1),
    y1: () => y,
    y2: () => y,
    insetStart: 30,
    insetEnd: 30,
    headLength: 8,
    strokeWidth: size.line,
  } as const;
}

/** The way back through one function, by which the rate is multiplied. */
function hop({ slopes }: ChainPasses, i: number): Marks {
  const slope = slopes[i];
  const style = { stroke: color.gradient, strokeDasharray: '5,4', strokeOpacity: slope === undefined ? 0.35 : 1 };
  return showing(`s${i}`, [
    arrow([i], { ...between(row.backward, true), x1: [i + 1], x2: [i], ...style }),
    slope === undefined
      ? null
      : label({ x: i + 0.5, y: row.backward, dy: 20, text: `× ${slope}`, fill: color.gradient }),
  ]);
}

function node([x, y]: Point, text: string | undefined, stroke: string): Marks[] {
  const known = text !== undefined;
  return [
    dot([[x, y]], {
      r: 25,
      stroke,
      strokeWidth: size.line,
      strokeOpacity: known ? 1 : 0.35,
      fill: color.surface,
    }),
    known ? label({ x, y, text }) : null,
  ];
}
