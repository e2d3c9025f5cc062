import { countFault } from './check-grid.ts';
import {
  color,
  either,
  finite,
  flag,
  list,
  listOf,
  oneKind,
  oneOf,
  optional,
  pair,
  portion,
  positive,
  type Read,
  type Reader,
  record,
  sameLength,
  text,
} from './read-plain-data.ts';
import { dash, lineLook, marker, maybeColor, numbers, pointLook, words } from './recorded-looks.ts';
import { mark } from './recorded-mark.ts';

/** The version of the data that this file reads: `VERSION` in `packages/matplotlib/_figure.py`. */
const version = 1;

const axisFields = record({
  label: words,
  scale: oneOf('linear', 'log'),
  /** First and last: descending where the axis is turned round. */
  limits: pair(finite),
  /** Where numbers stand, and words in their stead; null where they are to be chosen. */
  ticks: optional(numbers),
  words: optional(list(text, 1000)),
  /** By how many degrees the numbers are turned. */
  turn: finite,
  /** Whether numbers stand at the axis at all. */
  shown: flag,
});
export type RecordedAxis = Read<typeof axisFields>;

const axis: Reader<RecordedAxis> = (value, path) => {
  const read = axisFields(value, path);
  const fault = limitsFault(read) ?? wordsFault(read);
  if (fault !== undefined) throw new TypeError(path + fault);
  return read;
};

function limitsFault({ limits: [first, last], scale }: RecordedAxis): string | undefined {
  if (first === last) return '.limits should be two different numbers';
  if (!Number.isFinite(last - first))
    return '.limits should be nearer to each other, so that their distance is a number';
  return scale === 'log' && Math.min(first, last) <= 0 ? '.limits of a log axis should be above 0' : undefined;
}

function wordsFault({ ticks, words }: RecordedAxis): string | undefined {
  return ticks && words ? countFault('words', words, ticks.length, 'one for each tick') : undefined;
}

const sample = oneKind({
  line: record({ ...lineLook, marker: optional(marker) }),
  point: record({
    ...pointLook,
    sizes: finite,
    colors: maybeColor,
    edge: either((v) => v === 'face', oneOf('face'), maybeColor),
  }),
  patch: record({ fill: maybeColor, edge: maybeColor, width: finite, alpha: portion }),
});

const legend = record({
  place: oneOf(
    'best',
    'upper right',
    'upper left',
    'lower left',
    'lower right',
    'right',
    'center left',
    'center right',
    'lower center',
    'upper center',
    'center',
  ),
  title: text,
  columns: positive,
  size: optional(finite),
  frame: flag,
  /** How solid the ground of the frame is. */
  opacity: portion,
  entries: list(record({ label: text, sample }), 200),
});

const colorBarFields = { label: words, shrink: positive, ticks: optional(numbers) };
const bands = record(
  { ...colorBarFields, edges: list(finite, 500), colors: list(maybeColor, 500) },
  ({ edges, colors }) => countFault('colors', colors, edges.length - 1, 'one between two edges'),
);

const lines = record(
  {
    ...colorBarFields,
    at: list(finite, 500),
    colors: list(maybeColor, 500),
    widths: list(finite, 500),
  },
  sameLength('at', 'colors', 'widths'),
);

const colorBar = oneKind({
  ramp: record({ ...colorBarFields, from: finite, to: finite, colors: list(color, 1000) }),
  bands,
  lines,
});

const panel = record(
  {
    /** Left, top, width and height as fractions of the figure. */
    box: listOf(finite, 4),
    title: words,
    titlePlace: oneOf('left', 'center', 'right'),
    x: axis,
    y: axis,
    /** Whether the frame and the axes are drawn. */
    axes: flag,
    frame: list(oneOf('left', 'right', 'top', 'bottom'), 4),
    /** How many times as long a unit of y is as one of x, and the part that is adapted for it. */
    aspect: optional(record({ ratio: positive, adjust: oneOf('box', 'limits') })),
    grid: optional(record({ axis: oneOf('both', 'x', 'y'), color: maybeColor, dash, width: finite, alpha: portion })),
    legend: optional(legend),
    bars: list(colorBar, 8),
    /** In the order in which they are drawn. */
    marks: list(mark, 5000),
  },
  ({ box }) => boxFault(box),
);

function boxFault([left = 0, top = 0, width = 0, height = 0]: readonly number[]): string | undefined {
  if ([width, height].some((side) => side < 0.005 || side > 1)) return '.box should have sides from 0.005 to 1';
  return Math.max(Math.abs(left), Math.abs(top)) > 1 ? '.box should begin within the figure' : undefined;
}

const figure = record({
  version: finite,
  /** Width and height in inches; null if the program did not choose. */
  size: optional(pair(positive)),
  title: words,
  panels: list(panel, 64),
});

export type RecordedLegend = Read<typeof legend>;
export type RecordedSample = Read<typeof sample>;
export type RecordedColorBar = Read<typeof colorBar>;
export type RecordedPanel = Read<typeof panel>;

/**
 * A figure as `matplotlib.pyplot` recorded it: plain data, all decisions of Matplotlib's taken (limits, colors, contour
 * heights, bins), all decisions of the drawing open (sizes, ticks, fonts). Lengths are in typographic points of a figure
 * of `size` inches.
 */
export type RecordedFigure = Read<typeof figure>;

/**
 * Reads a figure out of plain data that came from a Python program, which may be anything.
 *
 * @throws TypeError with the place where the data are not those of a figure.
 */
export function readRecordedFigure(value: unknown): RecordedFigure {
  const read = figure(value, 'figure');
  if (read.version !== version)
    throw new TypeError(`figure.version is ${read.version}; this page draws version ${version}`);
  return read;
}
