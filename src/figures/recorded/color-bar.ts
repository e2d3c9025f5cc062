import type { Markish } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import { color } from '../parts/theme.ts';
import { drawnMark } from './drawn-mark.ts';
import type { PanelFrame } from './frame.ts';
import type { RecordedColorBar } from './recorded-figure.ts';
import { svgElement, svgText } from './svg-element.ts';
import { textWidth } from './text.ts';
import { givenTicks, linearTicks, shortNumber, type Ticks } from './ticks.ts';

/** The number of steps of a ramp: more cannot be distinguished. */
const steps = 64;

/** The color bar, to the right of the picture; `left` is the left edge of its space. */
export function colorBarMark(bar: RecordedColorBar, left: number, frame: PanelFrame): Markish {
  const high = (frame.bottom - frame.top) * Math.max(0.1, Math.min(1, bar.shrink));
  const top = (frame.top + frame.bottom - high) / 2;
  const box: Box = { x: left + 0.9 * frame.tickSize, y: top, width: 0.95 * frame.tickSize, height: high };
  const [low, up] = rangeOf(bar);
  const place = (value: number) => box.y + box.height * (1 - (value - low) / (up - low || 1));
  const most = Math.max(1, Math.min(9, Math.floor(high / (2 * frame.tickSize))));
  const drawn: DrawnBar = { bar, box, place, ticks: ticksOf(bar, [low, up], most), frame };
  return drawnMark(
    'color bar',
    (document) => [
      svgElement(
        document,
        'g',
        { 'aria-label': bar.kind === 'lines' ? 'lines' : 'mapped colors', 'shape-rendering': 'crispEdges' },
        stripes(drawn, document),
      ),
      svgElement(document, 'rect', { ...box, fill: 'none', stroke: color.rule }),
      ...numbers(drawn, document),
      ...labelOf(drawn, document),
    ],
    false,
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rangeOf(bar: RecordedColorBar): readonly [number, number] {
  if (bar.kind === 'ramp') return [bar.from, bar.to];
  const values = bar.kind === 'bands' ? bar.edges : bar.at;
  return [values[0] ?? 0, values.at(-1) ?? 1];
}

function ticksOf(bar: RecordedColorBar, range: readonly [number, number], most: number): Ticks {
  if (bar.ticks) return givenTicks(bar.ticks, null, range);
  if (bar.kind === 'ramp') return linearTicks(range, most);
  const values = bar.kind === 'bands' ? bar.edges : bar.at;
  const every = Math.ceil(values.length / (most + 1));
  return {
    ticks: values.filter((_, i) => i % every === 0).map((at) => ({ at, label: shortNumber(at) })),
    multiplier: '',
  };
}

/** A color bar in its place: `place` says at which height of the drawing a value is. */
interface DrawnBar {
  readonly bar: RecordedColorBar;
  readonly box: Box;
  readonly place: (value: number) => number;
  readonly ticks: Ticks;
  readonly frame: PanelFrame;
}

function stripes({ bar, box, place, frame: { point } }: DrawnBar, document: Document): Element[] {
  const { x, y, width, height } = box;
  if (bar.kind === 'lines') {
    return bar.at.map((level, i) =>
      svgElement(document, 'path', {
        d: `M${x},${place(level)}h${width}`,
        stroke: at(bar.colors, i) ?? 'none',
        'stroke-width': at(bar.widths, i) * point,
      }),
    );
  }
  if (bar.kind === 'bands') {
    return bar.edges.slice(0, -1).map((edge, i) => {
      const upper = place(at(bar.edges, i + 1));
      return svgElement(document, 'rect', {
        x,
        y: upper,
        width,
        height: place(edge) - upper,
        fill: at(bar.colors, i) ?? 'none',
      });
    });
  }
  const count = Math.min(steps, bar.colors.length);
  return Array.from({ length: count }, (_, i) => {
    const fill = at(bar.colors, Math.floor(((i + 0.5) / count) * bar.colors.length));
    return svgElement(document, 'rect', {
      x,
      y: y + height * (1 - (i + 1) / count),
      width,
      height: height / count + (i === 0 ? 0 : 0.5),
      fill,
    });
  });
}

function numbers(
  { box, place, ticks: { ticks, multiplier }, frame: { tickSize } }: DrawnBar,
  document: Document,
): Element[] {
  const look = { 'font-size': tickSize, 'text-anchor': 'start', fill: color.inkSoft };
  const x = box.x + box.width + 0.4 * tickSize;
  const said = ticks.map(({ at, label }) => svgText(document, [x, place(at)], label, look));
  return multiplier === '' ? said : [...said, svgText(document, [box.x, box.y - 0.8 * tickSize], multiplier, look)];
}

function labelOf({ bar: { label }, box, ticks: { ticks }, frame }: DrawnBar, document: Document): Element[] {
  const { labelSize, tickSize } = frame;
  if (label.text === '') return [];
  const wide = Math.max(0, ...ticks.map((tick) => textWidth(tick.label, tickSize)));
  const [x, y] = [box.x + box.width + wide + 1.5 * tickSize, box.y + box.height / 2];
  const look = { 'font-size': labelSize, 'text-anchor': 'middle', fill: label.color ?? color.ink };
  return [svgText(document, [x, y], label.text, { ...look, transform: `translate(${x},${y}) rotate(-90)` })];
}
