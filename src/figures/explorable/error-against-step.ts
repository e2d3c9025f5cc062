import { dot, line, link, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { cutLine, cutPath, isInside } from '../parts/cut-path.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetPower } from '../parts/typeset-number.ts';

/** The errors of one difference, as powers of ten: the exponent of the step, and that of the error with it. */
export interface ErrorCurve {
  readonly name: string;
  readonly places: readonly Point[];
  /** The one that the picture is about now. */
  readonly chosen: boolean;
}

/** Where the reader stands on the curves, and the two straight lines between which they run, all as powers of ten. */
export interface ErrorNow {
  readonly at: Point;
  /** The error that the method has without rounding, for the exponent of a step. */
  readonly method: (exponent: number) => number;
  /** The error that rounding brings; not drawn while the reader is asked for it. */
  readonly rounding: ((exponent: number) => number) | undefined;
  /** Where the reader takes the error of a smaller step to be. */
  readonly guess: Point | undefined;
}

const view = { x: [-12.3, -0.7], y: [-16.8, 0.7] } as const;

/** The errors of two differences against the step, in powers of ten, with what the method and what rounding add. */
export function errorAgainstStep(
  key: string,
  curves: readonly ErrorCurve[],
  now: ErrorNow,
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  return {
    ...words,
    name: 'errors',
    width: figureWidth,
    height: 380,
    ground: { key, marks: () => theCurves(curves) },
    plot: {
      marginLeft: 50,
      marginRight: 14,
      marginTop: 30,
      marginBottom: 54,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: [floors(now), where(now)],
    },
  };
}

function theCurves(curves: readonly ErrorCurve[]): Markish[] {
  return [
    axes({ x: [-12, -10, -8, -6, -4, -2], y: [-16, -12, -8, -4, 0], format: typesetPower }),
    ...curves.map(drawn),
    label({ x: view.x[0], y: view.y[1], dx: -44, dy: -16, anchor: 'start', text: 'error', fill: color.inkSoft }),
    label({ x: -6.5, y: view.y[0], dy: 44, text: 'step *h*', fill: color.inkSoft }),
  ];
}

function drawn({ name, places, chosen }: ErrorCurve, index: number): Markish[] {
  const stroke = { stroke: color.tangent, strokeWidth: chosen ? size.strong : 1.4, strokeLinejoin: 'round' } as const;
  const dash = index === 0 ? { strokeDasharray: '2,6' } : {};
  const [x, y] = places.findLast(([exponent]) => exponent < -2.9) ?? places.at(-1) ?? [-3, -3];
  return [
    ...cutPath(places, view).map((part) => line(part, { ...stroke, ...dash, strokeLinecap: 'round' })),
    label({ x, y, dx: index === 0 ? -14 : 14, anchor: index === 0 ? 'end' : 'start', text: name, fill: color.tangent }),
  ];
}

function floors({ method, rounding }: ErrorNow): Markish[] {
  const style = { stroke: color.inkSoft, strokeWidth: 1.4, strokeDasharray: '7,5' } as const;
  const straight = (f: (exponent: number) => number) => {
    const cut = cutLine([view.x[0], f(view.x[0])], [view.x[1], f(view.x[1])], view);
    return cut ? line(cut, style) : [];
  };
  const name = (text: string, f: (exponent: number) => number, x: number, dy: number) =>
    label({ x, y: f(x), dx: 12, dy, anchor: 'start', text, fill: color.inkSoft });
  const low = method(-8) < -12 ? -7.5 : -10.8;
  return [
    showing('method', straight(method)),
    name('method', method, low, 10),
    ...(rounding ? [showing('rounding', straight(rounding)), name('rounding', rounding, -11, -8)] : []),
  ];
}

function where({ at, guess }: ErrorNow): Markish[] {
  const plumb = { stroke: color.inkSoft, strokeWidth: 1.2, strokeDasharray: '1,5', strokeLinecap: 'round' } as const;
  const foot = [at, ...(guess ? [guess] : [])];
  return [
    link(foot, { x1: '0', x2: '0', y1: () => view.y[0], y2: '1', ...plumb }),
    showing('error', isInside(at, view) ? dot([at], { fill: color.tangent, r: size.point + 1.5 }) : []),
    guess ? label({ x: guess[0], y: guess[1], dy: -24, text: 'your guess' }) : null,
  ];
}
