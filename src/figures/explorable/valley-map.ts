import { dot, line, type Markish, ruleX, ruleY } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { axes } from '../parts/axes.ts';
import { cutPath, isInside } from '../parts/cut-path.ts';
import { dots } from '../parts/dots.ts';
import { ellipse } from '../parts/ellipse.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { distinct, spread } from '../parts/walk.ts';

const view = { x: [-1.4, 1.3], y: [-1.4, 1.3] } as const;
/** Where both numbers of each place are drawn once more, each on a line of its own. */
const track = -1.27;
/** Places nearer to each other than this cannot be told apart. */
const apart = 0.02;

/** A valley with these two curvatures from above, with a walk, and both of its numbers along the edges. */
export function valleyMap(
  curvatures: readonly [flat: number, steep: number],
  places: readonly Point[],
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  return {
    ...words,
    name: 'map',
    width: figureWidth,
    height: 400,
    ground: { key: curvatures.join(), marks: () => ground(curvatures) },
    plot: {
      marginLeft: 30,
      marginRight: 8,
      marginTop: 8,
      marginBottom: 30,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks: theWalk(places),
    },
  };
}

function ground([flat, steep]: readonly [number, number]): Markish[] {
  const heights = [0.04, 0.2, 0.6, 1.4, 3, 8, 18].map((height) => height * Math.sqrt(steep / flat / 3));
  return [
    axes({ x: [-1, 0, 1], y: [-1, 0, 1] }),
    heights.map((height) => ellipse([flat, steep], height)),
    ruleX([track], { stroke: color.rule }),
    ruleY([track], { stroke: color.rule }),
    label({ x: 1.2, y: track, dy: -14, text: '*x*', fill: color.step }),
    label({ x: track, y: 1.2, dx: 14, text: '*y*', fill: color.step }),
  ];
}

function theWalk(places: readonly Point[]): Markish[] {
  const here = places.at(-1) ?? [0, 0];
  const inside = (all: readonly Point[], gap: number) =>
    spread(
      all.filter((place) => isInside(place, view)),
      gap,
    );
  const last = { fill: color.step, stroke: color.surface, r: size.point + 1 };
  const along = places.map(([x]): Point => [x, track]);
  const up = places.map(([, y]): Point => [track, y]);
  const stroke = { stroke: color.step, strokeWidth: 1.5, strokeLinejoin: 'round' } as const;
  return [
    ...cutPath(places, view).map((part) => line(distinct(part, apart / 2), stroke)),
    dots(inside(places.slice(0, -1), apart), { fill: color.step, r: 2 }),
    showing('x', dots(inside(along, 2 * apart), { fill: color.step, r: 2 })),
    showing('x', dot(inside(along.slice(-1), apart), last)),
    showing('y', dots(inside(up, 2 * apart), { fill: color.step, r: 2 })),
    showing('y', dot(inside(up.slice(-1), apart), last)),
    isInside(here, view) ? dot([here], last) : null,
  ];
}
