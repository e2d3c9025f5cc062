import type { Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { color } from '../parts/theme.ts';
import { type Trace, traceAreas, traceLines } from '../parts/trace-contours.ts';
import { pathOf } from './areas.ts';
import { dashArray } from './dash-array.ts';
import { drawnMark } from './drawn-mark.ts';
import type { PanelFrame } from './frame.ts';
import type { Recorded } from './recorded-mark.ts';
import { svgElement, svgText } from './svg-element.ts';

type Contours = Recorded<'contours'>;

/** Contour lines, or the areas between them, of a grid of any form. */
export function contourMark(mark: Contours, frame: PanelFrame): Markish {
  const place = gridPlace(mark, frame);
  const label = mark.filled ? `${mark.mapped ? 'mapped ' : ''}filled contours` : 'contours';
  return drawnMark(label, (document) =>
    mark.filled ? areas(mark, place, document) : lines(mark, place, frame, document),
  );
}

/** Where a point of the grid is in the drawing: on a line between two corners of its cell, in proportion. */
function gridPlace({ x, y }: Contours, frame: PanelFrame): (point: readonly [number, number]) => Point {
  return (point) => [
    frame.x.place(along(point, (column, row) => entry(x, column, row, 'column'))),
    frame.y.place(along(point, (column, row) => entry(y, column, row, 'row'))),
  ];
}

/** A coordinate at a point that lies on a side or on a diagonal of a cell. */
function along([column, row]: readonly [number, number], of: (column: number, row: number) => number): number {
  const [i, j] = [Math.floor(column), Math.floor(row)];
  const [s, t] = [column - i, row - j];
  const between = (from: number, to: number, part: number) => from + part * (to - from);
  if (s === 0) return t === 0 ? of(i, j) : between(of(i, j), of(i, j + 1), t);
  if (t === 0) return between(of(i, j), of(i + 1, j), s);
  const falls = Math.abs(s - t) < Math.abs(s + t - 1);
  return falls ? between(of(i, j), of(i + 1, j + 1), s) : between(of(i + 1, j), of(i, j + 1), t);
}

function entry(values: Contours['x'], column: number, row: number, along: 'column' | 'row'): number {
  const value = at<number | readonly number[]>(values, along === 'row' || typeof values[0] !== 'number' ? row : column);
  return typeof value === 'number' ? value : at(value, column);
}

function lines(
  mark: Contours,
  place: (point: readonly [number, number]) => Point,
  frame: PanelFrame,
  document: Document,
): Element[] {
  const { levels, z, colors, widths, dashes, alpha, words } = mark;
  const traced = levels.map((level) => traceLines(z, level).map((trace) => trace.map(place)));
  const paths = traced.map((found, i) => {
    const width = at(widths, i) * frame.point;
    return svgElement(document, 'path', {
      d: found.map((points) => pathOf(points, isClosed(points))).join(''),
      fill: 'none',
      stroke: at(colors, i) ?? 'none',
      'stroke-width': width,
      'stroke-opacity': alpha === 1 ? null : alpha,
      'stroke-dasharray': dashArray(at(dashes, i), width) ?? null,
      'stroke-linejoin': 'round',
    });
  });
  const drawn = paths.filter((path) => path.getAttribute('d') !== '');
  if (words === null) return drawn;
  const size = words.size === null ? 0.9 * frame.tickSize : words.size * frame.textPoint;
  const labels = traced.map((found, i) => ({ found, text: at(words.texts, i), stroke: at(colors, i) }));
  return [...drawn, ...heightLabels(labels, size, frame, document)];
}

function isClosed(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return points.length > 2 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

interface Label {
  readonly text: string;
  readonly stroke: string | null;
  readonly found: readonly (readonly Point[])[];
}

/** Each height on its longest line, on the page's ground, as far as there is a place where no other one stands. */
function heightLabels(labels: readonly Label[], size: number, frame: PanelFrame, document: Document): Element[] {
  const taken: Point[] = [];
  return labels.flatMap(({ text, stroke, found }) => {
    const at = labelPlace(found, { size, taken }, frame);
    if (!at) return [];
    taken.push(at);
    const look = { 'text-anchor': 'middle', 'font-size': size };
    const halo = { stroke: color.surface, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
    return [svgText(document, at, text, { ...look, ...halo, fill: stroke ?? color.ink })];
  });
}

/** From the middle of the line on, to both sides in turn, the first place that is free and well inside the picture. */
function labelPlace(
  found: readonly (readonly Point[])[],
  { size, taken }: { readonly size: number; readonly taken: readonly Point[] },
  { left, right, top, bottom }: PanelFrame,
): Point | undefined {
  const inside = ([x, y]: Point) => x > left + 2 * size && x < right - 2 * size && y > top + size && y < bottom - size;
  const free = ([x, y]: Point) =>
    taken.every(([px, py]) => Math.abs(x - px) > 2.4 * size || Math.abs(y - py) > 1.2 * size);
  const line = found.map((points) => points.filter(inside)).reduce((a, b) => (b.length > a.length ? b : a), []);
  const middle = Math.floor(line.length / 2);
  const order = line.map((_, i) => line[middle + (i % 2 === 0 ? i / 2 : -(i + 1) / 2)]);
  return order.find((point) => point !== undefined && free(point));
}

/**
 * Each area is filled from its lower height up, over those below it, but for the part above the last height, which stays
 * empty. Areas that let something through must not lie on each other: they end at their upper height.
 */
function areas(
  { levels, z, colors, alpha }: Contours,
  place: (point: readonly [number, number]) => Point,
  document: Document,
): Element[] {
  const outlines = levels.map((level, i) => outline(traceAreas(z, i === 0 ? lowest(z, level) : level), place));
  return levels.slice(0, -1).map((_, i) =>
    svgElement(document, 'path', {
      d: `${outlines[i]}${(alpha < 1 ? outlines[i + 1] : outlines.at(-1)) ?? ''}`,
      'fill-rule': 'evenodd',
      fill: at(colors, i) ?? 'none',
      'fill-opacity': alpha === 1 ? null : alpha,
    }),
  );
}

/** Heights equal to the first level belong to its area, so that a plain at the lowest height is filled. */
function lowest(z: Contours['z'], level: number): number {
  const least = z.flat().reduce((low, height) => (height < low ? height : low), Number.POSITIVE_INFINITY);
  return least === level ? level - Math.abs(level) * 1e-9 - Number.MIN_VALUE : level;
}

function outline(traces: readonly Trace[], place: (point: readonly [number, number]) => Point): string {
  return traces.map((trace) => pathOf(trace.map(place), true)).join('');
}
