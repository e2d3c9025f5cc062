import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { inPowers } from '../parts/in-powers.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { stepLine } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { standingPoint, trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';
import type { View } from '../parts/view.ts';

/** A loss against the steps of its run, on a scale of powers of ten. */
export interface LossCurve {
  readonly name?: string;
  /** The losses so far: the index is the step. */
  readonly values: readonly number[];
  /** The number of steps on the axis, and their unit. */
  readonly steps: number;
  readonly unit: string;
  /** The measured quantity. */
  readonly says: string;
  /** Lowest and highest power of ten. */
  readonly powers: readonly [number, number];
  /** The rate of each step of the whole run, drawn as well. */
  readonly rates?: readonly number[];
}

/** A learning rate over the whole run, as stairs, with the one of the present step. */
function rateLine(rates: readonly number[], step: number, view: View): Marks[] {
  const powers = inPowers(rates);
  const stairs = powers.flatMap(([i, power]): Point[] => [
    [i, power],
    [i + 1, power],
  ]);
  const inside = stairs.filter(([, power]) => power >= view.y[0]);
  const [end, height] = inside.at(-1) ?? [0, 0];
  const now = at(powers, Math.min(step, rates.length - 1))[1];
  return [
    ...trail(stairs, view, { stroke: color.step, strokeWidth: size.line, strokeDasharray: '7,3' }),
    label({ x: end, y: height, dx: 6, anchor: 'start', text: 'rate', fill: color.step }),
    showing('rate', standingPoint([step, now], view, { fill: color.step })),
  ];
}

/** The loss so far, with the present step. It stops at the edge where it leaves the picture. */
export function lossCurve(curve: LossCurve, words: FigureText): Figure {
  const { name = 'loss', values, steps, unit, says, powers, rates } = curve;
  const view = { x: [0, steps], y: powers } as const;
  return panel({
    ...words,
    name,
    height: 140,
    view,
    margins: { left: 42, right: rates ? 48 : 14, top: 30, bottom: 28 },
    ticks: { x: quarters(steps), y: wholePowers(powers), yFormat: typesetPower },
    // Beside the highest power, which may stand at the top.
    yTitle: { text: `${says}, by ${unit}`, dx: 0, dy: -18 },
    marks: [...(rates ? rateLine(rates, values.length - 1, view) : []), ...soFar(curve, view)],
    ground: { key: `${steps} ${powers} ${says}` },
  });
}

const quarters = (steps: number) => (steps % 4 === 0 ? [0, 1, 2, 3, 4].map((i) => (i * steps) / 4) : [0, steps]);

function wholePowers([low, high]: LossCurve['powers']): number[] {
  const by = high - low > 5 ? 4 : 2;
  return Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, i) => low + i * by);
}

function soFar({ values, steps, powers }: LossCurve, view: View): Marks[] {
  const places = inPowers(values);
  const stroke = { stroke: color.loss, strokeWidth: size.strong, strokeLinejoin: 'round' } as const;
  return [
    stepLine(values.length - 1, powers),
    ...trail(places, view, { ...stroke, apart: steps / 800 }),
    showing('loss', standingPoint(places.at(-1) ?? [0, powers[0]], view, { fill: color.loss })),
  ];
}
