import type { Point } from '../../core/point.ts';
import { isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, dots, link, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import type { View } from '../parts/view.ts';

/** A walk against the number of its steps: the places so far, and the one that follows if there is one to show. */
export interface StepByStep {
  readonly positions: readonly number[];
  readonly next: number | undefined;
  readonly lastStep: number;
}

/** Beyond this a walk leaves the picture. */
const edge = 6.5;

/** Where a walk around a bottom at 0 is, step by step: a jump across the bottom is a line across the middle. */
export function stepByStep(walk: StepByStep, words: FigureText): Figure {
  const view = { x: [0, walk.lastStep + 1], y: [-edge, edge] } as const;
  return panel({
    ...words,
    name: 'walk',
    height: 300,
    view,
    margins: { left: 32, right: 14, top: 30, bottom: 52 },
    ticks: { x: [0, 5, 10, 15, 20], y: [-4, 0, 4] },
    xTitle: { text: 'step', at: walk.lastStep / 2, dy: 42 },
    yTitle: { text: 'offset *x* from the bottom', dx: -26, dy: -16 },
    marks: moving(walk, view),
    ground: { key: 'walk', marks: () => [ruleY([0], { stroke: color.rule })] },
  });
}

function moving({ positions, next }: StepByStep, view: View): Marks[] {
  const places = positions.map((x, step): Point => [step, x]);
  const here: Point = places.at(-1) ?? [0, 0];
  const ahead: readonly Point[] = next === undefined ? [] : [[here[0] + 1, next]];
  const stroke = { stroke: color.step, strokeWidth: size.line, strokeLinejoin: 'round' } as const;
  const upright = { x1: here[0], x2: here[0], y1: 0, y2: here[1], ...stroke, strokeWidth: 1.2 };
  return [
    ...trail(places, view, stroke),
    dots(placesInside(places, view), { fill: color.step, r: size.dot + 0.5 }),
    showing('next', trail([here, ...ahead], view, { ...stroke, ...dotted })),
    showing('next', dot(placesInside(ahead, view), { ...stroke, fill: color.surface, r: size.point })),
    showing('x', [isInside(here, view) ? link([here], upright) : [], standingPoint(here, view, { fill: color.step })]),
    outside(here, view),
  ];
}

function outside([step, x]: Point, view: View): Marks {
  if (isInside([step, x], view)) return null;
  const up = x > 0;
  return label({
    x: step,
    y: up ? edge : -edge,
    dx: -4,
    dy: up ? 12 : -12,
    anchor: 'end',
    text: `step ${step} ${up ? '↑' : '↓'}`,
    fill: color.step,
  });
}
