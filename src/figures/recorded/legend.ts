import type { Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { color } from '../parts/theme.ts';
import { dashArray } from './dash-array.ts';
import { drawnMark } from './drawn-mark.ts';
import type { PanelFrame } from './frame.ts';
import { markerPath } from './markers.ts';
import type { RecordedLegend, RecordedSample } from './recorded-figure.ts';
import type { RecordedMark } from './recorded-mark.ts';
import { svgElement, svgText } from './svg-element.ts';
import { textWidth } from './text.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a legend may stand, as fractions of the room that it leaves; `best` tries them in this order, as Matplotlib does. */
const places = {
  'upper right': [1, 0],
  'upper left': [0, 0],
  'lower left': [0, 1],
  'lower right': [1, 1],
  right: [1, 0.5],
  'center left': [0, 0.5],
  'center right': [1, 0.5],
  'lower center': [0.5, 1],
  'upper center': [0.5, 0],
  center: [0.5, 0.5],
} as const;

/** The legend, on the page's background so that it is readable; by default at the place where it hides the least. */
export function legendMark(legend: RecordedLegend, marks: readonly RecordedMark[], frame: PanelFrame): Markish {
  const size = legend.size === null ? 0.94 * frame.tickSize : legend.size * frame.textPoint;
  const layout = layoutOf(legend, size);
  const box = legend.place === 'best' ? bestBox(layout, marks, frame) : boxAt(places[legend.place], layout, frame);
  return drawnMark(
    'legend',
    (document) => [
      ...(legend.frame ? [ground(box, legend.opacity, document)] : []),
      ...titleOf(legend, box, size, document),
      ...legend.entries.flatMap(({ label, sample }, i) => {
        const [column, row] = [Math.floor(i / layout.rows), i % layout.rows];
        const at: Point = [
          box.x + layout.pad + column * layout.column,
          box.y + layout.pad + layout.head + (row + 0.5) * layout.line,
        ];
        return [
          ...drawSample(sample, at, layout.sample, frame, document),
          svgText(document, [at[0] + layout.sample + 0.5 * size, at[1]], label, {
            'font-size': size,
            'text-anchor': 'start',
            fill: color.ink,
          }),
        ];
      }),
    ],
    false,
  );
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly column: number;
  readonly line: number;
  readonly pad: number;
  readonly head: number;
  readonly sample: number;
}

function layoutOf({ entries, columns, title }: RecordedLegend, size: number): Layout {
  const wide = Math.max(1, Math.min(entries.length, Math.round(columns)));
  const rows = Math.ceil(entries.length / wide);
  const [line, pad, sample] = [1.3 * size, 0.45 * size, 1.7 * size];
  const column = sample + 1.2 * size + Math.max(...entries.map(({ label }) => textWidth(label, size)));
  const head = title === '' ? 0 : line;
  const width = Math.max(wide * column - 0.5 * size, textWidth(title, size)) + 2 * pad;
  return { width, height: rows * line + head + 2 * pad, rows, column, line, pad, head, sample };
}

function boxAt(
  [across, down]: readonly [number, number],
  { width, height }: Layout,
  { left, right, top, bottom }: PanelFrame,
): Box {
  const gap = 6;
  return {
    x: left + gap + across * (right - left - width - 2 * gap),
    y: top + gap + down * (bottom - top - height - 2 * gap),
    width,
    height,
  };
}

function bestBox(layout: Layout, marks: readonly RecordedMark[], frame: PanelFrame): Box {
  const busy = marks.flatMap((mark) => inkOf(mark, frame));
  const hidden = (box: Box) =>
    busy.filter(([x, y]) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height).length;
  const boxes = Object.values(places).map((place) => boxAt(place, layout, frame));
  const counts = boxes.map(hidden);
  return boxes[counts.indexOf(Math.min(...counts))] ?? boxAt(places['upper right'], layout, frame);
}

/** Points of the drawing that a legend should not hide: those of lines, with points between them, of bars and markers. */
function inkOf(mark: RecordedMark, { x, y }: PanelFrame): Point[] {
  const shown = (px: number, py: number): Point => [x.place(px), y.place(py)];
  const all = (xs: readonly number[], ys: readonly number[]) => xs.map((value, i) => shown(value, at(ys, i)));
  switch (mark.kind) {
    case 'line': {
      const corners = all(mark.x, mark.y);
      return mark.dash === null ? corners : filledIn(corners);
    }
    case 'points':
    case 'arrows':
      return all(mark.x, mark.y);
    case 'bars':
      return mark.x1.flatMap((x1, i) => {
        const [y1, x2, y2] = [at(mark.y1, i), at(mark.x2, i), at(mark.y2, i)];
        return filledIn([shown(x1, y1), shown(x1, y2), shown(x2, y2), shown(x2, y1)]);
      });
    case 'segments':
      return mark.x1.flatMap((x1, i) => filledIn([shown(x1, at(mark.y1, i)), shown(at(mark.x2, i), at(mark.y2, i))]));
    case 'area':
      return mark.pieces.flatMap((piece) => filledIn(all(piece.x, piece.y)));
    case 'arrow':
      return filledIn([shown(...mark.tail), shown(...mark.head)]);
    case 'text':
    case 'annotation':
      return mark.space === 'data' && !('offset' in mark && mark.offset) ? [shown(...mark.at)] : [];
    default:
      return [];
  }
}

/** The corners of a line and points on it, about ten units apart. */
function filledIn(corners: readonly Point[]): Point[] {
  return corners.flatMap((corner, i) => {
    const [px, py] = corners[i - 1] ?? corner;
    const distance = Math.hypot(corner[0] - px, corner[1] - py);
    const count = Number.isFinite(distance) ? Math.min(60, Math.floor(distance / 10)) : 0;
    const between = Array.from({ length: count }, (_, j): Point => {
      const part = (j + 1) / (count + 1);
      return [px + part * (corner[0] - px), py + part * (corner[1] - py)];
    });
    return [...between, corner];
  });
}

function ground({ x, y, width, height }: Box, opacity: number, document: Document): Element {
  const look = { fill: color.surface, 'fill-opacity': opacity, stroke: color.rule, rx: 2 };
  return svgElement(document, 'rect', { x, y, width, height, ...look });
}

function titleOf({ title }: RecordedLegend, { x, y, width }: Box, size: number, document: Document): Element[] {
  if (title === '') return [];
  const look = { 'text-anchor': 'middle', 'font-size': size, fill: color.ink };
  return [svgText(document, [x + width / 2, y + 1.05 * size], title, look)];
}

function drawSample(
  sample: RecordedSample,
  [x, y]: Point,
  width: number,
  { point }: PanelFrame,
  document: Document,
): Element[] {
  if (sample.kind === 'patch') {
    const high = 0.42 * width;
    const edge = sample.edge === null ? {} : { stroke: sample.edge, 'stroke-width': sample.width * point };
    return [
      svgElement(document, 'rect', {
        x,
        y: y - high / 2,
        width,
        height: high,
        fill: sample.fill ?? 'none',
        ...edge,
        opacity: sample.alpha === 1 ? null : sample.alpha,
      }),
    ];
  }
  if (sample.kind === 'point') {
    const edge = sample.edge === 'face' ? sample.colors : sample.edge;
    const look = {
      shape: sample.shape,
      size: Math.min(sample.sizes, 9),
      face: sample.colors,
      edge,
      edgeWidth: sample.edgeWidth,
    };
    return [markerPath(look, [x + width / 2, y], point, document)];
  }
  const stroke = sample.width * point;
  const line = svgElement(document, 'path', {
    d: `M${x.toFixed(2)},${y.toFixed(2)}h${width.toFixed(2)}`,
    stroke: sample.color ?? 'none',
    'stroke-width': stroke,
    'stroke-dasharray': dashArray(sample.dash, stroke) ?? null,
  });
  const marker = sample.marker === null ? [] : [markerPath(sample.marker, [x + width / 2, y], point, document)];
  return [...(sample.dash === null || sample.color === null ? [] : [line]), ...marker];
}
