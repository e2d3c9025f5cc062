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
 * cell. At a saddle the height in the middle decides; one that equals the level counts as low, as in Matplotlib. Cells
 * with a corner that is not a finite number are left out.
 */
export function traceLines(z: readonly (readonly number[])[], level: number): Trace[] {
  const finite = z.map((row) => row.map((height) => (Number.isFinite(height) ? height : Number.NaN)));
  return joined(crossings(finite, level));
}

/**
 * The outlines of the part of a grid that is `level` or higher: closed lines, to be filled by the even-odd rule. They run
 * along the edge of the grid where the part reaches it; what is not a finite number counts as lower than anything.
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
  return joined(crossings(padded, level)).map((trace) => trace.map(([column, row]) => [column - 1, row - 1]));
}

interface Crossing {
  readonly edge: number;
  readonly point: GridPoint;
}

/** For each cell that the level passes through, the pairs of crossings that belong together. */
function crossings(z: readonly (readonly number[])[], level: number): [Crossing, Crossing][] {
  const width = z[0]?.length ?? 0;
  return z.slice(1).flatMap((below, row) => {
    const above = z[row] ?? [];
    const found: [Crossing, Crossing][] = [];
    for (let column = 0; column + 1 < width; column++) {
      // Most cells are passed by, so this is all that is done for them.
      const [a, b, c, d] = [at(above, column), at(above, column + 1), at(below, column + 1), at(below, column)];
      const high = Number(a >= level) + Number(b >= level) + Number(c >= level) + Number(d >= level);
      if (high === 0 || high === 4 || Number.isNaN(a + b + c + d)) continue;
      found.push(...inCell([a, b, c, d], level, { column, row, width }));
    }
    return found;
  });
}

/** One pair of crossings, or two where opposite corners of the cell are high. */
function inCell(corners: readonly number[], level: number, cell: Cell): [Crossing, Crossing][] {
  const up = corners.map((height) => height >= level);
  const crossed = sides.flatMap(([a, b], side) => (up[a] === up[b] ? [] : [crossing(side, corners, level, cell)]));
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
  readonly width: number;
}

/** Every edge of the grid has a number, so that neighbouring cells find the crossing that they share. */
function crossing(side: number, corners: readonly number[], level: number, { column, row, width }: Cell): Crossing {
  const across = side % 2 === 0;
  const [startColumn, startRow] = [column + (side === 1 ? 1 : 0), row + (side === 2 ? 1 : 0)];
  const [from, to] = [corners[[0, 1, 3, 0][side] ?? 0] ?? 0, corners[[1, 2, 2, 3][side] ?? 0] ?? 0];
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
