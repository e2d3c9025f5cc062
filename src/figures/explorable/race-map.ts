import type { Point } from '../../core/point.ts';
import { dots } from '../parts/dots.ts';
import type { Valley } from '../parts/ellipse.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import { valleyContours } from '../parts/valley.ts';
import { distinct } from '../parts/walk.ts';

const view = { x: [-1.4, 3.6], y: [-4.1, 4.1] } as const;
const heights = [1, 10, 40, 109, 250, 440];

/** One of several that walk down the same landscape. */
export interface Racer {
  /** Its key: the name of its figure and of its term. */
  readonly key: string;
  readonly name: string;
  /** So far, in units of the map. */
  readonly places: readonly Point[];
  /** A short text above the map. */
  readonly says: string;
}

/** The walk of one racer so far, on the map of a valley that `key` names. */
export function raceMap(
  { key: ground, valley }: { readonly key: string; readonly valley: Valley },
  { key, name, places, says }: Racer,
  words: FigureText,
): Figure {
  const stroke = { stroke: color.step, strokeWidth: 1.4, strokeLinejoin: 'round' } as const;
  return panel({
    ...words,
    name: key,
    height: 300,
    view,
    margins: { left: 30, right: 6, top: 34, bottom: 28 },
    ticks: { x: [-1, 0, 1, 2, 3], y: [-4, -2, 0, 2, 4] },
    marks: [
      ...trail(places, view, { ...stroke, apart: 0.02 }),
      dots(distinct(placesInside(places, view), 0.08), { fill: color.step, r: 2 }),
      showing(key, standingPoint(places.at(-1) ?? [0, 0], view, { fill: color.step })),
      label({ x: view.x[1], y: view.y[1], dy: -18, anchor: 'end', text: says, fill: color.step }),
    ],
    ground: {
      key: ground,
      marks: () => [
        valleyContours(valley, view, { heights }),
        label({ x: view.x[0], y: view.y[1], dy: -18, anchor: 'start', text: name }),
      ],
    },
  });
}
