import { square } from '../../numeric/functions/functions-of-one.ts';
import { curve } from '../parts/curve.ts';
import type { Figure } from '../parts/figure.ts';
import { figureFrame } from '../parts/figure-frame.ts';
import { type Label, label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, line } from '../parts/marks.ts';
import { type PanelOptions, panel } from '../parts/panel.ts';
import { tangentEnds } from '../parts/tangent-ends.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** Where the tangents touch, and where the label of each stands, seen from the point. */
const touches: readonly Pick<Label & { at: number }, 'at' | 'dx' | 'dy' | 'anchor'>[] = [
  { at: -2, dx: -14, dy: 6, anchor: 'end' },
  { at: -1, dx: -16, dy: 8, anchor: 'end' },
  { at: 0, dx: 0, dy: 36, anchor: 'middle' },
  { at: 1, dx: 16, dy: 8, anchor: 'start' },
  { at: 2, dx: 14, dy: 6, anchor: 'start' },
];

/** The curve within its axes. */
const frame: PanelOptions = {
  name: 'parabola-tangents',
  title: 'The curve of x² with tangents at five points',
  description: describe(),
  height: 350,
  view: { x: [-3.25, 3.25], y: [-2.3, 8] },
  margins: { left: 26, right: 14, top: 10, bottom: 30 },
  ticks: { x: [-3, -2, -1, 0, 1, 2, 3], y: [0, 5] },
};

/** The tangent of x² at a point as a segment, 130 units of the drawing long for every slope. */
function tangent(at: number): Marks {
  const ends = tangentEnds([at, square.value(at)], square.derivative(at), 65, figureFrame(panel(frame)));
  return line(ends, { stroke: color.tangent, strokeWidth: size.line, strokeLinecap: 'round' });
}

function slopeLabel({ at, ...place }: (typeof touches)[number]): Marks {
  const words = `slope ${typesetNumber(square.derivative(at))}`;
  return label({ ...place, x: at, y: square.value(at), text: words, fill: color.tangent });
}

function describe(): string {
  const slopes = touches.map(({ at }) => `${typesetNumber(square.derivative(at))} at ${typesetNumber(at)}`);
  return [
    'The curve of x squared, a valley with its lowest point at 0, and five short tangents to it.',
    `Their slopes are ${slopes.slice(0, -1).join(', ')} and ${slopes.at(-1)}: each is twice its x.`,
    'From left to right the tangents fall steeply, fall less steeply, lie level at the bottom, and rise more and more.',
  ].join(' ');
}

/** Lesson 02: x² with the tangents at whole numbers from −2 to 2, the slope of each written beside it. */
export function parabolaTangents(): Figure {
  const points = touches.map(({ at }): [number, number] => [at, square.value(at)]);
  const [, top] = frame.view.y;
  return panel({
    ...frame,
    marks: [
      curve(square.value, [-Math.sqrt(top), Math.sqrt(top)]),
      touches.map(({ at }) => tangent(at)),
      dot(points, { fill: color.tangent, stroke: color.surface, strokeWidth: 1.5, r: size.point }),
      touches.map(slopeLabel),
      label({ x: 2.7, y: 7.3, dx: 12, anchor: 'start', text: '*x*²', fill: color.function }),
    ],
  });
}
