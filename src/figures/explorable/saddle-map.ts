import { dot, line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { saddle } from '../../numeric/functions/functions-of-many.ts';
import { axes } from '../parts/axes.ts';
import { contours } from '../parts/contours.ts';
import { cutPath, isInside } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { distinct } from '../parts/walk.ts';

const view = { x: [-0.75, 1.25], y: [-0.65, 1.35] } as const;

/** The ground around the saddle of x² − y² from above, with a walk that comes along the ridge. */
export function saddleMap(places: readonly Point[], words: Pick<Figure, 'title' | 'description'>): Figure {
  return {
    ...words,
    name: 'map',
    width: figureWidth,
    height: 400,
    ground: { key: 'saddle', marks: ground },
    plot: {
      marginLeft: 30,
      marginRight: 8,
      marginTop: 30,
      marginBottom: 30,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: theWalk(places),
    },
  };
}

function ground(): Markish[] {
  return [
    axes({ x: [0, 1], y: [0, 1] }),
    contours(saddle.value, view, [-1.2, -0.9, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 0.9, 1.2]),
    label({
      x: view.x[0],
      y: view.y[1],
      dx: -22,
      dy: -16,
      anchor: 'start',
      text: 'offset *y* from the ridge',
      fill: color.inkSoft,
    }),
    label({ x: 0.95, y: -0.45, text: 'higher', fill: color.function }),
    label({ x: -0.4, y: 1.1, text: 'lower', fill: color.function }),
  ];
}

function theWalk(places: readonly Point[]): Markish[] {
  const here = places.at(-1) ?? [0, 0];
  const seen = distinct(
    places.filter((place) => isInside(place, view)),
    0.02,
  );
  return [
    ...cutPath(places, view).map((part) => line(distinct(part, 0.01), { stroke: color.step, strokeWidth: size.line })),
    dots(seen, { fill: color.step, r: size.dot }),
    isInside(here, view) ? dot([here], { fill: color.step, stroke: color.surface, r: size.point + 1.5 }) : null,
    named(here, places.length - 1),
  ].map((mark) => showing('place', mark));
}

function named([x, y]: Point, step: number): Markish {
  const style = { fill: color.step, text: `step ${step}` };
  if (isInside([x, y], view)) return label({ x, y, dx: 12, dy: y < 0.2 ? -16 : 0, anchor: 'start', ...style });
  const at = Math.min(Math.max(x, view.x[0]), view.x[1]);
  return label({ x: at, y: view.y[1], dx: 12, dy: 14, anchor: 'start', ...style, text: `${style.text} ↑` });
}
