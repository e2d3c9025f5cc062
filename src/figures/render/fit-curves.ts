import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { type Curve, fitCurve, isStraight } from './fit-curve.ts';

/** A straight line from the point before it, which has only its end, or a curve with its two control points and its end. */
export type Piece = readonly [end: Point] | readonly [first: Point, second: Point, end: Point];

/** A curve takes about as many characters as this many lines. */
const linesOfCurve = 3;

/** At a greater turn than this, about half a radian, the line has a corner: no curve goes through it. */
const leastCosine = 0.88;

/**
 * The same line in fewer pieces: curves where it bends smoothly, straight lines elsewhere. No point of it is farther than
 * `tolerance` from the pieces, and every piece ends at one of its points.
 *
 * Each piece is the longest that is found by doubling and halving. The fit uses only basic arithmetic and square roots,
 * so that every machine gets the same pieces.
 */
export function fitCurves(points: readonly Point[], tolerance: number): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < points.length - 1; ) {
    const part = (to: number) => points.slice(from, to + 1);
    const last = nextCorner(points, from);
    const straight = longest(from, last, (to) => isStraight(part(to), tolerance));
    const curved = longest(from, last, (to) => fitCurve(part(to), tolerance) !== undefined);
    const curve = curved - straight >= linesOfCurve ? fitCurve(part(curved), tolerance) : undefined;
    pieces.push(curve ? withoutStart(curve) : [at(points, straight)]);
    from = curve ? curved : straight;
  }
  return pieces;
}

function withoutStart([, first, second, end]: Curve): Piece {
  return [first, second, end];
}

/** The greatest number up to `last` for which it holds, or the one after `from`. */
function longest(from: number, last: number, holds: (to: number) => boolean): number {
  let [good, step] = [from + 1, 2];
  while (good < last && holds(Math.min(from + step, last))) {
    good = Math.min(from + step, last);
    step *= 2;
  }
  let bad = Math.min(from + step, last + 1);
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The next corner after a point, or the end. */
function nextCorner(points: readonly Point[], from: number): number {
  for (let i = from + 1; i < points.length - 1; i++) {
    const [[ax, ay], [bx, by], [cx, cy]] = [at(points, i - 1), at(points, i), at(points, i + 1)];
    const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
    if (ux * vx + uy * vy < leastCosine * Math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy))) return i;
  }
  return points.length - 1;
}
