import { figureWidth } from '../parts/theme.ts';
import type { PanelSize } from './frame.ts';
import type { RecordedFigure } from './recorded-figure.ts';

/** An offset in the figure, in units of the drawing. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** The position and the scale of a panel when panels are stacked. */
export interface Stacked extends Offset {
  readonly scale: number;
}

/** Where the panels of a figure are, side by side and, for a narrow screen, below each other. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** The maximum width of the figure on the page, in rem. */
  readonly wide: number;
  readonly headline: number;
  readonly panels: readonly { readonly size: PanelSize; readonly place: Offset; readonly stacked: Stacked }[];
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
  const body = Math.min(
    4 * width,
    Math.max(110 * rows, Math.round(size ? (width * size[1]) / size[0] : width * usualShape(columns, rows))),
  );
  const places = panels.map(({ box: [left = 0, top = 0] }) => ({ x: left * width, y: headline + top * body }));
  const sizes = panels.map(({ box: [, , across = 1, down = 1] }) => ({
    width: across * width,
    height: down * body,
    scale,
  }));
  const [stacks, stackedHeight] = stack(sizes, width, headline * Math.min(columns, 2));
  return {
    width,
    height: headline + body,
    columns,
    wide: columns === 1 ? 32 * share : 36 * share,
    headline,
    panels: sizes.map((panel, i) => ({
      size: panel,
      place: places[i] ?? origin,
      stacked: stacks[i] ?? { ...origin, scale: 1 },
    })),
    stackedHeight,
  };
}

function most(shares: readonly number[]): number {
  return Math.max(1, ...shares.map((share) => Math.round(1 / share)));
}

/** The default ratio of height to width: Matplotlib's for one panel. */
function usualShape(columns: number, rows: number): number {
  if (columns === 1) return rows === 1 ? 0.75 : 0.52 * rows;
  return (columns === 2 ? 0.46 : 1.15 / columns) * rows;
}

const origin: Offset = { x: 0, y: 0 };

/** Below each other, each as wide as the figure, or so wide that it is not much higher than wide. */
function stack(sizes: readonly PanelSize[], full: number, start: number): [Stacked[], number] {
  let y = start;
  const stacked = sizes.map(({ width, height }) => {
    const scale = Math.min(full / width, (1.1 * full) / height, 2.3);
    const at = { x: (full - scale * width) / 2, y, scale };
    y += scale * height + 0.03 * full;
    return at;
  });
  return [stacked, y];
}
