import { at } from '../../core/at.ts';
import { counted } from '../../core/counted.ts';
import type { RecordedFigure, RecordedPanel } from './recorded-figure.ts';
import type { RecordedMark } from './recorded-mark.ts';
import { shortNumber } from './ticks.ts';

/** The title and the description (several sentences) of a recorded figure, for somebody who does not see it. */
export function describeRecordedFigure({ title, panels }: RecordedFigure): { title: string; description: string } {
  const names = [title.text, ...panels.map((panel) => panel.title.text)].filter((text) => text !== '');
  const what = panels.flatMap((panel) => panel.marks.map(kindOf));
  const named =
    names.length > 0 ? names.join('; ') : what.length > 0 ? `Plot of ${listed([...new Set(what)])}` : 'Empty plot';
  const several = panels.length > 1 ? `${counted(panels.length, 'picture')}. ` : '';
  const each = panels.map((panel, i) => (panels.length > 1 ? `Picture ${i + 1}: ` : '') + describePanel(panel));
  return { title: oneLine(named), description: oneLine(several + each.join(' ')) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function describePanel({ title, x, y, marks, bars }: RecordedPanel): string {
  const axes = [axisWords('horizontal', x), axisWords('vertical', y)].join('; ');
  const drawn = marks.slice(0, most).map(describeMark);
  const more = marks.length > most ? [counted(marks.length - most, 'more thing')] : [];
  const colors = bars.map(({ label }) => `A color bar${label.text === '' ? '' : ` shows ${label.text}`}.`);
  const name = title.text === '' ? [] : [`${title.text}.`];
  return [
    ...name,
    `${axes}.`,
    marks.length === 0 ? 'Nothing is drawn in it.' : `It shows ${listed([...drawn, ...more])}.`,
    ...colors,
  ].join(' ');
}

/** The maximum number of things in a description: nobody listens to a longer one. */
const most = 12;

function axisWords(which: string, { label, limits, scale }: RecordedPanel['x']): string {
  const name = label.text === '' ? '' : `, ${label.text},`;
  return `${capital(which)} axis${name} from ${said(limits[0])} to ${said(limits[1])}${scale === 'log' ? ' in powers of ten' : ''}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function listed(parts: readonly string[]): string {
  return parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const kinds: Readonly<Record<RecordedMark['kind'], string>> = {
  line: 'lines',
  rule: 'straight lines',
  points: 'points',
  segments: 'line segments',
  bars: 'bars',
  band: 'bands',
  area: 'areas',
  arrow: 'arrows',
  arrows: 'arrows',
  contours: 'contour lines',
  image: 'colored cells',
  text: 'text',
  annotation: 'notes',
};

function kindOf(mark: RecordedMark): string {
  if (mark.kind === 'line' && mark.dash === null) return 'points';
  return mark.kind === 'contours' && mark.filled ? 'filled contours' : kinds[mark.kind];
}

function describeMark(mark: RecordedMark): string {
  const words = wordsFor(mark);
  return mark.label === '' ? words : `${words} (${mark.label})`;
}

function wordsFor(mark: RecordedMark): string {
  switch (mark.kind) {
    case 'line':
      return `${mark.dash === null ? `${counted(mark.x.length, 'point')}` : `a line through ${counted(mark.x.length, 'point')}`}${ends(mark.x, mark.y)}`;
    case 'rule':
      return `a ${mark.axis === 'y' ? 'horizontal' : 'vertical'} line at ${said(mark.at)}`;
    case 'points':
      return `${counted(mark.x.length, 'point')}${spread(mark.x, mark.y)}`;
    case 'segments':
      return counted(mark.x1.length, 'line segment');
    case 'bars':
      return barWords(mark);
    case 'band':
      return `a band from ${said(mark.from)} to ${said(mark.to)}`;
    case 'area':
      return 'a filled area';
    case 'arrow':
      return `an arrow from ${place(mark.tail)} to ${place(mark.head)}`;
    case 'arrows':
      return counted(mark.x.length, 'arrow');
    case 'contours': {
      const [low = 0, high = 0] = [mark.levels[0], mark.levels.at(-1)];
      if (mark.filled)
        return `areas between contour lines at ${mark.levels.length} heights from ${said(low)} to ${said(high)}`;
      return `contour lines at ${counted(mark.levels.length, 'height')}${mark.levels.length > 1 ? `, from ${said(low)} to ${said(high)}` : `, ${said(low)}`}`;
    }
    case 'image':
      return `an image of ${mark.cells.length} by ${mark.cells[0]?.length ?? 0} cells`;
    case 'text':
    case 'annotation':
      return `the words “${mark.words.text}”`;
  }
}

function barWords({ x1, x2, y1, y2, horizontal, histogram }: Extract<RecordedMark, { kind: 'bars' }>): string {
  const heights = x1.map((_, i) => (horizontal ? at(x2, i) - at(x1, i) : at(y2, i) - at(y1, i)));
  const range = ` of ${horizontal ? 'length' : 'height'} ${said(least(heights))} to ${said(greatest(heights))}`;
  return `${histogram ? 'a histogram of ' : ''}${counted(x1.length, histogram ? 'bin' : 'bar')}${heights.some(Number.isFinite) ? range : ''}`;
}

function place([x, y]: readonly [number, number]): string {
  return `(${said(x)}, ${said(y)})`;
}

function ends(x: readonly number[], y: readonly number[]): string {
  const both = x.flatMap((value, i) => {
    const point = [value, at(y, i)] as const;
    return point.every(Number.isFinite) ? [point] : [];
  });
  const [first, last] = [both[0], both.at(-1)];
  if (!first || !last) return '';
  const [quietX, quietY] = [withoutNoise(x), withoutNoise(y)];
  const [from, to] = [first, last].map(([px, py]) => place([quietX(px), quietY(py)]));
  return both.length === 1 ? ` at ${from}` : ` from ${from} to ${to}`;
}

function spread(x: readonly number[], y: readonly number[]): string {
  if (x.length < 2) return ends(x, y);
  if (![x, y].every((values) => values.some(Number.isFinite))) return '';
  return ` with x from ${said(least(x))} to ${said(greatest(x))} and y from ${said(least(y))} to ${said(greatest(y))}`;
}

function least(values: readonly number[]): number {
  return values.filter(Number.isFinite).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function greatest(values: readonly number[]): number {
  return values.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

/** A number in at most four digits that count. */
function said(value: number): string {
  return shortNumber(Number(value.toPrecision(4)));
}

/** Replaces a rounding error by zero: a limit that is tiny relative to the others, if they are on both sides of zero. */
function withoutNoise(values: readonly number[]): (value: number) => number {
  const [low, high] = [least(values), greatest(values)];
  const noise = low <= 0 ? 1e-12 * Math.max(-low, high) : 0;
  return (value) => (Math.abs(value) < noise ? 0 : value);
}
