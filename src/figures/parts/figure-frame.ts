import type { Point } from '../../core/point.ts';
import type { Figure } from './figure.ts';
import type { Scales } from './mark.ts';

/** From the axes of a figure to its drawing, and back. */
export interface FigureFrame {
  /** From a point in the units of the axes to units of the drawing, from its upper left corner. */
  readonly toDrawing: (point: Point) => Point;
  readonly fromDrawing: (drawn: Point) => Point;
  /** The nearest place on the drawing that lies within the axes. */
  readonly within: (drawn: Point) => Point;
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
    toDrawing: (point) => [forwards(x, point[0]), forwards(y, point[1])],
    fromDrawing: (drawn) => [backwards(x, drawn[0]), backwards(y, drawn[1])],
    within: (drawn) => [clamp(drawn[0], x.range), clamp(drawn[1], y.range)],
  };
}

/**
 * The same as what a mark of our own is drawn with.
 *
 * @throws TypeError if a margin or a domain is left to Plot.
 */
export function scalesOf(figure: Figure): Scales {
  const [x, y] = [axis(figure, 'x'), axis(figure, 'y')];
  const [[left, right], [bottom, top]] = [x.range, y.range];
  return { x: (value) => forwards(x, value), y: (value) => forwards(y, value), left, right, top, bottom };
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
  const scaled = log ? Math.log : (of: number) => of;
  const [low, high] = [scaled(domain[0]), scaled(domain[1])];
  return range[0] + ((scaled(value) - low) * (range[1] - range[0])) / (high - low);
}

function backwards({ domain, range, log }: Axis, at: number): number {
  const part = (at - range[0]) / (range[1] - range[0]);
  return log ? domain[0] * (domain[1] / domain[0]) ** part : domain[0] + part * (domain[1] - domain[0]);
}

function clamp(at: number, [a, b]: readonly [number, number]): number {
  return Math.min(Math.max(at, Math.min(a, b)), Math.max(a, b));
}
