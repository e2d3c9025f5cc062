import { dot, line, link, type Markish, rect } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import { areaMark, imageMark, polygonMark, single } from './areas.ts';
import { arrowMark } from './arrows.ts';
import { contourMark } from './contours.ts';
import { dashArray } from './dash-array.ts';
import type { FrameAxis, PanelFrame } from './frame.ts';
import { isStroked, markerRadius, markerSymbol } from './markers.ts';
import type { RecordedMarker, RecordedShape } from './recorded-looks.ts';
import type { Recorded, RecordedMark } from './recorded-mark.ts';
import { thinLine } from './thin-line.ts';
import { textMark } from './words.ts';

/** One color for all, or one for each. */
type Colors = string | null | readonly (string | null)[];

/** Draws one thing of a recorded figure with Plot's marks, in the units of the axes. */
export function recordedMarks(mark: RecordedMark, frame: PanelFrame): Markish[] {
  switch (mark.kind) {
    case 'line':
      return [lineMark(mark, frame), markersMark(mark, frame)];
    case 'rule':
      return [ruleMark(mark, frame)];
    case 'points':
      return [pointsMark(mark, frame)];
    case 'segments':
      return [segmentsMark(mark, frame)];
    case 'bars':
      return [barsMark(mark, frame)];
    case 'band':
      return [bandMark(mark, frame)];
    case 'area':
      return [areaMark(mark, frame)];
    case 'arrow':
      return [polygonMark(mark, frame)];
    case 'arrows':
      return [arrowMark(mark, frame)];
    case 'contours':
      return [contourMark(mark, frame)];
    case 'image':
      return [imageMark(mark, frame)];
    case 'text':
    case 'annotation':
      return [textMark(mark, frame)];
  }
}

/** The value that stands at a fraction of an axis. */
export function along({ limits: [first, last], log }: FrameAxis, fraction: number): number {
  return log ? first * (last / first) ** fraction : first + (last - first) * fraction;
}

/** A log axis has no place for zero and below: such values lie far below its end, as Matplotlib draws them. */
function shown({ log, limits }: FrameAxis, value: number): number {
  return log && value <= 0 ? Math.min(...limits) * 1e-30 : value;
}

function stroked(color: string | null, width: number, dash: Recorded<'line'>['dash'], alpha: number) {
  const pattern = dashArray(dash, width);
  return {
    stroke: color ?? 'none',
    strokeWidth: width,
    strokeOpacity: alpha,
    strokeLinejoin: 'round' as const,
    strokeLinecap: pattern === undefined ? ('round' as const) : ('butt' as const),
    ...(pattern === undefined ? {} : { strokeDasharray: pattern }),
  };
}

function lineMark(
  { x, y, color, width, dash, alpha }: Recorded<'line'>,
  { x: xAxis, y: yAxis, point }: PanelFrame,
): Markish {
  if (dash === null || color === null || width <= 0) return null;
  const points = x.map((value, i): [number, number] => [shown(xAxis, value), shown(yAxis, at(y, i))]);
  const kept = thinLine(points, ([px, py]) => [xAxis.place(px), yAxis.place(py)]);
  return line(kept, {
    x: '0',
    y: '1',
    ...stroked(color, width * point, dash, alpha),
    ariaDescription: 'line',
    clip: true,
  });
}

function markersMark({ x, y, marker, alpha }: Recorded<'line'>, frame: PanelFrame): Markish {
  if (marker === null) return null;
  return dots({ x, y, ...marker }, { fill: marker.face, stroke: marker.edge, alpha, label: 'line markers' }, frame);
}

interface DotPaint {
  readonly fill: Colors;
  readonly stroke: Colors;
  readonly alpha: number;
  readonly label: string;
  readonly sizes?: readonly number[];
}

interface Dots extends Pick<RecordedMarker, 'shape' | 'size' | 'edgeWidth'> {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function dots(
  { x, y, shape, size, edgeWidth }: Dots,
  { fill, stroke, alpha, label, sizes }: DotPaint,
  { x: xAxis, y: yAxis, point }: PanelFrame,
): Markish {
  const order = x.map((_, i) => i).filter((i) => inView(xAxis, at(x, i)) && inView(yAxis, at(y, i)));
  const paint = dotPaint(shape, { fill, stroke, width: edgeWidth * point });
  const radius = (diameter: number) => markerRadius(shape, diameter * point) + paint.grown;
  return dot(order, {
    x: (i: number) => shown(xAxis, at(x, i)),
    y: (i: number) => shown(yAxis, at(y, i)),
    r: sizes ? (i: number) => radius(at(sizes, i)) : radius(size),
    symbol: markerSymbol(shape),
    fill: eachOrAll(paint.fill),
    stroke: eachOrAll(paint.stroke),
    strokeWidth: paint.width,
    fillOpacity: alpha,
    strokeOpacity: alpha,
    ariaDescription: label,
    sort: null,
    clip: true,
  });
}

/** Points that are far from the picture are not drawn at all. */
function inView({ limits: [first, last], log }: FrameAxis, value: number): boolean {
  if (log) return value > 0 && value >= Math.min(first, last) / 10 && value <= Math.max(first, last) * 10;
  const room = Math.abs(last - first) * 0.2;
  return value >= Math.min(first, last) - room && value <= Math.max(first, last) + room;
}

/** An edge in the color of the face makes a filled marker larger, which needs no second color. */
function dotPaint(
  shape: RecordedShape,
  { fill, stroke, width }: Pick<DotPaint, 'fill' | 'stroke'> & { readonly width: number },
) {
  if (isStroked(shape))
    return { fill: null, stroke: stroke === fill || stroke === null ? (fill ?? stroke) : stroke, width, grown: 0 };
  if (stroke === fill && typeof fill === 'string')
    return { fill, stroke: null, width: 0, grown: shape === 'pixel' ? 0 : width / 2 };
  return { fill, stroke, width, grown: 0 };
}

function eachOrAll(colors: Colors): string | ((i: number) => string) {
  return Array.isArray(colors)
    ? (i: number) => at<string | null>(colors, i) ?? 'none'
    : ((colors as string | null) ?? 'none');
}

function pointsMark(
  { x, y, sizes, colors, shape, edge, edgeWidth, alpha, mapped }: Recorded<'points'>,
  frame: PanelFrame,
): Markish {
  const stroke = edge === 'face' ? colors : edge;
  const each = typeof sizes === 'number' ? {} : { sizes };
  const grown = stroke === colors && Array.isArray(colors) && !isStroked(shape);
  const label = mapped ? `mapped points${grown ? '' : ' with edges'}` : 'points';
  const size = typeof sizes === 'number' ? sizes + (grown ? edgeWidth : 0) : 0;
  const paint = { fill: colors, stroke: grown ? null : stroke, alpha, label, ...each };
  return dots({ x, y, shape, size, edgeWidth }, paint, frame);
}

function ruleMark(
  { axis, at, ends, color, width, dash, alpha }: Recorded<'rule'>,
  { x, y, point }: PanelFrame,
): Markish {
  const [across, upright] = axis === 'y' ? [x, y] : [y, x];
  const [from, to] = ends.map((end) => along(across, end));
  const value = shown(upright, at);
  const places = axis === 'y' ? { x1: [from], x2: [to], y: [value] } : { y1: [from], y2: [to], x: [value] };
  return link([0], { ...places, ...stroked(color, width * point, dash, alpha), ariaDescription: 'rule', clip: true });
}

function segmentsMark(
  { x1, y1, x2, y2, colors, width, dash, alpha }: Recorded<'segments'>,
  { x, y, point }: PanelFrame,
): Markish {
  const order = x1.map((_, i) => i);
  const each = (axis: FrameAxis, values: readonly number[]) => (i: number) => shown(axis, at(values, i));
  return link(order, {
    x1: each(x, x1),
    x2: each(x, x2),
    y1: each(y, y1),
    y2: each(y, y2),
    ...stroked(null, width * point, dash, alpha),
    strokeLinecap: 'butt',
    stroke: eachOrAll(colors),
    ariaDescription: 'segments',
    clip: true,
  });
}

function barsMark(
  { x1, x2, y1, y2, fill, edge, width, alpha }: Recorded<'bars'>,
  { x, y, point }: PanelFrame,
): Markish {
  const order = x1.map((_, i) => i);
  const each = (axis: FrameAxis, values: readonly number[]) => (i: number) => shown(axis, at(values, i));
  return rect(order, {
    x1: each(x, x1),
    x2: each(x, x2),
    y1: each(y, y1),
    y2: each(y, y2),
    fill: eachOrAll(fill),
    stroke: eachOrAll(edge),
    strokeWidth: width * point,
    fillOpacity: alpha,
    strokeOpacity: alpha,
    ariaDescription: 'bars',
    clip: true,
  });
}

function bandMark(
  { axis, from, to, ends, fill, edge, width, alpha }: Recorded<'band'>,
  { x, y, point }: PanelFrame,
): Markish {
  const [a, b] = ends.map((end) => along(axis === 'y' ? x : y, end));
  const across = axis === 'y' ? y : x;
  const between = [shown(across, from), shown(across, to)];
  const [x1, x2, y1, y2] = axis === 'y' ? [a, b, ...between] : [...between, a, b];
  return rect([0], {
    x1: [x1],
    x2: [x2],
    y1: [y1],
    y2: [y2],
    fill: single(fill),
    stroke: single(edge),
    strokeWidth: width * point,
    fillOpacity: alpha,
    strokeOpacity: alpha,
    ariaDescription: 'band',
    clip: true,
  });
}
