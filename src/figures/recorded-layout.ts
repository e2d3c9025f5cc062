import type { RecordedFigure } from './recorded-figure.ts';
import type { PanelSize } from './recorded-frame.ts';
import { figureWidth } from './theme.ts';

/** A rectangle in the figure, in units of the drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the panels of a figure are, side by side and, for a narrow screen, below each other. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** How wide the figure may become on the page, in rem. */
  readonly wide: number;
  readonly headline: number;
  readonly panels: readonly { readonly size: PanelSize; readonly place: Place; readonly stacked: Place }[];
  readonly stackedHeight: number;
}

/** The width of the page's column in units of the drawing, where panels stand side by side: one unit is one pixel then. */
const column = 576;
/** Inches of Matplotlib that fill the width of a figure: its default. */
const usualWidth = 6.4;

/**
 * Gives every panel its place. A figure is as wide as its size in inches asks for, at most as the column, and as high as
 * that leaves it; where nobody chose a size, panels side by side are nearly square instead of narrow.
 */
export function layoutFigure({ size, panels, title }: RecordedFigure): FigureLayout {
  const columns = most(panels.map(({ box }) => box[2] ?? 1));
  const rows = most(panels.map(({ box }) => box[3] ?? 1));
  const share = Math.min(1, (size?.[0] ?? usualWidth) / usualWidth);
  const width = Math.max(120, Math.round((columns === 1 ? figureWidth : column) * share));
  const scale = columns === 1 ? 1 : columns === 2 ? 0.87 : columns === 3 ? 0.8 : 0.72;
  const headline = title.text === '' ? 0 : Math.round((title.size === null ? 18 : title.size * 1.5) * 1.7 * scale);
  const body = Math.min(4 * width, Math.max(110 * rows, Math.round(size ? (width * size[1]) / size[0] : width * usualShape(columns, rows))));
  const sized = panels.map(({ box: [left = 0, top = 0, across = 1, down = 1] }) => {
    const place = { x: left * width, y: headline + top * body, width: across * width, height: down * body };
    return { place, size: { width: place.width, height: place.height, scale } };
  });
  const [stacks, stackedHeight] = stack(sized.map(({ place }) => place), width, headline * Math.min(columns, 2));
  return {
    width,
    height: headline + body,
    columns,
    wide: columns === 1 ? 32 * share : 36 * share,
    headline,
    panels: sized.map((panel, i) => ({ ...panel, stacked: stacks[i] ?? panel.place })),
    stackedHeight,
  };
}

function most(shares: readonly number[]): number {
  return Math.max(1, ...shares.map((share) => Math.round(1 / share)));
}

/** Height over width where nobody chose: Matplotlib's for one panel. */
function usualShape(columns: number, rows: number): number {
  if (columns === 1) return rows === 1 ? 0.75 : 0.52 * rows;
  return (columns === 2 ? 0.46 : 1.15 / columns) * rows;
}

/** Below each other, each as wide as the figure. */
function stack(places: readonly Place[], width: number, start: number): [Place[], number] {
  let y = start;
  const stacked = places.map((place) => {
    const height = Math.min(1.15 * width, (width * place.height) / place.width);
    const at = { x: 0, y, width, height };
    y += height + 0.03 * width;
    return at;
  });
  return [stacked, y];
}
