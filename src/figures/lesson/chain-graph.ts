import { differentiateChain, type Link } from '../../numeric/derivatives/chain.ts';
import { square } from '../../numeric/functions/functions-of-one.ts';
import { arrow } from '../parts/arrow.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot } from '../parts/marks.ts';
import { noMargins, panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';

interface Layer extends Link {
  readonly name: string;
}

const layers: readonly Layer[] = [
  { name: 'double', value: (x) => 2 * x, derivative: () => 2 },
  { name: 'add 3', value: (x) => x + 3, derivative: () => 1 },
  { name: 'square', value: square.value, derivative: square.derivative },
];
const input = 1;

/** Heights of the two rows, in the units of the picture: one unit is the distance between two nodes. */
const row = { forward: 0.42, backward: -0.42 } as const;

/** Arrows between neighbouring nodes: to the right in the upper row, to the left in the lower one. */
function hops(y: number, back: boolean): Marks {
  return arrow(layers, {
    x1: (_: Layer, i: number) => i + (back ? 1 : 0),
    x2: (_: Layer, i: number) => i + (back ? 0 : 1),
    y1: () => y,
    y2: () => y,
    insetStart: 30,
    insetEnd: 30,
    headLength: 8,
    stroke: back ? color.gradient : color.function,
    strokeWidth: size.line,
    ...(back ? { strokeDasharray: '5,4' } : {}),
  });
}

function nodes(y: number, values: readonly number[], stroke: string): Marks[] {
  return [
    dot(
      values.map((_, i) => [i, y]),
      { r: 22, stroke, strokeWidth: size.line, fill: color.surface },
    ),
    ...values.map((value, i) => label({ x: i, y, text: String(value) })),
  ];
}

function describe(values: readonly number[], locals: readonly number[], derivatives: readonly number[]): string {
  const steps = layers.map(({ name }, i) => `${name} gives ${values[i + 1]}`);
  const factors = locals.map((local, i) => `${layers[i]?.name} ${local}`).reverse();
  return [
    `Three functions in a row, with the numbers on them. Forwards, from left to right: the input is ${values[0]}, ${steps.join(', ')}.`,
    `Backwards, from right to left, each derivative is the one before times the function's own: ${factors.join(', ')}.`,
    `The derivatives of the output are ${[...derivatives].reverse().join(', ')}; the last, ${derivatives[0]}, is the derivative with respect to the input.`,
  ].join(' ');
}

/** Lesson 04: doubling, adding 3 and squaring, with forward values above and backward derivatives below. */
export function chainGraph(): Figure {
  const { values, locals, derivatives } = differentiateChain(layers, input);
  return panel({
    name: 'chain-graph',
    title: 'Values forwards and derivatives backwards through three functions',
    description: describe(values, locals, derivatives),
    height: 268,
    view: { x: [-0.35, 3.35], y: [-1.13, 1.13] },
    margins: noMargins,
    marks: [
      hops(row.forward, false),
      hops(row.backward, true),
      nodes(row.forward, values, color.function),
      nodes(row.backward, derivatives, color.gradient),
      layers.map(({ name }, i) => label({ x: i + 0.5, y: row.forward, dy: -18, text: name, fill: color.function })),
      locals.map((local, i) =>
        label({ x: i + 0.5, y: row.backward, dy: 20, text: `× ${local}`, fill: color.gradient }),
      ),
      label({ x: -0.3, y: 1, anchor: 'start', text: 'values, forwards →', fill: color.function }),
      label({ x: 3.3, y: -1, anchor: 'end', text: '← derivatives of the output, backwards', fill: color.gradient }),
    ],
  });
}
