import type { Point } from '../../core/point.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { AnyMarks, Marks } from '../parts/mark.ts';
import { dot, dots, ruleX, ruleY } from '../parts/marks.ts';
import { panel, plainMargins } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import { valleyContours } from '../parts/valley.ts';
import { spread } from '../parts/walk.ts';

const view = { x: [-1.4, 1.3], y: [-1.4, 1.3] } as const;
/** Where both numbers of each place are drawn once more, each on a line of its own. */
const track = -1.27;
/** Places nearer to each other than this cannot be distinguished. */
const apart = 0.02;

/** A valley with these two curvatures from above, with a walk, and both of its numbers along the edges. */
export function valleyMap(
  curvatures: readonly [flat: number, steep: number],
  places: readonly Point[],
  words: FigureText,
): Figure {
  return panel({
    ...words,
    name: 'map',
    height: 400,
    view,
    margins: { ...plainMargins, top: 8 },
    ticks: { x: [-1, 0, 1], y: [-1, 0, 1] },
    marks: theWalk(places),
    ground: { key: curvatures.join(), marks: () => ground(curvatures) },
  });
}

function ground([flat, steep]: readonly [number, number]): AnyMarks[] {
  const heights = [0.04, 0.2, 0.6, 1.4, 3, 8, 18].map((height) => height * Math.sqrt(steep / flat / 3));
  return [
    ...valleyContours({ center: [0, 0], curvatures: [flat, steep], angle: 0 }, view, { heights }),
    ruleX([track], { stroke: color.rule }),
    ruleY([track], { stroke: color.rule }),
    label({ x: 1.2, y: track, dy: -14, text: '*x*', fill: color.step }),
    label({ x: track, y: 1.2, dx: 14, text: '*y*', fill: color.step }),
  ];
}

function theWalk(places: readonly Point[]): Marks[] {
  const here = places.at(-1) ?? [0, 0];
  const inside = (all: readonly Point[], gap: number) => spread(placesInside(all, view), gap);
  const last = { fill: color.step, stroke: color.surface, r: size.point + 1 };
  const along = places.map(([x]): Point => [x, track]);
  const up = places.map(([, y]): Point => [track, y]);
  const stroke = { stroke: color.step, strokeWidth: 1.5, strokeLinejoin: 'round' } as const;
  return [
    ...trail(places, view, { ...stroke, apart: apart / 2 }),
    dots(inside(places.slice(0, -1), apart), { fill: color.step, r: 2 }),
    showing('x', dots(inside(along, 2 * apart), { fill: color.step, r: 2 })),
    showing('x', dot(inside(along.slice(-1), apart), last)),
    showing('y', dots(inside(up, 2 * apart), { fill: color.step, r: 2 })),
    showing('y', dot(inside(up.slice(-1), apart), last)),
    standingPoint(here, view, { fill: color.step }),
  ];
}
