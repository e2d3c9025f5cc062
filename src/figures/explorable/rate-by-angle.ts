import { spaced } from '../parts/curve.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, line, link } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { typesetMeasured } from '../parts/typeset-number.ts';

/** How fast the ground rises in every direction from one place. Angles in degrees, from the east to the left. */
export interface RateByAngle {
  readonly rate: (angle: number) => number;
  readonly angle: number;
  /** The angle of the gradient and its length; not drawn while it is the open question, nor where the ground is level. */
  readonly steepest: { readonly angle: number; readonly rate: number } | undefined;
  /** Whether the whole curve is shown, or a few directions only. */
  readonly open: boolean;
  readonly guess: number | undefined;
}

const view = { x: [-185, 185], y: [-19.5, 19.5] } as const;
/** From east to west over the north. */
const measured = [0, 45, 90, 135, 180];

/** The rate of change against the direction: a cosine, whose peak is the direction of the gradient. */
export function rateByAngle(rates: RateByAngle, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'rates',
    height: 394,
    view,
    margins: { left: 38, right: 12, top: 34, bottom: 54 },
    ticks: { x: [-180, -90, 0, 90, 180], y: [-15, -10, -5, 0, 5, 10, 15] },
    xTitle: { text: 'direction in degrees', dy: 44 },
    yTitle: { text: 'rate', dx: -34, dy: -18 },
    marks: moving(rates),
    ground: { key: 'rates' },
  });
}

function moving({ rate, angle, steepest, open, guess }: RateByAngle): Marks[] {
  const curve = spaced(-180, 180, 73).map((at) => [at, rate(at)] as const);
  const compass = measured.map((at) => [at, rate(at)] as const);
  const plumb = { strokeWidth: 1.2, ...dotted, x1: '0', x2: '0', y1: '1' } as const;
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

function peak({ angle, rate }: { angle: number; rate: number }): Marks {
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
