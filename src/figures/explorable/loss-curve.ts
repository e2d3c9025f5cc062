import { dot, line, link, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { cutPath, isInside } from '../parts/cut-path.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetPower } from '../parts/typeset-number.ts';
import { distinct } from '../parts/walk.ts';

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
export function lossCurve(curve: LossCurve, words: Pick<Figure, 'title' | 'description'>): Figure {
  const { name = 'loss', steps, unit, says, powers } = curve;
  const [low, high] = powers;
  const by = high - low > 5 ? 2 : 1;
  const whole = Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, i) => low + i * by);
  return {
    ...words,
    name,
    width: figureWidth,
    height: 220,
    plot: {
      marginLeft: 42,
      marginRight: 14,
      marginTop: 34,
      marginBottom: 52,
      x: { domain: [0, steps] },
      y: { domain: [low, high] },
      marks: soFar(curve),
    },
    ground: {
      key: `${steps} ${powers} ${says}`,
      marks: () => [
        axes({ x: [], y: whole, format: typesetPower }),
        axes({ x: quarters(steps), y: [] }),
        label({ x: 0, y: high, dx: -36, dy: -22, anchor: 'start', text: says, fill: color.inkSoft }),
        label({ x: steps / 2, y: low, dy: 40, text: unit, fill: color.inkSoft }),
      ],
    },
  };
}

const quarters = (steps: number) => (steps % 4 === 0 ? [0, 1, 2, 3, 4].map((i) => (i * steps) / 4) : [0, steps]);

function soFar({ values, steps, powers: [low, high] }: LossCurve): Markish[] {
  const view = { x: [0, steps], y: [low, high] } as const;
  const places = values.map((value, step): Point => [step, Math.log10(value)]);
  const step = values.length - 1;
  const now = places.at(-1) ?? [0, low];
  const stroke = { stroke: color.loss, strokeWidth: size.strong, strokeLinejoin: 'round' as const };
  return [
    link([0], {
      x1: step,
      x2: step,
      y1: low,
      y2: high,
      stroke: color.step,
      strokeDasharray: '1,5',
      strokeLinecap: 'round',
    }),
    ...cutPath(places, view).map((part) => line(distinct(part, steps / 800), stroke)),
    showing(
      'loss',
      isInside(now, view) ? dot([now], { fill: color.loss, stroke: color.surface, r: size.point + 1 }) : [],
    ),
  ];
}
