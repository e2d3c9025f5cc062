import { axisX, axisY, type Markish, plot, text } from '@observablehq/plot';
import { color } from '../parts/theme.ts';
import { colorBarMark } from './color-bar.ts';
import { dashArray } from './dash-array.ts';
import { drawnMark } from './drawn-mark.ts';
import { barWidth, type FrameAxis, type PanelFrame } from './frame.ts';
import { legendMark } from './legend.ts';
import { recordedMarks } from './marks.ts';
import type { RecordedPanel } from './recorded-figure.ts';
import { svgElement, svgText } from './svg-element.ts';
import { setWords } from './words.ts';

/** Draws one picture of a recorded figure: an SVG element of Plot's, within its `frame`. */
export function drawRecordedPanel(panel: RecordedPanel, frame: PanelFrame, document: Document): Element {
  return plot({
    document,
    width: frame.width,
    height: frame.height,
    marginLeft: frame.left,
    marginRight: frame.width - frame.right,
    marginTop: frame.top,
    marginBottom: frame.height - frame.bottom,
    x: scaleOf(frame.x, [frame.left, frame.right]),
    y: scaleOf(frame.y, [frame.bottom, frame.top]),
    r: { type: 'identity' },
    color: { type: 'identity' },
    marks: [
      gridLines(panel, frame),
      panel.marks.map((mark) => recordedMarks(mark, frame)),
      frameLines(panel, frame),
      panel.axes ? axes(panel, frame) : [],
      title(panel, frame),
      panel.bars.map((bar, i) =>
        colorBarMark(
          bar,
          frame.right + panel.bars.slice(0, i).reduce((sum, one) => sum + barWidth(one, frame.tickSize), 0),
          frame,
        ),
      ),
      panel.legend ? legendMark(panel.legend, panel.marks, frame) : null,
    ],
  });
}

function scaleOf({ log, limits }: FrameAxis, range: [number, number]) {
  return { type: log ? ('log' as const) : ('linear' as const), domain: [...limits], range, axis: null };
}

/** Thin lines at the numbers, below everything. */
function gridLines({ grid }: RecordedPanel, { x, y, left, right, top, bottom, point }: PanelFrame): Markish {
  if (grid === null) return null;
  const width = grid.width * point;
  const places = ({ ticks, place }: FrameAxis) =>
    ticks.filter(({ label }) => label !== '').map(({ at }) => short(place(at)));
  const upright = grid.axis === 'y' ? [] : places(x).map((at) => `M${at},${top}V${bottom}`);
  const across = grid.axis === 'x' ? [] : places(y).map((at) => `M${left},${at}H${right}`);
  const look = {
    d: [...upright, ...across].join(''),
    fill: 'none',
    stroke: grid.color ?? color.rule,
    'stroke-width': width,
    'stroke-opacity': grid.alpha === 1 ? null : grid.alpha,
    'stroke-dasharray': dashArray(grid.dash, width) ?? null,
  };
  return drawnMark('grid', (document) => [svgElement(document, 'path', look)], false);
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A hairline around the picture, on the sides that are wanted. */
function frameLines({ axes: shown, frame: sides }: RecordedPanel, { left, right, top, bottom }: PanelFrame): Markish {
  if (!shown || sides.length === 0) return null;
  const look = { fill: 'none', stroke: color.ruleStrong, 'stroke-width': 0.8 };
  const ends = {
    left: `M${left},${top}V${bottom}`,
    right: `M${right},${top}V${bottom}`,
    top: `M${left},${top}H${right}`,
    bottom: `M${left},${bottom}H${right}`,
  };
  return drawnMark(
    'frame',
    (document) => [svgElement(document, 'path', { d: sides.map((side) => ends[side]).join(''), ...look })],
    false,
  );
}

function axes(panel: RecordedPanel, frame: PanelFrame): Markish[] {
  const shared = { color: color.inkSoft, label: null, fontSize: frame.tickSize, tickPadding: 8, tickSize: 0 };
  const turned = Math.abs(panel.x.turn % 180) > 1 ? { textAnchor: 'end' as const } : {};
  const named = ({ ticks }: FrameAxis) => ticks.filter(({ label }) => label !== '');
  const [x, y] = [named(frame.x), named(frame.y)];
  // Words at ticks are given as they are: on a log axis Plot would leave some out.
  const words = (ticks: FrameAxis['ticks']) => ({ text: ticks.map(({ label }) => label) });
  const places = (ticks: FrameAxis['ticks']) => ticks.map(({ at }) => at);
  return [
    tickMarks(frame),
    panel.x.shown ? axisX(places(x), { ...shared, ...turned, tickRotate: -panel.x.turn, ...words(x) }) : null,
    panel.y.shown ? axisY(places(y), { ...shared, ...words(y) }) : null,
    multipliers(frame),
    labels(panel, frame),
  ];
}

/** Short lines outside the frame, shorter where no number stands. */
function tickMarks({ x, y, left, bottom }: PanelFrame): Markish {
  const length = (label: string) => (label === '' ? 2.5 : 4);
  const below = x.ticks.map(({ at, label }) => `M${short(x.place(at))},${bottom}v${length(label)}`);
  const beside = y.ticks.map(({ at, label }) => `M${left},${short(y.place(at))}h${-length(label)}`);
  const look = { d: [...below, ...beside].join(''), stroke: color.ruleStrong, 'stroke-width': 0.8 };
  return drawnMark('ticks', (document) => [svgElement(document, 'path', look)], false);
}

/** The factor of the numbers of an axis: above the vertical axis, below the end of the horizontal one. */
function multipliers({ x, y, left, right, top, bottom, tickSize }: PanelFrame): Markish {
  const look = { 'font-size': tickSize, 'text-anchor': 'start', fill: color.inkSoft };
  return drawnMark(
    'multiplier',
    (document) => [
      ...(x.multiplier === ''
        ? []
        : [svgText(document, [right, bottom + 2.3 * tickSize], x.multiplier, { ...look, 'text-anchor': 'end' })]),
      ...(y.multiplier === '' ? [] : [svgText(document, [left, top - 0.7 * tickSize], y.multiplier, look)]),
    ],
    false,
  );
}

function labels({ x, y }: RecordedPanel, frame: PanelFrame): Markish[] {
  const { xLabelAt, yLabelAt, labelSize, textPoint } = frame;
  return [
    x.label.text === ''
      ? null
      : text([x.label.text], {
          frameAnchor: 'bottom',
          dy: xLabelAt,
          lineAnchor: 'top',
          ariaDescription: 'x label',
          ...setWords(x.label, labelSize, textPoint),
        }),
    y.label.text === ''
      ? null
      : text([y.label.text], {
          frameAnchor: 'left',
          dx: -yLabelAt,
          textAnchor: 'middle',
          lineAnchor: 'bottom',
          rotate: -90,
          ariaDescription: 'y label',
          ...setWords(y.label, labelSize, textPoint),
        }),
  ];
}

function title({ title: words, titlePlace }: RecordedPanel, frame: PanelFrame): Markish {
  if (frame.title === '') return null;
  const across = { left: 'left', center: 'center', right: 'right' }[titlePlace];
  const anchor = { left: 'top-left', center: 'top', right: 'top-right' } as const;
  const raised = frame.y.multiplier === '' ? 0 : 1.2 * frame.tickSize;
  return text([frame.title], {
    frameAnchor: anchor[titlePlace],
    textAnchor: across === 'left' ? 'start' : across === 'right' ? 'end' : 'middle',
    lineAnchor: 'bottom',
    lineHeight: 1.2,
    dy: -6 - raised,
    ariaDescription: 'title',
    ...setWords(words, frame.titleSize, frame.textPoint),
  });
}
