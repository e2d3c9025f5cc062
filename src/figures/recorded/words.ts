import { type Markish, text } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { color } from '../parts/theme.ts';
import { drawnMark } from './drawn-mark.ts';
import type { PanelFrame } from './frame.ts';
import type { RecordedWords } from './recorded-looks.ts';
import type { Recorded } from './recorded-mark.ts';
import { svgElement } from './svg-element.ts';
import { textHeight, textWidth } from './text.ts';

type Text = Recorded<'text'> | Recorded<'annotation'>;
/** The options of Plot's text mark for the style of a text. */
export function setWords({ size, color: ink, bold, italic }: RecordedWords, usual: number, textPoint: number) {
  return {
    fontSize: size === null ? usual : size * textPoint,
    fill: ink ?? color.ink,
    ...(bold ? { fontWeight: 600 } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
  };
}

/** A text in the picture, with its box, and with the arrow from it if it has one. */
export function textMark(mark: Text, frame: PanelFrame): Markish {
  const at = textPlace(mark, frame);
  const size = (mark.words.size ?? 10) * frame.textPoint;
  const box = textBox(mark, at, size);
  const anchor = { left: 'start', center: 'middle', right: 'end' } as const;
  const line = {
    top: 'top',
    center: 'middle',
    center_baseline: 'middle',
    bottom: 'bottom',
    baseline: 'bottom',
  } as const;
  const words = text([mark.words.text], {
    frameAnchor: 'top-left',
    dx: at[0] - frame.left,
    dy: at[1] - frame.top + (mark.upright === 'baseline' ? 0.29 * size : 0),
    textAnchor: anchor[mark.across],
    lineAnchor: line[mark.upright],
    lineHeight: 1.2,
    rotate: -mark.rotation,
    ...setWords(mark.words, size, frame.textPoint),
    fillOpacity: mark.alpha,
    ariaDescription: isInside(at, frame) ? mark.kind : 'text outside',
  });
  const arrow = mark.kind === 'annotation' ? annotationArrow(mark, box, frame) : null;
  return [arrow, mark.box === null ? null : textGround(mark.box, box, frame), words].filter((part) => part !== null);
}

function isInside([x, y]: Point, { left, right, top, bottom }: PanelFrame): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function placed(at: Point, space: Text['space'], { x, y, left, right, top, bottom }: PanelFrame): Point {
  if (space === 'axes') return [left + at[0] * (right - left), bottom - at[1] * (bottom - top)];
  return [x.place(at[0]), y.place(at[1])];
}

function textPlace(mark: Text, frame: PanelFrame): Point {
  if (mark.kind === 'text' || !mark.offset) return placed(mark.at, mark.space, frame);
  const [x, y] = placed(mark.target.at, mark.target.space, frame);
  return [x + mark.at[0] * frame.point, y - mark.at[1] * frame.point];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function textBox({ words, across, upright }: Text, [x, y]: Point, size: number): Box {
  const [width, height] = [textWidth(words.text, size), textHeight(words.text, size)];
  const left = { left: 0, center: 0.5, right: 1 }[across];
  const top = { top: 0, center: 0.5, center_baseline: 0.5, bottom: 1, baseline: 0.78 }[upright];
  return { x: x - left * width, y: y - top * height, width, height };
}

function textGround(
  { fill, edge, alpha, round }: Exclude<Text['box'], null>,
  box: Box,
  { point, textPoint }: PanelFrame,
): Markish {
  const pad = 4 * textPoint;
  const solid = alpha === 1 ? null : alpha;
  return drawnMark(
    'text box',
    (document) => [
      svgElement(document, 'rect', {
        x: box.x - pad,
        y: box.y - pad,
        width: box.width + 2 * pad,
        height: box.height + 2 * pad,
        rx: round ? pad : null,
        fill: fill ?? 'none',
        stroke: edge ?? 'none',
        'stroke-width': point,
        'fill-opacity': solid,
        'stroke-opacity': solid,
      }),
    ],
    false,
  );
}

/** From the edge of the text's box to just before its target, straight or bent. */
function annotationArrow({ arrow, target }: Recorded<'annotation'>, box: Box, frame: PanelFrame): Markish | null {
  if (arrow === null) return null;
  const to = placed(target.at, target.space, frame);
  const middle: Point = [box.x + box.width / 2, box.y + box.height / 2];
  const length = Math.hypot(to[0] - middle[0], to[1] - middle[1]);
  if (!Number.isFinite(length) || length === 0) return null;
  const unit: Point = [(to[0] - middle[0]) / length, (to[1] - middle[1]) / length];
  const leave = Math.min(length, boxEdge(box, unit) + 2 * frame.point);
  const from: Point = [middle[0] + leave * unit[0], middle[1] + leave * unit[1]];
  const end: Point = [to[0] - 2 * frame.point * unit[0], to[1] - 2 * frame.point * unit[1]];
  return drawnMark('annotation arrow', (document) => drawArrow(arrow, from, end, frame, document), false);
}

/** How far it is from the middle of a box to its edge in a direction, with a little room around the text. */
function boxEdge({ width, height }: Box, [ux, uy]: Point): number {
  return Math.min((width / 2 + 2) / Math.max(Math.abs(ux), 1e-9), (height / 2 + 1) / Math.max(Math.abs(uy), 1e-9));
}

type ArrowLook = Exclude<Recorded<'annotation'>['arrow'], null>;

function drawArrow(
  { style, color: ink, width, bend }: ArrowLook,
  from: Point,
  to: Point,
  { point }: PanelFrame,
  document: Document,
): Element[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const control: Point = [(from[0] + to[0]) / 2 - bend * dy, (from[1] + to[1]) / 2 + bend * dx];
  const simple = style === 'simple' || style === 'fancy';
  const head = (simple ? 9 : 6) * point;
  const line = {
    fill: 'none',
    stroke: ink ?? 'none',
    'stroke-width': (simple ? 4 : width) * point,
    'stroke-linecap': 'butt',
  };
  const filled = simple || style.includes('|');
  const [headAtEnd, headAtStart] = [simple || style.endsWith('>'), style.startsWith('<')];
  const stop = (tip: Point, has: boolean): Point => (has && filled ? towards(tip, control, head * 0.8) : tip);
  const d = `M${point2(stop(from, headAtStart))}Q${point2(control)} ${point2(stop(to, headAtEnd))}`;
  const heads = [...(headAtEnd ? [to] : []), ...(headAtStart ? [from] : [])].map((tip) =>
    arrowHead(tip, control, head, filled),
  );
  const look = filled ? { fill: ink ?? 'none' } : { ...line, 'stroke-linejoin': 'miter' };
  return [
    svgElement(document, 'path', { d, ...line }),
    ...heads.map((shape) => svgElement(document, 'path', { d: shape, ...look })),
  ];
}

function towards([x, y]: Point, [cx, cy]: Point, length: number): Point {
  const distance = Math.hypot(cx - x, cy - y) || 1;
  return [x + ((cx - x) / distance) * length, y + ((cy - y) / distance) * length];
}

function arrowHead(tip: Point, control: Point, length: number, filled: boolean): string {
  const [bx, by] = towards(tip, control, length);
  const [nx, ny] = [(by - tip[1]) * 0.5, (tip[0] - bx) * 0.5];
  return `M${point2([bx + nx, by + ny])}L${point2(tip)}L${point2([bx - nx, by - ny])}${filled ? 'Z' : ''}`;
}

function point2([x, y]: Point): string {
  return `${x.toFixed(2)},${y.toFixed(2)}`;
}
