import type { Point } from '../../core/point.ts';
import type { Valley } from '../parts/ellipse.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { spreadLabels } from '../parts/spread-labels.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import { valleyContours } from '../parts/valley.ts';

const view = { x: [-1.4, 4.6], y: [-4.1, 4.1] } as const;
const heights = [1, 10, 40, 109, 250, 440];

/** One of several that walk down the same landscape, with a color and a dash of its own in all pictures of the race. */
export interface Racer {
  /** The name of its term. */
  readonly key: string;
  /** Its name, and its outcome. */
  readonly says: string;
  readonly stroke: string;
  readonly dash?: string;
  /** So far, in units of the map. */
  readonly places: readonly Point[];
}

/** The walks of several racers so far, each with its name at its end, on the map of a valley that `key` names. */
export function raceMap(
  { key, valley }: { readonly key: string; readonly valley: Valley },
  racers: readonly Racer[],
  words: FigureText,
): Figure {
  return panel({
    ...words,
    name: 'map',
    height: 322,
    view,
    margins: { left: 30, right: 6, top: 10, bottom: 28 },
    ticks: { x: [-1, 0, 1, 2, 3, 4], y: [-4, -2, 0, 2, 4] },
    marks: [...racers.map(theWalk), ...names(racers)],
    // In grey: here a color is a racer.
    ground: { key, marks: () => valleyContours(valley, view, { heights, stroke: color.inkSoft }) },
  });
}

function theWalk({ key, places, stroke, dash }: Racer): Marks[] {
  const style = { stroke, strokeWidth: size.line, ...(dash !== undefined && { strokeDasharray: dash }) };
  return [
    ...trail(places, view, { ...style, strokeLinejoin: 'round', apart: 0.02 }),
    showing(key, standingPoint(places.at(-1) ?? [0, 0], view, { fill: stroke })),
  ].flat();
}

/** The names at the ends of the walks, pushed apart where they would touch; none for a walk that has left the map. */
function names(racers: readonly Racer[]): Marks[] {
  const inside = racers.flatMap(({ says, stroke, places }) =>
    placesInside(places.slice(-1), view).map(([x, y]) => ({ says, stroke, x, y })),
  );
  const room = { low: view.y[0] + 0.3, high: view.y[1] - 0.3, apart: 0.66, taken: Number.POSITIVE_INFINITY };
  return spreadLabels(inside, room).map(({ says, stroke, x, y }) =>
    label({ x, y, dx: 10, anchor: 'start', text: says, fill: stroke }),
  );
}
