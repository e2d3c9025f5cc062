import type { Figure } from './figure.ts';

/** A place on a drawing, in its units from the upper left corner. */
export type Spot = readonly [left: number, top: number];

/** From the axes of a figure to its drawing, and back. */
export interface FigureFrame {
  readonly toDrawing: (place: readonly [x: number, y: number]) => Spot;
  readonly fromDrawing: (spot: Spot) => readonly [x: number, y: number];
  /** The nearest place on the drawing that lies within the axes. */
  readonly within: (spot: Spot) => Spot;
}

interface Axis {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly log: boolean;
}

/**
 * The scales of a figure that states its margins and its domains, as Plot will make them.
 *
 * @throws TypeError if a margin or a domain is left to Plot.
 */
export function figureFrame(figure: Figure): FigureFrame {
  const [x, y] = [axis(figure, 'x'), axis(figure, 'y')];
  return {
    toDrawing: (place) => [forwards(x, place[0]), forwards(y, place[1])],
    fromDrawing: (spot) => [backwards(x, spot[0]), backwards(y, spot[1])],
    within: (spot) => [clamp(spot[0], x.range), clamp(spot[1], y.range)],
  };
}

function axis({ name, width, height, plot }: Figure, which: 'x' | 'y'): Axis {
  const { margin, marginLeft = margin, marginRight = margin, marginTop = margin, marginBottom = margin } = plot;
  const scale = plot[which];
  const [low, high] = [...(scale?.domain ?? [])].map(Number);
  const [before, after] = which === 'x' ? [marginLeft, marginRight] : [marginBottom, marginTop];
  if (low === undefined || high === undefined || before === undefined || after === undefined)
    throw new TypeError(`figure ${name} leaves its ${which} axis to Plot; state its domain and all margins`);
  const range = which === 'x' ? ([before, width - after] as const) : ([height - before, after] as const);
  return { domain: [low, high], range, log: scale?.type === 'log' };
}

function forwards({ domain, range, log }: Axis, value: number): number {
  const [low, high, at] = log ? [...domain, value].map(Math.log) : [...domain, value];
  return range[0] + ((Number(at) - Number(low)) * (range[1] - range[0])) / (Number(high) - Number(low));
}

function backwards({ domain, range, log }: Axis, at: number): number {
  const part = (at - range[0]) / (range[1] - range[0]);
  return log ? domain[0] * (domain[1] / domain[0]) ** part : domain[0] + part * (domain[1] - domain[0]);
}

function clamp(at: number, [a, b]: readonly [number, number]): number {
  return Math.min(Math.max(at, Math.min(a, b)), Math.max(a, b));
}
