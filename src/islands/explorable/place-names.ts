import type { Point } from '../../core/point.ts';

/** A rectangle in a picture, in pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name that is to stand beside its mark. */
export interface Name {
  readonly size: Point;
  /** The places of the mark beside which it may stand, the best first. */
  readonly places: readonly Point[];
  /** The side of the mark on which it stands if it covers nothing there. */
  readonly side: 'above' | 'below';
}

/** The place beside which a name stands, by its index, and the middle of the name from there. */
export interface Spot {
  readonly place: number;
  readonly by: Point;
}

/** Pixels between the middle of a mark and the edge of its name. */
const gaps = [9, 24, 40, 64] as const;

/**
 * Finds for each name a spot in the picture where it covers as little as possible of what is written there and of the
 * names before it.
 *
 * @param picture the size of the picture
 * @param written what must stay legible
 */
export function placeNames(names: readonly Name[], picture: Point, written: readonly Box[]): Spot[] {
  const taken = [...written];
  return names.map((name) => {
    const [best] = spotsOf(name)
      .map((spot) => within(picture, name, spot))
      .map((spot, i) => ({ spot, cost: i + costOf(boxAt(name, spot), taken) }))
      .sort((a, b) => a.cost - b.cost);
    const spot = best?.spot ?? { place: 0, by: [0, 0] };
    taken.push(boxAt(name, spot));
    return spot;
  });
}

/** All spots, the nearest to the mark's best place first. */
function spotsOf({ size: [width, height], places, side }: Name): Spot[] {
  const first = side === 'above' ? -1 : 1;
  return gaps.flatMap((gap) => {
    const [across, down] = [width / 2 + gap, first * (height / 2 + gap)];
    const aside = width / 2 - 12;
    const around: Point[] = [
      [0, down],
      [aside, down],
      [-aside, down],
      [0, -down],
      [aside, -down],
      [-aside, -down],
      [across, 0],
      [-across, 0],
    ];
    return places.flatMap((_, place) => around.map((by) => ({ place, by })));
  });
}

/** The same spot, or the nearest one at which the whole name is in the picture. */
function within([width, height]: Point, name: Name, { place, by: [x, y] }: Spot): Spot {
  const { left, top, right, bottom } = boxAt(name, { place, by: [x, y] });
  const [across, down] = [Math.min(0, width - right), Math.min(0, height - bottom)];
  return { place, by: [x + Math.max(across, -left), y + Math.max(down, -top)] };
}

function boxAt({ size: [width, height], places }: Name, { place, by }: Spot): Box {
  const [x, y] = places[place] ?? [0, 0];
  const [left, top] = [x + by[0] - width / 2, y + by[1] - height / 2];
  return { left, top, right: left + width, bottom: top + height };
}

/** Any cover is worse than the farthest spot. */
function costOf(box: Box, taken: readonly Box[]): number {
  const covered = taken.reduce((sum, one) => sum + overlap(box, one), 0);
  return covered === 0 ? 0 : 1000 * (1 + covered / areaOf(box));
}

function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function overlap(a: Box, b: Box): number {
  return areaOf({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
}
