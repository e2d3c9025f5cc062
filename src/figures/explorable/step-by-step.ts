import { dot, line, link, type Markish, ruleY } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { cutPath, isInside } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';

/** A walk against the number of its steps: the places so far, and the one that follows if there is one to show. */
export interface StepByStep {
  readonly positions: readonly number[];
  readonly next: number | undefined;
  readonly lastStep: number;
}

/** Beyond this a walk leaves the picture. */
const edge = 6.5;

/** Where a walk around a bottom at 0 is, step by step: a jump across the bottom is a line across the middle. */
export function stepByStep(walk: StepByStep, words: Pick<Figure, 'title' | 'description'>): Figure {
  const view = { x: [0, walk.lastStep + 1], y: [-edge, edge] } as const;
  return {
    ...words,
    name: 'walk',
    width: figureWidth,
    height: 300,
    ground: {
      key: 'walk',
      marks: () => [
        axes({ x: [0, 5, 10, 15, 20], y: [-4, 0, 4] }),
        ruleY([0], { stroke: color.rule }),
        label({
          x: 0,
          y: edge,
          dx: -26,
          dy: -16,
          anchor: 'start',
          text: 'offset *x* from the bottom',
          fill: color.inkSoft,
        }),
        label({ x: walk.lastStep / 2, y: -edge, dy: 42, text: 'step', fill: color.inkSoft }),
      ],
    },
    plot: {
      marginLeft: 32,
      marginRight: 14,
      marginTop: 30,
      marginBottom: 52,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: moving(walk, view),
    },
  };
}

function moving({ positions, next }: StepByStep, view: Parameters<typeof isInside>[1]): Markish[] {
  const places = positions.map((x, step): Point => [step, x]);
  const here: Point = places.at(-1) ?? [0, 0];
  const ahead: Point | undefined = next === undefined ? undefined : [here[0] + 1, next];
  const inside = (all: readonly (Point | undefined)[]) =>
    all.filter((one): one is Point => one !== undefined && isInside(one, view));
  const stroke = { stroke: color.step, strokeWidth: size.line, strokeLinejoin: 'round' } as const;
  return [
    ...cutPath(places, view).map((part) => line(part, stroke)),
    dots(inside(places), { fill: color.step, r: size.dot + 0.5 }),
    showing(
      'next',
      ahead
        ? cutPath([here, ahead], view).map((part) =>
            line(part, { ...stroke, strokeDasharray: '1,5', strokeLinecap: 'round' }),
          )
        : [],
    ),
    showing('next', dot(inside([ahead]), { ...stroke, fill: color.surface, r: size.point })),
    showing('x', [
      isInside(here, view)
        ? link([here], { x1: here[0], x2: here[0], y1: 0, y2: here[1], ...stroke, strokeWidth: 1.2 })
        : [],
      dot(inside([here]), { fill: color.step, stroke: color.surface, r: size.point + 1 }),
    ]),
    outside(here, view),
  ];
}

function outside([step, x]: Point, view: Parameters<typeof isInside>[1]): Markish {
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
