import type { Point } from '../../core/point.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { inPowers } from '../parts/in-powers.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { niceTicks } from '../parts/nice-ticks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { standingPoint, trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';
import type { View } from '../parts/view.ts';

/** The heights of a walk so far, from step 0 on, none negative, and how long the whole walk is. */
export interface LossByStep {
  readonly losses: readonly number[];
  readonly lastStep: number;
}

const powers = [-13.5, 4] as const;

/** Lower heights, 0 among them, have no place in the picture. */
export const lowest = 10 ** powers[0];

/** The height of a walk in powers of ten, step by step: where every step leaves the same part of it, a straight line. */
export function lossByStep({ losses, lastStep }: LossByStep, words: FigureText): Figure {
  const view = { x: [0, lastStep], y: powers } as const;
  return panel({
    ...words,
    name: 'loss',
    height: 400,
    view,
    margins: { left: 50, right: 18, top: 30, bottom: 52 },
    ticks: {
      x: niceTicks(0, lastStep).filter(Number.isInteger),
      y: [-12, -9, -6, -3, 0, 3],
      yFormat: typesetPower,
    },
    xTitle: { text: 'step', dy: 42 },
    yTitle: { text: 'height', dx: -46, dy: -16 },
    marks: moving(losses, view),
    ground: { key: String(lastStep) },
  });
}

function moving(losses: readonly number[], view: View): Marks[] {
  const places = inPowers(losses);
  const here = places.at(-1) ?? [0, 0];
  const stroke = { stroke: color.loss, strokeWidth: size.strong, strokeLinejoin: 'round' } as const;
  const marks = [
    ...trail(places, view, { ...stroke, apart: view.x[1] / 200 }),
    standingPoint(here, view, { fill: color.loss }),
    steps(here, view),
  ];
  return marks.map((mark) => showing('height', mark));
}

/** The step, beside the end of the line, or at the edge that it went through. */
function steps([step, power]: Point, view: View): Marks {
  const late = step > (view.x[0] + view.x[1]) / 2;
  const arrow = power > view.y[1] ? ' ↑' : power < view.y[0] ? ' ↓' : '';
  const y = Math.min(Math.max(power, view.y[0]), view.y[1]);
  const low = y < -12.5;
  return label({
    x: step,
    y,
    dx: late ? -10 : 10,
    dy: low || arrow === ' ↓' ? -14 : 14,
    anchor: late ? 'end' : 'start',
    text: `step ${step}${arrow}`,
    fill: color.loss,
  });
}
