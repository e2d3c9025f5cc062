import { at } from '../../core/at.ts';

/** A point in the plane of a grid: column and row, with fractions between them. */
type GridPoint = readonly [column: number, row: number];

/** Where one height runs across a grid: lines, of which the closed ones end where they begin. */
export type Trace = readonly GridPoint[];

/** The sides of a cell, in the order top, right, bottom, left (the first row is on top), and their corners. */
const sides = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
] as const;

/**
 * The lines along which a table of heights passes through `level`, by marching squares with straight lines across each
 * cell. At a saddle the height in the middle decides; one that equals the level counts as low, as in Matplotlib. Of a cell
 * with one corner that is not a finite number, the triangle of the other three is used, and a cell with more is left out.
 */
export function traceLines(z: readonly (readonly number[])[], level: number): Trace[] {
  const finite = z.map((row) => row.map((height) => (Number.isFinite(height) ? height : Number.NEGATIVE_INFINITY)));
  return joined(crossings(finite, level, false));
}

/**
 * The outlines of the part of a grid that is `level` or higher: closed lines, to be filled by the even-odd rule. They run
 * along the edge of the grid where the part reaches it, and along the triangles of {@link traceLines} beside a gap.
 */
export function traceAreas(z: readonly (readonly number[])[], level: number): Trace[] {
  const width = (z[0]?.length ?? 0) + 2;
  const below = () => Array<number>(width).fill(Number.NEGATIVE_INFINITY);
  const low = (height: number) => (Number.isFinite(height) ? height : Number.NEGATIVE_INFINITY);
  const padded = [
    below(),
    ...z.map((row) => [Number.NEGATIVE_INFINITY, ...row.map(low), Number.NEGATIVE_INFINITY]),
    below(),
  ];
  return joined(crossings(padded, level, true)).map((trace) => trace.map(([column, row]) => [column - 1, row - 1]));
}

interface Crossing {
  readonly edge: number;
  readonly point: GridPoint;
}

/**
 * For each cell that the level passes through, the pairs of crossings that belong together. A gap in the heights is minus
 * infinity.
 *
 * @param closed whether the outline of the high area goes on along the edge of a gap
 */
function crossings(z: readonly (readonly number[])[], level: number, closed: boolean): [Crossing, Crossing][] {
  const width = z[0]?.length ?? 0;
  return z.slice(1).flatMap((below, row) => {
    const above = at(z, row);
    const found: [Crossing, Crossing][] = [];
    for (let column = 0; column + 1 < width; column++) {
      // The level does not pass through most cells, so this check comes first.
      const corners = [at(above, column), at(above, column + 1), at(below, column + 1), at(below, column)];
      const high = corners.filter((height) => height >= level).length;
      if (high === 0 || high === 4) continue;
      const gaps = corners.filter((height) => height === Number.NEGATIVE_INFINITY).length;
      const cell = { column, row, width, corners, level };
      if (gaps === 1) found.push(...inTriangle(cell, closed));
      else if (gaps === 0 || closed) found.push(...inCell(cell));
    }
    return found;
  });
}

/** As {@link inCell}, of a cell with one gap: within the triangle of the other corners. */
function inTriangle(cell: Cell, closed: boolean): [Crossing, Crossing][] {
  const { corners, level } = cell;
  const gap = corners.indexOf(Number.NEGATIVE_INFINITY);
  const [next, opposite, before] = [(gap + 1) % 4, (gap + 2) % 4, (gap + 3) % 4];
  const isHigh = (corner: number) => at(corners, corner) >= level;
  const side = (which: number) => crossing(which, cell);
  const slanted = isHigh(next) === isHigh(before) ? [] : [onDiagonal(next, before, cell)];
  const [first, second] = [
    ...(isHigh(next) === isHigh(opposite) ? [] : [side(next)]),
    ...(isHigh(opposite) === isHigh(before) ? [] : [side(opposite)]),
    ...slanted,
  ];
  const [third, fourth] = [...(isHigh(next) ? [side(gap)] : []), ...slanted, ...(isHigh(before) ? [side(before)] : [])];
  return [
    ...(first && second ? [[first, second] as [Crossing, Crossing]] : []),
    ...(closed && third && fourth ? [[third, fourth] as [Crossing, Crossing]] : []),
  ];
}

/** Where the level crosses the line between two opposite corners, which no other cell shares. */
function onDiagonal(from: number, to: number, { column, row, width, corners, level }: Cell): Crossing {
  const part = (level - at(corners, from)) / (at(corners, to) - at(corners, from));
  const [[x0, y0], [x1, y1]] = [at(cornerPlaces, from), at(cornerPlaces, to)];
  return {
    edge: -1 - (row * width + column),
    point: [column + x0 + part * (x1 - x0), row + y0 + part * (y1 - y0)],
  };
}

/** The corners of a cell, in the order of {@link sides}. */
const cornerPlaces = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** One pair of crossings, or two where opposite corners of the cell are high. */
function inCell(cell: Cell): [Crossing, Crossing][] {
  const { corners, level } = cell;
  const up = corners.map((height) => height >= level);
  const crossed = sides.flatMap(([a, b], side) => (up[a] === up[b] ? [] : [crossing(side, cell)]));
  const [first, second, third, fourth] = crossed;
  if (!first || !second) return [];
  if (!third || !fourth) return [[first, second]];
  const middleIsUp = corners.reduce((sum, height) => sum + height, 0) / 4 > level;
  return up[0] === middleIsUp
    ? [
        [first, second],
        [third, fourth],
      ]
    : [
        [fourth, first],
        [second, third],
      ];
}

interface Cell {
  readonly column: number;
  readonly row: number;
  /** Of the grid, in columns. */
  readonly width: number;
  /** The heights at its corners, in the order of {@link sides}; a gap is minus infinity. */
  readonly corners: readonly number[];
  readonly level: number;
}

/** Every edge of the grid has a number, so that neighbouring cells find the crossing that they share. */
function crossing(side: number, { column, row, width, corners, level }: Cell): Crossing {
  const across = side % 2 === 0;
  const [startColumn, startRow] = [column + (side === 1 ? 1 : 0), row + (side === 2 ? 1 : 0)];
  const [from, to] = [at(corners, at([0, 1, 3, 0], side)), at(corners, at([1, 2, 2, 3], side))];
  const part =
    from === Number.NEGATIVE_INFINITY ? 1 : to === Number.NEGATIVE_INFINITY ? 0 : (level - from) / (to - from);
  return {
    edge: 2 * (startRow * width + startColumn) + (across ? 0 : 1),
    point: across ? [startColumn + part, startRow] : [startColumn, startRow + part],
  };
}

/** Puts pieces that share a crossing together, open lines first from one end to the other. */
function joined(pieces: readonly [Crossing, Crossing][]): Trace[] {
  const at = new Map<number, { piece: number; other: Crossing }[]>();
  pieces.forEach(([a, b], piece) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      at.set(one.edge, [...(at.get(one.edge) ?? []), { piece, other }]);
  });
  const used = new Set<number>();
  const follow = (start: Crossing): GridPoint[] => {
    const points = [start.point];
    for (let here = start; ; ) {
      const next = at.get(here.edge)?.find(({ piece }) => !used.has(piece));
      if (!next) return points;
      used.add(next.piece);
      points.push(next.other.point);
      here = next.other;
    }
  };
  const ends = pieces.flat().filter(({ edge }) => at.get(edge)?.length === 1);
  const lines = [...ends, ...pieces.map(([first]) => first)].map(follow);
  return lines.filter((line) => line.length > 1);
}
