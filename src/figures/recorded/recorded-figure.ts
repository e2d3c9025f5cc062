import {
  colour,
  either,
  finite,
  flag,
  list,
  number,
  oneKind,
  oneOf,
  optional,
  pair,
  type Read,
  record,
  text,
} from './read-plain-data.ts';

/** The version of the data that this file reads: `VERSION` in `packages/matplotlib/_figure.py`. */
const version = 1;

const numbers = list(number);
const maybeColour = optional(colour);
const isList = (value: unknown) => Array.isArray(value);
/** One for all, or one for each. */
const colours = either(isList, list(maybeColour), maybeColour);

/** A text with its look; what is null is as the page has it. Sizes are in typographic points. */
const words = record({ text, size: optional(finite), color: maybeColour, bold: flag, italic: flag });

const axis = record({
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

const dash = optional(oneOf('solid', 'dashed', 'dashdot', 'dotted'));
const shape = oneOf(
  'point',
  'pixel',
  'circle',
  'triangle down',
  'triangle up',
  'triangle left',
  'triangle right',
  'square',
  'pentagon',
  'star',
  'hexagon',
  'plus',
  'cross',
  'filled plus',
  'filled cross',
  'diamond',
  'thin diamond',
  'vertical bar',
  'horizontal bar',
);

/** At each point of a line: its diameter in typographic points. */
const marker = record({ shape, size: finite, face: maybeColour, edge: maybeColour, edgeWidth: finite });
const lineLook = { color: maybeColour, width: finite, dash };
const areaLook = { fill: colours, edge: colours, width: finite };
const common = { label: text, alpha: finite };
const box = optional(record({ fill: maybeColour, edge: maybeColour, alpha: finite, round: flag }));
const space = oneOf('data', 'axes', 'points');

const textFields = {
  ...common,
  at: pair(number),
  space,
  words,
  box,
  across: oneOf('left', 'center', 'right'),
  upright: oneOf('top', 'center', 'bottom', 'baseline', 'center_baseline'),
  rotation: finite,
};

const sizes = either(isList, numbers, finite);
const pointLook = {
  /** Diameters in typographic points. */
  sizes,
  colors: colours,
  shape,
  edge: either((value) => value === 'face', oneOf('face'), colours),
  edgeWidth: finite,
  /** Whether colours stand for numbers: then they stay as they are on a dark page. */
  mapped: flag,
};

const mark = oneKind({
  line: record({ ...common, x: numbers, y: numbers, ...lineLook, marker: optional(marker) }),
  /** A line across the picture at one coordinate, between two fractions of the picture. */
  rule: record({ ...common, axis: oneOf('x', 'y'), at: number, ends: pair(finite), ...lineLook }),
  points: record({ ...common, x: numbers, y: numbers, ...pointLook }),
  segments: record({
    ...common,
    x1: numbers,
    y1: numbers,
    x2: numbers,
    y2: numbers,
    colors: colours,
    width: finite,
    dash,
  }),
  bars: record({
    ...common,
    x1: numbers,
    x2: numbers,
    y1: numbers,
    y2: numbers,
    horizontal: flag,
    histogram: flag,
    ...areaLook,
  }),
  /** A stripe across the picture. */
  band: record({ ...common, axis: oneOf('x', 'y'), from: finite, to: finite, ends: pair(finite), ...areaLook }),
  area: record({ ...common, pieces: list(record({ x: numbers, y: numbers }), 10_000), ...areaLook }),
  /** One arrow as a polygon in the units of the axes. */
  arrow: record({ ...common, tail: pair(finite), head: pair(finite), x: numbers, y: numbers, ...areaLook }),
  /** Arrows whose look is reckoned in the picture's width: Matplotlib's quiver. */
  arrows: record({
    ...common,
    x: numbers,
    y: numbers,
    u: numbers,
    v: numbers,
    angles: either(isList, numbers, oneOf('uv', 'xy')),
    scale: optional(finite),
    units: optional(oneOf('width', 'height', 'x', 'y', 'xy')),
    shaft: finite,
    head: record({
      headwidth: finite,
      headlength: finite,
      headaxislength: finite,
      minshaft: finite,
      minlength: finite,
    }),
    pivot: oneOf('tail', 'mid', 'tip'),
    colors: colours,
    mapped: flag,
  }),
  /** Heights on a grid. `x` and `y` are lists where its lines are parallel to the axes, else tables like `z`. */
  contours: record({
    ...common,
    x: either((value) => Array.isArray(value) && Array.isArray(value[0]), list(numbers), numbers),
    y: either((value) => Array.isArray(value) && Array.isArray(value[0]), list(numbers), numbers),
    z: list(numbers),
    levels: list(finite, 500),
    filled: flag,
    colors: list(maybeColour, 500),
    mapped: flag,
    dashes: list(dash, 500),
    widths: list(finite, 500),
    words: optional(record({ texts: list(text, 500), size: optional(finite) })),
  }),
  /** Cells as indices into a palette, the first row at the end of `extent`; −1 is empty. `extent` is left, right, bottom, top. */
  image: record({
    ...common,
    cells: list(list(finite, 4000), 4000),
    palette: list(maybeColour),
    extent: list(finite, 4),
  }),
  text: record(textFields),
  annotation: record({
    ...textFields,
    target: record({ at: pair(number), space }),
    /** Whether the text is so many typographic points away from its target. */
    offset: flag,
    arrow: optional(
      record({
        style: oneOf('->', '-|>', '<-', '<->', '-', '<|-', '<|-|>', 'simple', 'fancy'),
        color: maybeColour,
        width: finite,
        bend: finite,
      }),
    ),
  }),
});

const sample = oneKind({
  line: record({ ...lineLook, marker: optional(marker) }),
  point: record({
    ...pointLook,
    sizes: finite,
    colors: maybeColour,
    edge: either((v) => v === 'face', oneOf('face'), maybeColour),
  }),
  patch: record({ fill: maybeColour, edge: maybeColour, width: finite, alpha: finite }),
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
  columns: finite,
  size: optional(finite),
  frame: flag,
  /** How solid the ground of the frame is. */
  opacity: finite,
  entries: list(record({ label: text, sample }), 200),
});

const colourBarFields = { label: words, shrink: finite, ticks: optional(numbers) };
const colourBar = oneKind({
  ramp: record({ ...colourBarFields, from: finite, to: finite, colors: list(colour, 1000) }),
  bands: record({ ...colourBarFields, edges: list(finite, 500), colors: list(maybeColour, 500) }),
  lines: record({
    ...colourBarFields,
    at: list(finite, 500),
    colors: list(maybeColour, 500),
    widths: list(finite, 500),
  }),
});

const panel = record({
  /** Left, top, width and height as fractions of the figure. */
  box: list(finite, 4),
  title: words,
  titlePlace: oneOf('left', 'center', 'right'),
  x: axis,
  y: axis,
  /** Whether the frame and the axes are drawn. */
  axes: flag,
  frame: list(oneOf('left', 'right', 'top', 'bottom'), 4),
  /** How many times as long a unit of y is as one of x, and what gives way for it. */
  aspect: optional(record({ ratio: finite, adjust: oneOf('box', 'limits') })),
  grid: optional(record({ axis: oneOf('both', 'x', 'y'), color: maybeColour, dash, width: finite, alpha: finite })),
  legend: optional(legend),
  bars: list(colourBar, 8),
  /** In the order in which they are drawn. */
  marks: list(mark, 5000),
});

const figure = record({
  version: finite,
  /** Width and height in inches; null if the program did not choose. */
  size: optional(pair(finite)),
  title: words,
  panels: list(panel, 64),
});

export type RecordedWords = Read<typeof words>;
export type RecordedAxis = Read<typeof axis>;
export type RecordedShape = Read<typeof shape>;
export type RecordedMarker = Read<typeof marker>;
export type RecordedDash = Read<typeof dash>;
export type RecordedMark = Read<typeof mark>;
export type RecordedLegend = Read<typeof legend>;
export type RecordedSample = Read<typeof sample>;
export type RecordedColourBar = Read<typeof colourBar>;
export type RecordedPanel = Read<typeof panel>;
/** One kind of mark. */
export type Recorded<K extends RecordedMark['kind']> = Extract<RecordedMark, { kind: K }>;

/**
 * A figure as `matplotlib.pyplot` recorded it: plain data, all decisions of Matplotlib's taken (limits, colours, contour
 * heights, bins), all decisions of the drawing open (sizes, ticks, fonts). Lengths are in typographic points of a figure
 * of `size` inches.
 */
export type RecordedFigure = Read<typeof figure>;

/**
 * Reads a figure out of plain data that came from a Python program, which may be anything.
 *
 * @throws TypeError that says where the data are not those of a figure.
 */
export function readRecordedFigure(value: unknown): RecordedFigure {
  const read = figure(value, 'figure');
  if (read.version !== version)
    throw new TypeError(`figure.version is ${read.version}; this page draws version ${version}`);
  if (read.size?.some((inches) => inches <= 0)) throw new TypeError('figure.size should be above 0');
  for (const [i, { x, y }] of read.panels.entries()) {
    for (const [name, one] of Object.entries({ x, y })) checkLimits(one, `figure.panels[${i}].${name}.limits`);
  }
  return read;
}

function checkLimits({ limits: [first, last], scale }: RecordedAxis, path: string): void {
  if (first === last) throw new TypeError(`${path} should be two different numbers`);
  if (scale === 'log' && Math.min(first, last) <= 0) throw new TypeError(`${path} of a log axis should be above 0`);
}
