import { dot, line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { cutPath, isInside } from '../parts/cut-path.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { niceTicks } from '../parts/nice-ticks.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetPower } from '../parts/typeset-number.ts';
import { distinct } from '../parts/walk.ts';

/** The heights of a walk so far, from step 0 on, none negative, and how long the whole walk is. */
export interface LossByStep {
  readonly losses: readonly number[];
  readonly lastStep: number;
}

const powers = [-13.5, 4] as const;

/** Lower heights, 0 among them, have no place in the picture. */
export const lowest = 10 ** powers[0];

/** The height of a walk in powers of ten, step by step: where every step leaves the same part of it, a straight line. */
export function lossByStep({ losses, lastStep }: LossByStep, words: Pick<Figure, 'title' | 'description'>): Figure {
  const view = { x: [0, lastStep], y: powers } as const;
  return {
    ...words,
    name: 'loss',
    width: figureWidth,
    height: 400,
    ground: { key: String(lastStep), marks: () => ground(lastStep) },
    plot: {
      marginLeft: 50,
      marginRight: 18,
      marginTop: 30,
      marginBottom: 52,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: moving(losses, view),
    },
  };
}

function ground(lastStep: number): Markish[] {
  const ticks = niceTicks(0, lastStep).filter(Number.isInteger);
  return [
    axes({ x: [], y: [-12, -9, -6, -3, 0, 3], format: typesetPower }),
    axes({ x: ticks, y: [] }),
    label({ x: 0, y: powers[1], dx: -46, dy: -16, anchor: 'start', text: 'height', fill: color.inkSoft }),
    label({ x: lastStep / 2, y: powers[0], dy: 42, text: 'step', fill: color.inkSoft }),
  ];
}

function moving(losses: readonly number[], view: Parameters<typeof isInside>[1]): Markish[] {
  const places = losses.map((loss, step): Point => [step, Math.log10(loss)]);
  const here = places.at(-1) ?? [0, 0];
  const stroke = { stroke: color.loss, strokeWidth: size.strong, strokeLinejoin: 'round' } as const;
  const marks = [
    ...cutPath(places, view).map((part) => line(distinct(part, view.x[1] / 200), stroke)),
    isInside(here, view) ? dot([here], { fill: color.loss, stroke: color.surface, r: size.point + 1 }) : null,
    steps(here, view),
  ];
  return marks.map((mark) => showing('height', mark));
}

/** The step, beside the end of the line, or at the edge that it went through. */
function steps([step, power]: Point, view: Parameters<typeof isInside>[1]): Markish {
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
