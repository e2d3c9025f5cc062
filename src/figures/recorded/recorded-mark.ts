import { cellFault, gridFault } from './check-grid.ts';
import {
  either,
  finite,
  flag,
  list,
  listOf,
  nonEmpty,
  number,
  oneKind,
  oneOf,
  optional,
  pair,
  portion,
  type Read,
  record,
  sameLength,
  text,
} from './read-plain-data.ts';
import { areaLook, colors, dash, lineLook, marker, maybeColor, numbers, pointLook, words } from './recorded-looks.ts';

const common = { label: text, alpha: portion };
const box = optional(record({ fill: maybeColor, edge: maybeColor, alpha: portion, round: flag }));
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

/** Begun again if there are fewer than arrows. */
const angles = either(Array.isArray, nonEmpty(numbers), oneOf('uv', 'xy'));
const gridLines = either((value) => Array.isArray(value) && Array.isArray(value[0]), list(numbers), numbers);

const piece = record({ x: numbers, y: numbers }, sameLength('x', 'y'));

const line = record({ ...common, x: numbers, y: numbers, ...lineLook, marker: optional(marker) }, sameLength('x', 'y'));

const points = record(
  { ...common, x: numbers, y: numbers, ...pointLook },
  sameLength('x', 'y', 'sizes', 'colors', 'edge'),
);

const segments = record(
  {
    ...common,
    x1: numbers,
    y1: numbers,
    x2: numbers,
    y2: numbers,
    colors,
    width: finite,
    dash,
  },
  sameLength('x1', 'y1', 'x2', 'y2', 'colors'),
);

const bars = record(
  {
    ...common,
    x1: numbers,
    x2: numbers,
    y1: numbers,
    y2: numbers,
    horizontal: flag,
    histogram: flag,
    ...areaLook,
  },
  sameLength('x1', 'x2', 'y1', 'y2', 'fill', 'edge'),
);

/** One arrow as a polygon in the units of the axes. */
const arrow = record(
  { ...common, tail: pair(finite), head: pair(finite), x: numbers, y: numbers, ...areaLook },
  sameLength('x', 'y'),
);

/** Arrows whose look is reckoned in the picture's width: Matplotlib's quiver. */
const arrows = record(
  {
    ...common,
    x: numbers,
    y: numbers,
    u: numbers,
    v: numbers,
    angles,
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
    colors,
    mapped: flag,
  },
  sameLength('x', 'y', 'u', 'v', 'colors'),
);

/** Heights on a grid. `x` and `y` are lists where its lines are parallel to the axes, else tables like `z`. */
const contours = record(
  {
    ...common,
    x: gridLines,
    y: gridLines,
    z: list(numbers),
    levels: list(finite, 500),
    filled: flag,
    colors: list(maybeColor, 500),
    mapped: flag,
    dashes: list(dash, 500),
    widths: list(finite, 500),
    words: optional(record({ texts: list(text, 500), size: optional(finite) })),
  },
  (grid) => gridFault(grid),
);

/** Cells as indices into a palette, the first row at the end of `extent`; −1 is empty. `extent` is left, right, bottom, top. */
const image = record(
  {
    ...common,
    cells: list(list(finite, 4000), 4000),
    palette: list(maybeColor),
    extent: listOf(finite, 4),
  },
  (image) => cellFault(image),
);

/** Something that is drawn. Lists of one mark that belong together are of the same length. */
export const mark = oneKind({
  line,
  /** A line across the picture at one coordinate, between two fractions of the picture. */
  rule: record({ ...common, axis: oneOf('x', 'y'), at: number, ends: pair(finite), ...lineLook }),
  points,
  segments,
  bars,
  /** A stripe across the picture. */
  band: record({ ...common, axis: oneOf('x', 'y'), from: finite, to: finite, ends: pair(finite), ...areaLook }),
  area: record({
    ...common,
    pieces: list(piece, 10_000),
    ...areaLook,
  }),
  arrow,
  arrows,
  contours,
  image,
  text: record(textFields),
  annotation: record({
    ...textFields,
    target: record({ at: pair(number), space }),
    /** Whether the text is so many typographic points away from its target. */
    offset: flag,
    arrow: optional(
      record({
        style: oneOf('->', '-|>', '<-', '<->', '-', '<|-', '<|-|>', 'simple', 'fancy'),
        color: maybeColor,
        width: finite,
        bend: finite,
      }),
    ),
  }),
});

export type RecordedMark = Read<typeof mark>;
/** One kind of mark. */
export type Recorded<K extends RecordedMark['kind']> = Extract<RecordedMark, { kind: K }>;
