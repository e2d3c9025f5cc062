import type { Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { drawnMark } from './drawn-mark.ts';
import type { FrameAxis, PanelFrame } from './frame.ts';
import type { Recorded } from './recorded-mark.ts';
import { svgElement } from './svg-element.ts';

type Arrows = Recorded<'arrows'>;
/** Arrows as Matplotlib's `quiver` draws them: lengths, widths and directions after its documentation. */
export function arrowMark(mark: Arrows, frame: PanelFrame): Markish {
  const shaft = mark.shaft * (frame.right - frame.left);
  const lengths = arrowLengths(mark, frame);
  return drawnMark(mark.mapped ? 'mapped arrows' : 'arrows', (document) => {
    const paths = mark.x.map((_, i) => {
      const foot: Point = [frame.x.place(at(mark.x, i)), frame.y.place(at(mark.y, i))];
      const outline = arrowOutline(at(lengths, i) / shaft, mark);
      return arrowPath(outline, foot, direction(mark, frame, i), shaft);
    });
    return oneOrMany(mark, paths, document);
  });
}

/** Arrows of one color are one path. */
function oneOrMany({ colors, alpha }: Arrows, paths: readonly string[], document: Document): Element[] {
  const solid = alpha === 1 ? null : alpha;
  if (!Array.isArray(colors)) {
    return [
      svgElement(document, 'path', {
        d: paths.join(''),
        fill: (colors as string | null) ?? 'none',
        'fill-opacity': solid,
      }),
    ];
  }
  return paths.map((d, i) => svgElement(document, 'path', { d, fill: colors[i] ?? 'none', 'fill-opacity': solid }));
}

/** In units of the drawing. Without a scale, an arrow of mean length is about as long as the arrows are apart. */
function arrowLengths(mark: Arrows, frame: PanelFrame): number[] {
  const width = frame.right - frame.left;
  const inPlane = mark.angles === 'xy' && mark.units === 'xy';
  const lengths = mark.u.map((u, i) => {
    if (!inPlane) return Math.hypot(u, at(mark.v, i));
    const [dx, dy] = step(mark, frame, i, 1);
    return Math.hypot(dx, dy);
  });
  const known = lengths.filter(Number.isFinite);
  const mean = known.reduce((sum, length) => sum + length, 0) / Math.max(1, known.length);
  const automatic = (1.8 * mean * Math.max(10, Math.sqrt(lengths.length))) / width;
  const unit = inPlane ? 1 : mark.units === null ? width : unitLength(mark.units, frame);
  if (mark.scale === null) return lengths.map((length) => (mean === 0 ? 0 : length / automatic));
  const scale = mark.scale;
  return lengths.map((length) => (length * unit) / scale);
}

/** How long a unit is in the drawing. */
function unitLength(units: Exclude<Arrows['units'], null>, { left, right, top, bottom, x, y }: PanelFrame): number {
  const per = (axis: FrameAxis, length: number) => length / Math.abs(axis.limits[1] - axis.limits[0]);
  const [perX, perY] = [per(x, right - left), per(y, bottom - top)];
  return { width: right - left, height: bottom - top, x: perX, y: perY, xy: Math.hypot(perX, perY) }[units];
}

/** The angle of an arrow on the screen, upwards from the right, in radians. */
function direction(mark: Arrows, frame: PanelFrame, i: number): number {
  const [u, v] = [at(mark.u, i), at(mark.v, i)];
  if (mark.angles === 'uv') return Math.atan2(v, u);
  if (mark.angles !== 'xy') return (at(mark.angles, i % mark.angles.length) * Math.PI) / 180;
  const reach = Math.max(...[...frame.x.limits, ...frame.y.limits].map(Math.abs)) * 0.001;
  const [dx, dy] = step(mark, frame, i, mark.units === 'xy' ? 1 : reach / Math.max(Math.hypot(u, v), Number.MIN_VALUE));
  return Math.atan2(-dy, dx);
}

/** From the foot of an arrow to `part` of it further in the plane, in units of the drawing. */
function step(mark: Arrows, { x, y }: PanelFrame, i: number, part: number): Point {
  const [fromX, fromY] = [at(mark.x, i), at(mark.y, i)];
  return [
    x.place(fromX + part * at(mark.u, i)) - x.place(fromX),
    y.place(fromY + part * at(mark.v, i)) - y.place(fromY),
  ];
}

/** The corners of an arrow to the right from the origin; `length` and all its sizes are in widths of its shaft. */
function arrowOutline(length: number, { head, pivot }: Arrows): Point[] {
  const { headwidth, headlength, headaxislength, minshaft, minlength } = head;
  if (length < minlength) {
    const dot = (i: number): Point => [
      (Math.cos((i * Math.PI) / 3) * minlength) / 2,
      (Math.sin((i * Math.PI) / 3) * minlength) / 2,
    ];
    return Array.from({ length: 6 }, (_, i) => dot(i));
  }
  const least = minshaft * headlength;
  const [long, shrink] = length < least ? [least, length / least] : [length, 1];
  const back = { tail: 0, mid: long / 2, tip: long }[pivot];
  const upper: Point[] = [
    [0, 0.5],
    [long - headaxislength, 0.5],
    [long - headlength, headwidth / 2],
    [long, 0],
  ];
  const lower = upper.slice(0, 3).reverse();
  return [...upper, ...lower.map(([x, y]): Point => [x, -y])].map(([x, y]) => [(x - back) * shrink, y * shrink]);
}

function arrowPath(outline: readonly Point[], [x, y]: Point, angle: number, shaft: number): string {
  if (![x, y, angle].every(Number.isFinite)) return '';
  const [cos, sin] = [Math.cos(angle) * shaft, Math.sin(angle) * shaft];
  const corner = ([a, b]: Point) => `${(x + a * cos - b * sin).toFixed(2)},${(y - a * sin - b * cos).toFixed(2)}`;
  return `M${outline.map(corner).join('L')}Z`;
}
