import type { Point } from '../../core/point.ts';
import { saddle } from '../../numeric/functions/functions-of-many.ts';
import { contours } from '../parts/contours.ts';
import { isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dots } from '../parts/marks.ts';
import { panel, plainMargins } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import { distinct } from '../parts/walk.ts';

const view = { x: [-0.75, 1.25], y: [-0.65, 1.35] } as const;

/** The ground around the saddle of x² − y² from above, with a walk that comes along the ridge. */
export function saddleMap(places: readonly Point[], words: FigureText): Figure {
  return panel({
    ...words,
    name: 'map',
    height: 380,
    view,
    margins: { ...plainMargins, top: 30 },
    ticks: { x: [0, 1], y: [0, 1] },
    yTitle: { text: 'offset *y* from the ridge', dx: -22, dy: -16 },
    marks: theWalk(places),
    ground: { key: 'saddle', marks: ground },
  });
}

function ground(): Marks[] {
  return [
    contours(saddle.value, view, { heights: [-1.2, -0.9, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 0.9, 1.2] }),
    label({ x: 0.95, y: -0.45, text: 'higher', fill: color.function }),
    label({ x: -0.4, y: 1.1, text: 'lower', fill: color.function }),
  ];
}

function theWalk(places: readonly Point[]): Marks[] {
  const here = places.at(-1) ?? [0, 0];
  return [
    ...trail(places, view, { stroke: color.step, strokeWidth: size.line, apart: 0.01 }),
    dots(distinct(placesInside(places, view), 0.02), { fill: color.step, r: size.dot }),
    standingPoint(here, view, { fill: color.step, r: size.point + 1.5 }),
    named(here, places.length - 1),
  ].map((mark) => showing('place', mark));
}

function named([x, y]: Point, step: number): Marks {
  const style = { fill: color.step, text: `step ${step}` };
  if (isInside([x, y], view)) return label({ x, y, dx: 12, dy: y < 0.2 ? -16 : 0, anchor: 'start', ...style });
  const at = Math.min(Math.max(x, view.x[0]), view.x[1]);
  return label({ x: at, y: view.y[1], dx: 12, dy: 14, anchor: 'start', ...style, text: `${style.text} ↑` });
}
