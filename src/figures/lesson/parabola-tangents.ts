import { dot, line, type Markish } from '@observablehq/plot';
import { square } from '../../numeric/functions/functions-of-one.ts';
import { axes } from '../parts/axes.ts';
import { curve } from '../parts/curve.ts';
import type { Figure } from '../parts/figure.ts';
import { type Label, label } from '../parts/label.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** Where the tangents touch, and where the label of each stands, seen from the point. */
const touches: readonly Pick<Label & { at: number }, 'at' | 'dx' | 'dy' | 'anchor'>[] = [
  { at: -2, dx: -14, dy: 6, anchor: 'end' },
  { at: -1, dx: -16, dy: 8, anchor: 'end' },
  { at: 0, dx: 0, dy: 36, anchor: 'middle' },
  { at: 1, dx: 16, dy: 8, anchor: 'start' },
  { at: 2, dx: 14, dy: 6, anchor: 'start' },
];

const xDomain = [-3.25, 3.25] as const;
const yDomain = [-2.3, 8] as const;
const margins = { marginLeft: 26, marginRight: 14, marginTop: 10, marginBottom: 30 };
const height = 350;

/** The tangent of x² at a point as a segment, 130 units of the drawing long whatever its slope. */
function tangent(at: number): Markish {
  const [value, slope] = [square.value(at), square.derivative(at)];
  const xUnit = (figureWidth - margins.marginLeft - margins.marginRight) / (xDomain[1] - xDomain[0]);
  const yUnit = (height - margins.marginTop - margins.marginBottom) / (yDomain[1] - yDomain[0]);
  const reach = 65 / Math.hypot(xUnit, slope * yUnit);
  const ends = [-reach, reach].map((d): [number, number] => [at + d, value + slope * d]);
  return line(ends, { stroke: color.tangent, strokeWidth: size.line, strokeLinecap: 'round' });
}

function slopeLabel({ at, ...place }: (typeof touches)[number]): Markish {
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
  return {
    name: 'parabola-tangents',
    title: 'The curve of x² with tangents at five points',
    description: describe(),
    width: figureWidth,
    height,
    plot: {
      ...margins,
      x: { domain: [...xDomain] },
      y: { domain: [...yDomain] },
      marks: [
        axes({ x: [-3, -2, -1, 0, 1, 2, 3], y: [0, 5] }),
        curve(square.value, -Math.sqrt(yDomain[1]), Math.sqrt(yDomain[1])),
        touches.map(({ at }) => tangent(at)),
        dot(points, { fill: color.tangent, stroke: color.surface, strokeWidth: 1.5, r: size.point }),
        touches.map(slopeLabel),
        label({ x: 2.7, y: 7.3, dx: 12, anchor: 'start', text: '*x*²', fill: color.function }),
      ],
    },
  };
}
