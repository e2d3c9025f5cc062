import type { Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { drawnMark } from './drawn-mark.ts';
import { pngAddress } from './encode-png.ts';
import type { PanelFrame } from './frame.ts';
import type { Recorded } from './recorded-mark.ts';
import { simplifyLine } from './simplify-line.ts';
import { svgElement } from './svg-element.ts';

/** A path of straight lines in units of the drawing, with far fewer points where they do not show. */
export function pathOf(points: readonly Point[], closed: boolean): string {
  const finite = points
    .filter((point) => point.every(Number.isFinite))
    .map(([x, y]): Point => [bounded(x), bounded(y)]);
  const [first, ...rest] = simplifyLine(finite, 0.12);
  if (!first) return '';
  const written = ([x, y]: Point) => `${x.toFixed(2)},${y.toFixed(2)}`;
  return `M${written(first)}${rest.map((point) => `L${written(point)}`).join('')}${closed ? 'Z' : ''}`;
}

/** Limits coordinates far outside the picture, whose many digits would make the file larger. */
function bounded(value: number): number {
  return Math.max(-9999, Math.min(9999, value));
}

/** Of one color or several, the first. */
export function single(paint: string | null | readonly (string | null)[]): string {
  return (typeof paint === 'string' ? paint : paint?.[0]) ?? 'none';
}

/** Polygons: the area between two curves. */
export function areaMark({ pieces, fill, edge, width, alpha }: Recorded<'area'>, { x, y, point }: PanelFrame): Markish {
  const outlines = pieces.map((piece) => piece.x.map((value, i): Point => [x.place(value), y.place(at(piece.y, i))]));
  return drawnMark('area', (document) => [
    svgElement(document, 'path', {
      d: outlines.map((outline) => pathOf(outline, true)).join(''),
      ...paint({ fill: single(fill), stroke: single(edge), width: width * point, alpha }),
    }),
  ]);
}

/** One arrow, as large as it is in the units of the axes. */
export function polygonMark(mark: Recorded<'arrow'>, { x, y, point }: PanelFrame): Markish {
  const corners = mark.x.map((value, i): Point => [x.place(value), y.place(at(mark.y, i))]);
  return drawnMark('arrow', (document) => [
    svgElement(document, 'path', {
      d: pathOf(corners, true),
      'stroke-linejoin': 'miter',
      ...paint({ fill: single(mark.fill), stroke: single(mark.edge), width: mark.width * point, alpha: mark.alpha }),
    }),
  ]);
}

interface Paint {
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly alpha: number;
}

function paint({ fill, stroke, width, alpha }: Paint) {
  const solid = alpha === 1 ? null : alpha;
  const edge = stroke === 'none' ? {} : { stroke, 'stroke-width': width, 'stroke-opacity': solid };
  return { fill, 'fill-opacity': solid, ...edge };
}

/** A table of colored cells, with sharp edges. */
export function imageMark({ cells, palette, extent, alpha }: Recorded<'image'>, { x, y }: PanelFrame): Markish {
  const [x1, x2] = [x.place(at(extent, 0)), x.place(at(extent, 1))];
  const [y1, y2] = [y.place(at(extent, 3)), y.place(at(extent, 2))];
  return drawnMark('image', (document) => [
    svgElement(document, 'image', {
      href: imageAddress(cells, palette),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
      transform: `translate(${x1},${y1}) scale(${x2 < x1 ? -1 : 1},${y2 < y1 ? -1 : 1})`,
      preserveAspectRatio: 'none',
      'image-rendering': 'pixelated',
      opacity: alpha === 1 ? null : alpha,
    }),
  ]);
}

/** Only the colors that are used, with a transparent one for empty cells. */
function imageAddress(cells: readonly (readonly number[])[], palette: readonly (string | null)[]): string {
  const used = new Map([...new Set(cells.flat())].map((cell, i) => [cell, i]));
  const numbered = cells.flat().map((cell) => used.get(cell) ?? 0);
  const colors = [...used.keys()].map((cell) => channels(palette[cell] ?? null));
  return pngAddress({ width: cells[0]?.length ?? 0, height: cells.length, cells: numbered, palette: colors });
}

function channels(color: string | null): [number, number, number, number] {
  const part = (from: number) => Number.parseInt(color?.slice(from, from + 2) || 'ff', 16);
  return color === null ? [0, 0, 0, 0] : [part(1), part(3), part(5), part(7)];
}
