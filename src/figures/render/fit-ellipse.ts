import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';

/** A part of an ellipse whose axes are those of the drawing, as an SVG path has it: from a point before it to its end. */
export interface Arc {
  readonly radii: Point;
  /** Whether it is more than half of the ellipse. */
  readonly large: boolean;
  /** Whether it goes the way from the x axis to the y axis. */
  readonly sweep: boolean;
  readonly end: Point;
}

interface Ellipse {
  readonly center: Point;
  readonly radii: Point;
}

/** With fewer points than this, other curves are as short. */
const leastPoints = 12;

/** A part of an ellipse counts as a half of it if it is this close, relative to it: which of the two it is drawn as is the same. */
const aHalf = 1e-9;

/** The greatest radius, in units of the drawing: a parabola is nearly an ellipse with radii that no browser can compute with. */
const mostRadius = 1000;

/**
 * The line as an arc of an ellipse, or as two where one would not be told from others; `undefined` if one of its points is
 * farther than `tolerance` from them. Arcs are given by whole tenths of a unit, as they are written, and a browser finds the
 * center by them: that one is compared.
 */
export function fitEllipse(points: readonly Point[], tolerance: number): readonly Arc[] | undefined {
  if (points.length < leastPoints) return undefined;
  const ellipse = ellipseThrough(points);
  if (!ellipse) return undefined;
  const arcs = (parts: readonly (readonly Point[])[]) => {
    const found = parts.map((part) => arcThrough(part, ellipse, tolerance));
    return found.every((arc) => arc !== undefined) ? found : undefined;
  };
  const middle = Math.floor(points.length / 2);
  return arcs([points]) ?? arcs([points.slice(0, middle + 1), points.slice(middle)]);
}

/** The ellipse through four points of a line, which solve A x² + B y² + C x + D y = 1 around the middle of them. */
function ellipseThrough(points: readonly Point[]): Ellipse | undefined {
  const four = [0.05, 0.3, 0.55, 0.8].map((part) => at(points, Math.floor(part * (points.length - 1))));
  const [mx, my] = [0, 1].map((axis) => four.reduce((sum, point) => sum + at(point, axis), 0) / 4) as [number, number];
  const rows = four.map(([x, y]) => [(x - mx) ** 2, (y - my) ** 2, x - mx, y - my, 1]);
  const [a = 0, b = 0, c = 0, d = 0] = solve(rows) ?? [];
  if (!(a > 0 && b > 0)) return undefined;
  const [x, y] = [-c / (2 * a), -d / (2 * b)];
  const size = 1 + a * x * x + b * y * y;
  const radii = [Math.sqrt(size / a), Math.sqrt(size / b)] as const;
  return Math.max(...radii) > mostRadius ? undefined : { center: [mx + x, my + y], radii };
}

/** Solves linear equations, each a row that ends with its right side; `undefined` if they have no single solution. */
function solve(rows: readonly (readonly number[])[]): number[] | undefined {
  const left = rows.map((row) => [...row]);
  for (let i = 0; i < left.length; i++) {
    const best = left.slice(i).reduce((most, row) => (Math.abs(at(row, i)) > Math.abs(at(most, i)) ? row : most));
    if (Math.abs(at(best, i)) < 1e-12) return undefined;
    left.splice(left.indexOf(best), 1, at(left, i));
    left[i] = best.map((value) => value / at(best, i));
    const row = at(left, i);
    for (const [j, other] of left.entries())
      if (j !== i) left[j] = other.map((value, k) => value - at(other, i) * at(row, k));
  }
  return left.map((row) => at(row, row.length - 1));
}

function arcThrough(points: readonly Point[], { center, radii }: Ellipse, tolerance: number): Arc | undefined {
  const turns = points.slice(1).map((point, i) => turn(at(points, i), point, { center, radii }));
  const whole = turns.reduce((sum, one) => sum + one, 0);
  // It goes one way only, and not far at once.
  if (turns.some((one) => one * whole <= 0 || Math.abs(one) > 0.5)) return undefined;
  const arc: Arc = {
    radii: rounded(radii),
    large: Math.abs(whole) > Math.PI * (1 + aHalf),
    sweep: whole > 0,
    end: rounded(at(points, points.length - 1)),
  };
  const drawn = ellipseOf(rounded(at(points, 0)), arc);
  return drawn && points.every((point) => distance(point, drawn) <= tolerance) ? arc : undefined;
}

/** The angle by which a circle turns from one point to another when the ellipse is stretched to it. */
function turn(from: Point, to: Point, { center: [cx, cy], radii: [rx, ry] }: Ellipse): number {
  const [ux, uy, vx, vy] = [(from[0] - cx) / rx, (from[1] - cy) / ry, (to[0] - cx) / rx, (to[1] - cy) / ry];
  return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
}

/** The ellipse that a browser draws for an arc; `undefined` if its ends are too far from each other for it. */
function ellipseOf([x0, y0]: Point, { radii: [rx, ry], large, sweep, end: [x1, y1] }: Arc): Ellipse | undefined {
  const [x, y] = [(x0 - x1) / 2 / rx, (y0 - y1) / 2 / ry];
  const half = x * x + y * y;
  if (half === 0 || half > 1.01) return undefined;
  const scale = Math.max(1, Math.sqrt(half));
  const away = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, 1 / half - 1));
  return {
    center: [(x0 + x1) / 2 + away * rx * y, (y0 + y1) / 2 - away * ry * x],
    radii: [rx * scale, ry * scale],
  };
}

/** How far a point is from an ellipse, for points near it. */
function distance([x, y]: Point, { center: [cx, cy], radii: [rx, ry] }: Ellipse): number {
  const [u, v] = [(x - cx) / rx, (y - cy) / ry];
  return Math.abs(u * u + v * v - 1) / (2 * Math.sqrt((u / rx) ** 2 + (v / ry) ** 2));
}

function rounded([x, y]: Point): Point {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}
