import type { RecordedMarker, RecordedShape } from './recorded-looks.ts';
import { svgElement } from './svg-element.ts';

/** A custom symbol for Plot's dots. */
interface SymbolObject {
  draw(context: Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath'>, area: number): void;
}

type Corner = readonly [x: number, y: number];

/** A regular polygon or, with an inner radius, a star, with a corner on top. */
function around(corners: number, inner?: number): Corner[] {
  const count = inner === undefined ? corners : 2 * corners;
  return Array.from({ length: count }, (_, i) => {
    const radius = inner !== undefined && i % 2 === 1 ? inner : 1;
    const angle = (2 * Math.PI * i) / count;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
}

const third = 1 / 3;
const plus: Corner[] = [
  [-third, -1],
  [third, -1],
  [third, -third],
  [1, -third],
  [1, third],
  [third, third],
  [third, 1],
  [-third, 1],
  [-third, third],
  [-1, third],
  [-1, -third],
  [-third, -third],
];

function turned(corners: readonly Corner[], angle: number): Corner[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return corners.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos]);
}

/** Matplotlib's markers in a square from −1 to 1: closed outlines. */
const outlines: Partial<Record<RecordedShape, readonly Corner[]>> = {
  'triangle up': [
    [0, -1],
    [1, 1],
    [-1, 1],
  ],
  'triangle down': [
    [0, 1],
    [-1, -1],
    [1, -1],
  ],
  'triangle left': [
    [-1, 0],
    [1, -1],
    [1, 1],
  ],
  'triangle right': [
    [1, 0],
    [-1, 1],
    [-1, -1],
  ],
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -Math.SQRT2],
    [Math.SQRT2, 0],
    [0, Math.SQRT2],
    [-Math.SQRT2, 0],
  ],
  'thin diamond': [
    [0, -Math.SQRT2],
    [0.6 * Math.SQRT2, 0],
    [0, Math.SQRT2],
    [-0.6 * Math.SQRT2, 0],
  ],
  pentagon: around(5),
  hexagon: around(6),
  star: around(5, 0.381966),
  'filled plus': plus,
  'filled cross': turned(plus, Math.PI / 4),
};

/** Markers that are strokes: pairs of ends. */
const strokes: Partial<Record<RecordedShape, readonly Corner[]>> = {
  plus: [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ],
  cross: [
    [-1, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
  ],
  'vertical bar': [
    [0, -1],
    [0, 1],
  ],
  'horizontal bar': [
    [-1, 0],
    [1, 0],
  ],
};

/** Whether a marker has no area to be filled. */
export function isStroked(shape: RecordedShape): boolean {
  return strokes[shape] !== undefined;
}

/** The radius of a marker of Matplotlib's size (a diameter), both in the same unit. */
export function markerRadius(shape: RecordedShape, size: number): number {
  return shape === 'pixel' ? 0.5 : shape === 'point' ? size / 4 : size / 2;
}

/** A marker as a symbol of Plot's, which gives the area of a circle of the wanted radius. */
export function markerSymbol(shape: RecordedShape): SymbolObject | 'circle' {
  const outline = outlines[shape];
  const lines = strokes[shape];
  if (!outline && !lines) return 'circle';
  return {
    draw(context, area) {
      const radius = Math.sqrt(area / Math.PI);
      (outline ?? lines ?? []).forEach(([x, y], i) => {
        const start = outline ? i === 0 : i % 2 === 0;
        if (start) context.moveTo(x * radius, y * radius);
        else context.lineTo(x * radius, y * radius);
      });
      if (outline) context.closePath();
    },
  };
}

/** One marker as an element of its own, at a place in the drawing; `point` is how long a typographic point is there. */
export function markerPath(
  { shape, size, face, edge, edgeWidth }: RecordedMarker,
  [x, y]: Corner,
  point: number,
  document: Document,
): Element {
  const radius = markerRadius(shape, size * point);
  const look = {
    transform: `translate(${x},${y})`,
    fill: isStroked(shape) ? 'none' : (face ?? 'none'),
    stroke: edge ?? 'none',
    'stroke-width': edgeWidth * point,
  };
  const corners = outlines[shape] ?? strokes[shape];
  if (!corners) return svgElement(document, 'circle', { r: radius, ...look });
  const letter = (i: number) => ((outlines[shape] ? i === 0 : i % 2 === 0) ? 'M' : 'L');
  const d = corners
    .map(([cx, cy], i) => `${letter(i)}${(cx * radius).toFixed(2)},${(cy * radius).toFixed(2)}`)
    .join('');
  return svgElement(document, 'path', { d: outlines[shape] ? `${d}Z` : d, ...look });
}
