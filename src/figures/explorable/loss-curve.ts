import type { Markish } from '@observablehq/plot';
import type { View } from '../parts/contours.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { inPowers } from '../parts/in-powers.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { stepLine } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { standingPoint, trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';

/** A loss against the steps of its run, on a scale of powers of ten. */
export interface LossCurve {
  readonly name?: string;
  /** The losses so far: the index is the step. */
  readonly values: readonly number[];
  /** How many steps the axis has, and what they are. */
  readonly steps: number;
  readonly unit: string;
  /** What is measured. */
  readonly says: string;
  /** Lowest and highest power of ten. */
  readonly powers: readonly [number, number];
}

/** The loss so far, with the present step. It stops at the edge where it leaves the picture. */
export function lossCurve(curve: LossCurve, words: FigureText): Figure {
  const { name = 'loss', steps, unit, says, powers } = curve;
  const view = { x: [0, steps], y: powers } as const;
  return panel({
    ...words,
    name,
    height: 220,
    view,
    margins: { left: 42, right: 14, top: 34, bottom: 52 },
    ticks: { x: quarters(steps), y: wholePowers(powers), yFormat: typesetPower },
    xTitle: { text: unit, dy: 40 },
    yTitle: { text: says, dx: -36, dy: -22 },
    marks: soFar(curve, view),
    ground: { key: `${steps} ${powers} ${says}` },
  });
}

const quarters = (steps: number) => (steps % 4 === 0 ? [0, 1, 2, 3, 4].map((i) => (i * steps) / 4) : [0, steps]);

function wholePowers([low, high]: LossCurve['powers']): number[] {
  const by = high - low > 5 ? 2 : 1;
  return Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, i) => low + i * by);
}

function soFar({ values, steps, powers }: LossCurve, view: View): Markish[] {
  const places = inPowers(values);
  const stroke = { stroke: color.loss, strokeWidth: size.strong, strokeLinejoin: 'round' } as const;
  return [
    stepLine(values.length - 1, powers),
    ...trail(places, view, { ...stroke, apart: steps / 800 }),
    showing('loss', standingPoint(places.at(-1) ?? [0, powers[0]], view, { fill: color.loss })),
  ];
}
