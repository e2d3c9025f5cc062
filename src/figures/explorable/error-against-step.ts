import type { Point } from '../../core/point.ts';
import { cutLine, isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, line, link } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';

/** The errors of one difference, as powers of ten: the exponent of the step, and that of the error with it. */
export interface ErrorCurve {
  readonly name: string;
  readonly places: readonly Point[];
  /** Whether it is the current one of the picture. */
  readonly chosen: boolean;
}

/** Where the reader stands on the curves, and the two straight lines between which they run, all as powers of ten. */
export interface ErrorNow {
  readonly at: Point;
  /** The error that the method has without rounding, for the exponent of a step. */
  readonly method: (exponent: number) => number;
  /** The error from rounding; not drawn while it is the open question. */
  readonly rounding: ((exponent: number) => number) | undefined;
  /** The reader's guess of the error of a smaller step. */
  readonly guess: Point | undefined;
}

/** The curves, which `key` names, with the reader's place on them. */
export interface ErrorChart {
  readonly key: string;
  readonly curves: readonly ErrorCurve[];
  readonly now: ErrorNow;
}

const view = { x: [-12.3, -0.7], y: [-16.8, 0.7] } as const;

/** The errors of two differences against the step, in powers of ten, with the parts from the method and from rounding. */
export function errorAgainstStep({ key, curves, now }: ErrorChart, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'errors',
    height: 380,
    view,
    margins: { left: 50, right: 14, top: 30, bottom: 54 },
    ticks: { x: [-12, -10, -8, -6, -4, -2], y: [-16, -12, -8, -4, 0], format: typesetPower },
    xTitle: { text: 'step *h*', dy: 44 },
    yTitle: { text: 'error', dx: -44, dy: -16 },
    marks: [floors(now), where(now)],
    ground: { key, marks: () => curves.flatMap(drawn) },
  });
}

function drawn({ name, places, chosen }: ErrorCurve, index: number): Marks[] {
  const stroke = { stroke: color.tangent, strokeWidth: chosen ? size.strong : 1.4, strokeLinejoin: 'round' } as const;
  const dash = index === 0 ? { strokeDasharray: '2,6' } : {};
  const [x, y] = places.findLast(([exponent]) => exponent < -2.9) ?? places.at(-1) ?? [-3, -3];
  return [
    ...trail(places, view, { ...stroke, ...dash, strokeLinecap: 'round' }),
    label({ x, y, dx: index === 0 ? -14 : 14, anchor: index === 0 ? 'end' : 'start', text: name, fill: color.tangent }),
  ];
}

function floors({ method, rounding }: ErrorNow): Marks[] {
  const style = { stroke: color.inkSoft, strokeWidth: 1.4, strokeDasharray: '7,5' } as const;
  const straight = (f: (exponent: number) => number) => {
    const cut = cutLine([view.x[0], f(view.x[0])], [view.x[1], f(view.x[1])], view);
    return cut ? line(cut, style) : [];
  };
  const name = (text: string, [x, y]: Point, dy: number) =>
    label({ x, y, dx: 12, dy, anchor: 'start', text, fill: color.inkSoft });
  const low = method(-8) < -12 ? -7.5 : -10.8;
  return [
    showing('method', straight(method)),
    name('method', [low, method(low)], 10),
    ...(rounding ? [showing('rounding', straight(rounding)), name('rounding', [-11, rounding(-11)], -8)] : []),
  ];
}

function where({ at, guess }: ErrorNow): Marks[] {
  const plumb = { stroke: color.inkSoft, strokeWidth: 1.2, strokeDasharray: '1,5', strokeLinecap: 'round' } as const;
  const foot = [at, ...(guess ? [guess] : [])];
  return [
    link(foot, { x1: '0', x2: '0', y1: () => view.y[0], y2: '1', ...plumb }),
    showing('error', isInside(at, view) ? dot([at], { fill: color.tangent, r: size.point + 1.5 }) : []),
    guess ? label({ x: guess[0], y: guess[1], dy: -24, text: 'your guess' }) : null,
  ];
}
