import type { RecordedAxis, RecordedPanel } from './recorded-figure.ts';
import { textHeight, textWidth, wrapText } from './text.ts';
import { givenTicks, linearTicks, logTicks, type Ticks } from './ticks.ts';

/** The size of a panel, in units of the drawing. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
  /** How large its texts and lines are; 1 in a figure of one panel. */
  readonly scale: number;
}

/** One axis of a panel as it is drawn. */
export interface FrameAxis extends Ticks {
  readonly log: boolean;
  /** First and last, from left to right or from bottom to top. */
  readonly limits: readonly [number, number];
  /** The position of a value in the drawing; values that a log axis cannot show are far outside. */
  readonly place: (value: number) => number;
}

/** The position of a panel's picture in its drawing, and its axes. */
export interface PanelFrame extends PanelSize {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: FrameAxis;
  readonly y: FrameAxis;
  /** Sizes of texts, and of one typographic point of a line and of a text. */
  readonly tickSize: number;
  readonly labelSize: number;
  readonly titleSize: number;
  readonly point: number;
  readonly textPoint: number;
  /** The title, in as many lines as it needs. */
  readonly title: string;
  /** The distance from the picture to the label of each axis. */
  readonly xLabelAt: number;
  readonly yLabelAt: number;
}

/** The edges of a picture in the drawing of its panel. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room beside the picture for a color bar, its numbers and its label, in units of the text size. */
const barRoom = 4.6;

/** The room for texts around a panel's picture: where its picture may be. */
export function panelEdges(panel: RecordedPanel, size: PanelSize): Edges {
  const sized = sizedFor(panel, size);
  const guess = edgesFor(panel, sized, ticksIn(panel, sized, guessEdges(panel, sized)));
  return edgesFor(panel, sized, ticksIn(panel, sized, guess));
}

/** A panel whose picture is within `edges`: its limits and ticks, where the room decides about them. */
export function panelFrame(panel: RecordedPanel, size: PanelSize, edges: Edges): PanelFrame {
  const sized = sizedFor(panel, size);
  const { box, limits } = withAspect(panel, edges);
  const { x, y } = ticksIn(panel, sized, edges);
  const axes = {
    x: axisIn(panel.x, x, { limits: limits.x, ends: [box.left, box.right] }),
    y: axisIn(panel.y, y, { limits: limits.y, ends: [box.bottom, box.top] }),
  };
  return { ...sized, ...box, ...axes, ...labelPlaces(panel, axes, sized.tickSize) };
}

function sizedFor(panel: RecordedPanel, size: PanelSize): Sized {
  const text = textSizes(panel, size.scale);
  return { ...size, ...text, title: wrapText(panel.title.text, text.titleSize, size.width - 8) };
}

type Sized = PanelSize & Pick<PanelFrame, 'tickSize' | 'labelSize' | 'titleSize' | 'title' | 'point' | 'textPoint'>;

function textSizes({ title, x, y }: RecordedPanel, scale: number) {
  const textPoint = 1.5 * scale;
  const label = Math.max(x.label.size ?? 0, y.label.size ?? 0);
  return {
    textPoint,
    point: (4 / 3) * scale,
    tickSize: 10 * textPoint,
    labelSize: label > 0 ? label * textPoint : 16 * scale,
    titleSize: title.size === null ? 17 * scale : title.size * textPoint,
  };
}

function guessEdges(panel: RecordedPanel, { width, height, tickSize }: Sized): Edges {
  const right = width - 10 - panel.bars.length * barRoom * tickSize;
  return { left: 3 * tickSize, right, top: tickSize, bottom: height - 2.4 * tickSize };
}

/** The maximum number of steps: nine, or fewer if the numbers would be too close, by Matplotlib's formula. */
function tickRoom(length: number, textSize: number, widths: number): number {
  return Math.max(1, Math.min(9, Math.floor(length / (textSize * widths))));
}

type Limits = readonly [number, number];

interface BothTicks {
  readonly x: Ticks;
  readonly y: Ticks;
}

function ticksIn(panel: RecordedPanel, { tickSize }: Sized, edges: Edges): BothTicks {
  const { box, limits } = withAspect(panel, edges);
  const width = box.right - box.left;
  return {
    x: fittingTicks(panel.x, limits.x, { width, most: tickRoom(width, tickSize, 2.4), size: tickSize }),
    y: ticksOf(panel.y, limits.y, tickRoom(box.bottom - box.top, tickSize, 2)),
  };
}

function ticksOf(axis: RecordedAxis, limits: Limits, most: number): Ticks {
  if (axis.ticks) return givenTicks(axis.ticks, axis.words, limits);
  return axis.scale === 'log' ? logTicks(limits, most) : linearTicks(limits, most);
}

/** Fewer ticks until the numbers do not touch. */
function fittingTicks(
  axis: RecordedAxis,
  limits: Limits,
  { width, most, size }: { readonly width: number; readonly most: number; readonly size: number },
): Ticks {
  const ticks = ticksOf(axis, limits, most);
  const wide = ticks.ticks.reduce(
    (sum, { label }) => sum + (label === '' ? 0 : textWidth(label, size) + 0.6 * size),
    0,
  );
  return wide <= width || most <= 2 || axis.ticks ? ticks : fittingTicks(axis, limits, { width, most: most - 1, size });
}

function edgesFor(panel: RecordedPanel, sized: Sized, ticks: BothTicks): Edges {
  const { width, height, tickSize, labelSize, titleSize, title } = sized;
  const { xLabelAt, yLabelAt } = labelPlaces(panel, ticks, tickSize);
  const shown = panel.axes;
  const lastLabel =
    panel.x.shown && shown
      ? textWidth(ticks.x.ticks.findLast(({ label }) => label !== '')?.label ?? '', tickSize) / 2
      : 0;
  const above = title === '' ? 0 : textHeight(title, titleSize) + 4;
  const multiplier = shown && ticks.y.multiplier !== '' ? 1.2 * tickSize : 0;
  return {
    left: shown ? yLabelAt + (panel.y.label.text === '' ? 4 : 1.35 * labelSize) : 6,
    right: width - (panel.bars.length === 0 ? Math.max(8, lastLabel) : barsWidth(panel, tickSize)),
    top: Math.max(above + multiplier, 0.6 * tickSize) + 2,
    bottom: height - (shown ? xLabelAt + (panel.x.label.text === '' ? 2 : 1.3 * labelSize) : 6),
  };
}

function barsWidth({ bars }: RecordedPanel, tickSize: number): number {
  return bars.reduce((sum, bar) => sum + barWidth(bar, tickSize), 0);
}

/** The width of a color bar with its texts. */
export function barWidth({ label }: RecordedPanel['bars'][number], tickSize: number): number {
  return (barRoom + (label.text === '' ? 0 : 1.5)) * tickSize;
}

/** How far the labels of the axes are from the picture: beyond the numbers. */
function labelPlaces(panel: RecordedPanel, { x, y }: BothTicks, tickSize: number) {
  const widest = (ticks: Ticks) => Math.max(0, ...ticks.ticks.map(({ label }) => textWidth(label, tickSize)));
  const turned = Math.abs(Math.sin((panel.x.turn * Math.PI) / 180)) * widest(x);
  const lines = Math.max(1, ...x.ticks.map(({ label }) => label.split('\n').length));
  return {
    xLabelAt:
      7 +
      (panel.x.shown ? Math.max(turned + 0.6 * tickSize, 1.2 * tickSize * lines) : 0) +
      (x.multiplier === '' ? 0 : tickSize),
    yLabelAt: 11 + (panel.y.shown ? widest(y) : 0),
  };
}

/** A picture with a fixed ratio of the axes' units: either the box or the limits are adjusted. */
function withAspect({ aspect, x, y }: RecordedPanel, box: Edges): { box: Edges; limits: { x: Limits; y: Limits } } {
  const limits = { x: x.limits, y: y.limits };
  if (aspect === null || x.scale === 'log' || y.scale === 'log') return { box, limits };
  const perX = (box.right - box.left) / Math.abs(x.limits[1] - x.limits[0]);
  const perY = (box.bottom - box.top) / Math.abs(y.limits[1] - y.limits[0]) / aspect.ratio;
  if (aspect.adjust === 'limits') {
    return {
      box,
      limits:
        perX > perY
          ? { x: widened(x.limits, perX / perY), y: y.limits }
          : { x: x.limits, y: widened(y.limits, perY / perX) },
    };
  }
  const [keepX, keepY] = [Math.min(1, perY / perX), Math.min(1, perX / perY)];
  const [padX, padY] = [((1 - keepX) * (box.right - box.left)) / 2, ((1 - keepY) * (box.bottom - box.top)) / 2];
  return {
    box: { left: box.left + padX, right: box.right - padX, top: box.top + padY, bottom: box.bottom - padY },
    limits,
  };
}

function widened([first, last]: Limits, times: number): Limits {
  const [middle, half] = [(first + last) / 2, ((last - first) / 2) * times];
  return [middle - half, middle + half];
}

function axisIn(
  { scale }: RecordedAxis,
  ticks: Ticks,
  { limits, ends }: { readonly limits: Limits; readonly ends: Limits },
): FrameAxis {
  return { ...ticks, log: scale === 'log', limits, place: placing(scale === 'log', limits, ends) };
}

/** Maps values to positions in the drawing. On a log axis, values that are not positive are far beyond the small end. */
function placing(log: boolean, [first, last]: Limits, [from, to]: Limits): (value: number) => number {
  if (!log) return (value) => from + ((value - first) / (last - first)) * (to - from);
  const [low, high] = [Math.log10(first), Math.log10(last)];
  const least = Math.min(low, high) - 5 * Math.abs(high - low);
  return (value) => {
    const power = value > 0 ? Math.max(Math.log10(value), least) : Number.isNaN(value) ? Number.NaN : least;
    return from + ((power - low) / (high - low)) * (to - from);
  };
}
