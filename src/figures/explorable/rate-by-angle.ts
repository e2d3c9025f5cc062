import { dot, line, link, type Markish } from '@observablehq/plot';
import { axes } from '../parts/axes.ts';
import { spaced } from '../parts/curve.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetMeasured, typesetNumber } from '../parts/typeset-number.ts';

/** How fast the ground rises in every direction from one place. Angles in degrees, from the east to the left. */
export interface RateByAngle {
  readonly rate: (angle: number) => number;
  readonly angle: number;
  /** The angle of the gradient and its length; not drawn while asked for, nor where the ground is level. */
  readonly steepest: { readonly angle: number; readonly rate: number } | undefined;
  /** Whether the whole curve is shown, or a few directions only. */
  readonly open: boolean;
  readonly guess: number | undefined;
}

const view = { x: [-185, 185], y: [-19.5, 19.5] } as const;
/** From east to west over the north. */
const measured = [0, 45, 90, 135, 180];

/** The rate of change against the direction: a cosine, whose peak is the direction of the gradient. */
export function rateByAngle(rates: RateByAngle, words: Pick<Figure, 'title' | 'description'>): Figure {
  return {
    ...words,
    name: 'rates',
    width: figureWidth,
    height: 394,
    ground: { key: 'rates', marks: ground },
    plot: {
      marginLeft: 38,
      marginRight: 12,
      marginTop: 34,
      marginBottom: 54,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: moving(rates),
    },
  };
}

function ground(): Markish[] {
  const format = (value: number) => typesetNumber(value);
  const ticks = axes({ x: [-180, -90, 0, 90, 180], y: [-15, -10, -5, 0, 5, 10, 15], format: (t) => `${format(t)}` });
  return [
    ...ticks,
    label({ x: view.x[0], y: view.y[1], dx: -34, dy: -18, anchor: 'start', text: 'rate', fill: color.inkSoft }),
    label({ x: 0, y: view.y[0], dy: 44, text: 'direction in degrees', fill: color.inkSoft }),
  ];
}

function moving({ rate, angle, steepest, open, guess }: RateByAngle): Markish[] {
  const curve = spaced(-180, 180, 73).map((at) => [at, rate(at)] as const);
  const compass = measured.map((at) => [at, rate(at)] as const);
  const plumb = {
    strokeWidth: 1.2,
    strokeDasharray: '1,5',
    strokeLinecap: 'round',
    x1: '0',
    x2: '0',
    y1: '1',
  } as const;
  return [
    open ? line(curve, { stroke: color.function, strokeWidth: size.strong, strokeLinecap: 'round' }) : null,
    dot(compass, { fill: color.function, r: size.dot }),
    steepest
      ? link([[steepest.angle, steepest.rate]], { ...plumb, y2: () => view.y[0], stroke: color.gradient })
      : null,
    showing(
      'gradient',
      steepest ? dot([[steepest.angle, steepest.rate]], { fill: color.gradient, r: size.point + 1 }) : [],
    ),
    steepest ? peak(steepest) : null,
    guess === undefined
      ? null
      : link([[guess, view.y[1]]], { ...plumb, y2: () => view.y[0], stroke: color.ink, strokeWidth: 1.6 }),
    link([[angle, rate(angle)]], { ...plumb, y2: () => 0, stroke: color.step }),
    showing('rate', dot([[angle, rate(angle)]], { fill: color.surface, stroke: color.step, strokeWidth: 2.4, r: 6 })),
  ];
}

function peak({ angle, rate }: { angle: number; rate: number }): Markish {
  const anchor = angle > 90 ? 'end' : angle < -90 ? 'start' : 'middle';
  return label({
    x: angle,
    y: rate,
    dy: -18,
    anchor,
    text: `steepest ${typesetMeasured(rate, 2)}`,
    fill: color.gradient,
  });
}
