import { dot, line, type Markish, ruleX, ruleY } from '@observablehq/plot';
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

/** How far a walk is from a saddle in each direction, and how steep it is there, step by step. All are positive. */
export interface DistanceByStep {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly gradient: readonly number[];
  readonly lastStep: number;
  /** The step that the reader takes to be the one at which the walk leaves. */
  readonly guess: number | undefined;
}

const powers = [-12.6, 1.4] as const;

/** Distances and gradient in powers of ten: what is multiplied by the same factor at every step is a straight line. */
export function distanceByStep(shown: DistanceByStep, words: Pick<Figure, 'title' | 'description'>): Figure {
  const { lastStep } = shown;
  return {
    ...words,
    name: 'distance',
    width: figureWidth,
    height: 400,
    ground: { key: String(lastStep), marks: () => ground(lastStep) },
    plot: {
      marginLeft: 50,
      marginRight: 16,
      marginTop: 30,
      marginBottom: 52,
      x: { domain: [before(lastStep), lastStep] },
      y: { domain: [...powers] },
      marks: moving(shown),
    },
  };
}

/** Room to the left of the start, for what stands there to be taken hold of. */
const before = (lastStep: number) => -0.09 * lastStep;

function ground(lastStep: number): Markish[] {
  return [
    axes({ x: [], y: [-12, -9, -6, -3, 0], format: typesetPower }),
    axes({ x: niceTicks(0, lastStep), y: [] }),
    ruleY([0], { stroke: color.inkSoft, strokeDasharray: '2,5' }),
    label({
      x: before(lastStep),
      y: powers[1],
      dx: -46,
      dy: -16,
      anchor: 'start',
      text: 'distance, and length of the gradient',
      fill: color.inkSoft,
    }),
    label({ x: lastStep / 2, y: powers[0], dy: 42, text: 'step', fill: color.inkSoft }),
  ];
}

function moving({ x, y, gradient, lastStep, guess }: DistanceByStep): Markish[] {
  const view = { x: [before(lastStep), lastStep], y: powers } as const;
  const style = { strokeLinejoin: 'round', strokeLinecap: 'round' } as const;
  const places = (values: readonly number[]) => values.map((value, step): Point => [step, Math.log10(value)]);
  const path = (values: readonly number[], stroke: object) =>
    cutPath(places(values), view).map((part) => line(distinct(part, lastStep / 200), { ...style, ...stroke }));
  const end = (values: readonly number[], fill: string) =>
    dot(
      places(values)
        .slice(-1)
        .filter((place) => isInside(place, view)),
      { fill, r: size.point },
    );
  return [
    guess === undefined
      ? null
      : ruleX([guess], { stroke: color.step, strokeDasharray: '1,6', strokeLinecap: 'round', strokeWidth: size.line }),
    showing(
      'gradient',
      [
        path(gradient, { stroke: color.gradient, strokeWidth: size.line, strokeDasharray: '7,5' }),
        end(gradient, color.gradient),
      ].flat(),
    ),
    showing(
      'x',
      [path(x, { stroke: color.step, strokeWidth: size.line, strokeDasharray: '2,5' }), end(x, color.step)].flat(),
    ),
    showing('y', [path(y, { stroke: color.step, strokeWidth: size.strong }), end(y, color.step)].flat()),
    names(places(x).at(-1), places(y).at(-1), places(gradient).at(-1), view),
  ];
}

/** Each beside the end of its line, and the gradient above the higher of the two. */
function names(
  x: Point | undefined,
  y: Point | undefined,
  gradient: Point | undefined,
  view: Parameters<typeof isInside>[1],
): Markish[] {
  const middle = (view.x[0] + view.x[1]) / 2;
  const name = (place: Point | undefined, text: string, fill: string, dy: number) => {
    if (place === undefined || !isInside(place, view)) return null;
    const left = place[0] > middle;
    const top = place[1] > view.y[1] - 1.2 && dy < 0;
    return label({
      x: place[0],
      y: place[1],
      dx: left ? -10 : 10,
      dy: top ? 1 : dy,
      anchor: left ? 'end' : 'start',
      text,
      fill,
    });
  };
  const yAbove = (y?.[1] ?? 0) > (x?.[1] ?? 0);
  return [
    name(gradient, 'gradient', color.gradient, -15),
    name(x, '*x*', color.step, yAbove ? 15 : 1),
    name(y, '*y*', color.step, 16),
  ];
}
