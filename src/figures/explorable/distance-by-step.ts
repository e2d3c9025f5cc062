import type { Point } from '../../core/point.ts';
import { isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { inPowers } from '../parts/in-powers.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, ruleX, ruleY } from '../parts/marks.ts';
import { niceTicks } from '../parts/nice-ticks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, type Stroke, trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';
import type { View } from '../parts/view.ts';

/** How far a walk is from a saddle in each direction, and how steep it is there, step by step. All are positive. */
export interface DistanceByStep {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly gradient: readonly number[];
  readonly lastStep: number;
  /** The reader's guess of the step at which the walk leaves. */
  readonly guess: number | undefined;
}

const powers = [-12.6, 1.4] as const;

/** Distances and gradient in powers of ten: multiplication by the same factor at every step gives a straight line. */
export function distanceByStep(shown: DistanceByStep, words: FigureText): Figure {
  const { lastStep } = shown;
  // Room to the left of the start, for the handle there to be dragged.
  const view = { x: [-0.09 * lastStep, lastStep], y: powers } as const;
  return panel({
    ...words,
    name: 'distance',
    height: 380,
    view,
    margins: { left: 50, right: 16, top: 30, bottom: 52 },
    ticks: { x: niceTicks(0, lastStep), y: [-12, -9, -6, -3, 0], yFormat: typesetPower },
    xTitle: { text: 'step', at: lastStep / 2, dy: 42 },
    yTitle: { text: 'distance, and length of the gradient', dx: -46, dy: -16 },
    marks: moving(shown, view),
    ground: {
      key: String(lastStep),
      marks: () => [ruleY([0], { stroke: color.inkSoft, strokeDasharray: '2,5' })],
    },
  });
}

function moving({ x, y, gradient, lastStep, guess }: DistanceByStep, view: View): Marks[] {
  const series = (values: readonly number[], stroke: Stroke) => {
    const places = inPowers(values);
    const look = { strokeLinejoin: 'round', strokeLinecap: 'round', ...stroke } as const;
    return [
      ...trail(places, view, { ...look, apart: lastStep / 200 }),
      dot(placesInside(places.slice(-1), view), { fill: stroke.stroke, r: size.point }),
    ];
  };
  return [
    guess === undefined
      ? null
      : ruleX([guess], { stroke: color.step, strokeDasharray: '1,6', strokeLinecap: 'round', strokeWidth: size.line }),
    showing('gradient', series(gradient, { stroke: color.gradient, strokeWidth: size.line, strokeDasharray: '7,5' })),
    showing('x', series(x, { stroke: color.step, strokeWidth: size.line, strokeDasharray: '2,5' })),
    showing('y', series(y, { stroke: color.step, strokeWidth: size.strong })),
    names({ x: inPowers(x).at(-1), y: inPowers(y).at(-1), gradient: inPowers(gradient).at(-1) }, view),
  ];
}

/** Each beside the end of its line, and the gradient above the higher of the two. */
function names({ x, y, gradient }: Record<'x' | 'y' | 'gradient', Point | undefined>, view: View): Marks[] {
  const middle = (view.x[0] + view.x[1]) / 2;
  const name = (place: Point | undefined, { dy, ...words }: { text: string; fill: string; dy: number }) => {
    if (place === undefined || !isInside(place, view)) return null;
    const left = place[0] > middle;
    const top = place[1] > view.y[1] - 1.2 && dy < 0;
    return label({
      x: place[0],
      y: place[1],
      dx: left ? -10 : 10,
      dy: top ? 1 : dy,
      anchor: left ? 'end' : 'start',
      ...words,
    });
  };
  const yAbove = (y?.[1] ?? 0) > (x?.[1] ?? 0);
  return [
    name(gradient, { text: 'gradient', fill: color.gradient, dy: -15 }),
    name(x, { text: '*x*', fill: color.step, dy: yAbove ? 15 : 1 }),
    name(y, { text: '*y*', fill: color.step, dy: 16 }),
  ];
}
