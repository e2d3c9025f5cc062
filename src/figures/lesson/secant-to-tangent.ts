import { forwardDifference } from '../../numeric/derivatives/forward-difference.ts';
import { square } from '../../numeric/functions/functions-of-one.ts';
import { curve } from '../parts/curve.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, line } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

const at = 3;
const nudges = [2, 1] as const;
/** The lines are drawn from here to here. */
const reach = [1.9, 5.25] as const;

/** A line through the curve's point at 3 with a given slope. */
function throughPoint(
  slope: number,
  options: { stroke: string; strokeWidth: number; strokeDasharray?: string },
): Marks {
  const ends = reach.map((x): [number, number] => [x, square.value(at) + slope * (x - at)]);
  return line(ends, { ...options, strokeLinecap: 'round' });
}

function endLabel(slope: number, text: string, fill: string): Marks {
  return label({ x: reach[1], y: square.value(at) + slope * (reach[1] - at), dx: 8, anchor: 'start', text, fill });
}

function describe(slopes: readonly number[]): string {
  const list = nudges.map((h, i) => `${typesetNumber(slopes[i] ?? Number.NaN)} for a nudge of ${h}`);
  return [
    `The curve of x squared and three straight lines through its point at ${at}, at height ${square.value(at)}.`,
    `Two are secants: each also meets the curve a nudge h further right. Their slopes are ${list.join(' and ')}.`,
    `The third is the tangent, where the secants come to rest as the nudge shrinks: its slope is ${square.derivative(at)}.`,
  ].join(' ');
}

/** Lesson 02: x² with two secants through its point at 3, and the tangent into which they turn. */
export function secantToTangent(): Figure {
  const slopes = nudges.map((h) => forwardDifference(square.value, at, h));
  const seconds = nudges.map((h): [number, number] => [at + h, square.value(at + h)]);
  return panel({
    name: 'secant-to-tangent',
    title: 'Secants of x² that turn into the tangent at 3',
    description: describe(slopes),
    height: 370,
    view: { x: [1.4, 7.4], y: [0, 28.5] },
    margins: { left: 28, right: 6, top: 10, bottom: 30 },
    ticks: { x: [2, 3, 4, 5], y: [0, 10, 20] },
    marks: [
      curve(square.value, [1.4, Math.sqrt(28.4)]),
      slopes.map((slope) =>
        throughPoint(slope, { stroke: color.inkSoft, strokeWidth: size.line, strokeDasharray: '7,5' }),
      ),
      throughPoint(square.derivative(at), { stroke: color.tangent, strokeWidth: size.strong }),
      dot(seconds, { fill: color.surface, stroke: color.inkSoft, strokeWidth: size.line, r: size.point }),
      dot([[at, square.value(at)]], { fill: color.tangent, r: size.point + 1 }),
      slopes.map((slope, i) => endLabel(slope, `*h* = ${nudges[i]}: slope ${slope}`, color.inkSoft)),
      endLabel(square.derivative(at), `tangent: slope ${square.derivative(at)}`, color.tangent),
      label({ x: 1.5, y: 5, anchor: 'start', text: '*x*²', fill: color.function }),
    ],
  });
}
