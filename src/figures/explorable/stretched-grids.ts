import type { Point } from '../../core/point.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { rect } from '../parts/marks.ts';
import { noMargins, panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { text } from '../parts/text.ts';
import { color, figureWidth, size } from '../parts/theme.ts';

/** An array as a grid of numbers; cells beyond its own rows and columns are copies of it. */
export interface Grid {
  readonly name: string;
  /** Its shape, as it is written below it. */
  readonly shape: string;
  readonly values: readonly (readonly number[])[];
  /** How many rows and columns are its own. */
  readonly own: readonly [rows: number, columns: number];
}

/** Two arrays, their sum if there is one, and along which axis it is averaged. */
export interface StretchedGrids {
  readonly a: Grid;
  readonly b: Grid;
  /** Words in its place if the shapes do not fit, or while it is the open question. */
  readonly sum: Grid | string;
  /** Cells of the mean: below each column, beside each row, or none. */
  readonly mean: 'below' | 'beside' | undefined;
}

const cell = 28;
const [room, top, height] = [24, 34, 226] as const;

/** Where the sum stands, after both arrays with so many columns. */
const sumPlace = (columnsOfA: number, columnsOfB: number) => 8 + (columnsOfA + columnsOfB) * cell + 2 * room;

/**
 * The outline of a shape where the sum of two arrays stands.
 *
 * @param columns of the arrays as they are drawn
 */
export function sumOutline(shape: readonly number[], columns: readonly [a: number, b: number]): Point[] {
  const [rows = 1, width = 1] = shape.length === 1 ? [1, ...shape] : shape;
  const [left, right] = [sumPlace(...columns), sumPlace(...columns) + width * cell];
  const bottom = -top - rows * cell;
  return [
    [left, -top],
    [left, bottom],
    [right, bottom],
    [right, -top],
    [left, -top],
  ];
}

/** The grids side by side, with the stretched cells drawn faintly. */
export function stretchedGrids({ a, b, sum, mean }: StretchedGrids, words: FigureText): Figure {
  const columns = (grid: Grid) => grid.values[0]?.length ?? 0;
  const atB = 8 + columns(a) * cell + room;
  const atSum = sumPlace(columns(a), columns(b));
  const sign = (x: number, what: string) => label({ x: x - room / 2, y: -top - 0.5 * cell, text: what });
  return panel({
    ...words,
    name: 'grids',
    height,
    view: { x: [0, figureWidth], y: [-height, 0] },
    margins: noMargins,
    ground: { key: '' },
    marks: [
      showing('a', drawn(a, 8, color.function)),
      sign(atB, '+'),
      showing('b', drawn(b, atB, color.tangent)),
      sign(atSum, '='),
      typeof sum === 'string'
        ? label({ x: atSum, y: -top - 0.5 * cell, anchor: 'start', text: sum, fill: color.loss })
        : showing('sum', [...drawn(sum, atSum, color.ink), ...averaged(sum, atSum, mean)]),
    ],
  });
}

function drawn({ name, shape, values, own }: Grid, x: number, stroke: string): Marks[] {
  const cells = values.flatMap((row, i) => row.map((value, j) => ({ value, i, j, isOwn: i < own[0] && j < own[1] })));
  const place = {
    x: (one: { j: number }) => x + (one.j + 0.5) * cell,
    y: (one: { i: number }) => -top - (one.i + 0.5) * cell,
  };
  const written = (part: typeof cells, fillOpacity: number) =>
    text(
      part.map(({ value }) => String(value)),
      {
        x: part.map(place.x),
        y: part.map(place.y),
        fontSize: size.tick,
        fill: stroke,
        fillOpacity,
      },
    );
  const [copies, others] = [cells.filter(({ isOwn }) => !isOwn), cells.filter(({ isOwn }) => isOwn)];
  return [
    boxes(copies, x, { stroke, strokeDasharray: '3,3', strokeOpacity: 0.6 }),
    boxes(others, x, { stroke, strokeWidth: 1.8 }),
    written(copies, 0.65),
    written(others, 1),
    label({ x, y: -top + 16, anchor: 'start', text: name, fill: stroke }),
    label({ x, y: -top - values.length * cell - 16, anchor: 'start', text: shape, fill: stroke }),
  ];
}

function boxes(cells: readonly { readonly i: number; readonly j: number }[], x: number, look: object): Marks {
  return rect(cells, {
    x1: ({ j }) => x + j * cell + 1,
    x2: ({ j }) => x + (j + 1) * cell - 1,
    y1: ({ i }) => -top - i * cell - 1,
    y2: ({ i }) => -top - (i + 1) * cell + 1,
    fill: 'none',
    ...look,
  });
}

/** The cells that are left of the sum when one axis is averaged away. */
function averaged({ values }: Grid, x: number, mean: 'below' | 'beside' | undefined): Marks[] {
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  if (mean === undefined) return [];
  const cells =
    mean === 'below'
      ? Array.from({ length: columns }, (_, j) => ({ i: rows + 1, j }))
      : Array.from({ length: rows }, (_, i) => ({ i, j: columns + 0.3 }));
  const style = { stroke: color.gradient, strokeWidth: 1.8, fill: color.gradient, fillOpacity: 0.25 };
  return [boxes(cells, x, style)];
}
