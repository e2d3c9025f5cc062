import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '../../src/core/at.ts';
import { type Trace, traceAreas, traceLines } from '../../src/figures/parts/trace-contours.ts';

/** Made by `make-contours.py` with Matplotlib. */
interface Case {
  readonly z: readonly (readonly (number | null)[])[];
  readonly level: number;
  readonly lines: readonly Trace[];
  readonly areas: readonly Trace[];
}

const cases = JSON.parse(
  readFileSync(new URL('fixtures/contours-beside-gaps.json', import.meta.url), 'utf8'),
) as Case[];

/** The pieces of all lines, each from its smaller end to its greater, in order. */
function pieces(lines: readonly Trace[]): string[] {
  const written = ([x, y]: Trace[number]) =>
    [x, y].map((value) => (Math.round(value * 1e6) / 1e6 + 0).toFixed(6)).join();
  return lines
    .flatMap((line) => line.slice(1).map((end, i) => [written(at(line, i)), written(end)].sort().join(' to ')))
    .filter((piece) => piece.split(' to ')[0] !== piece.split(' to ')[1])
    .sort();
}

/** Whether a point is inside closed lines, by the even-odd rule. */
function isInside(loops: readonly Trace[], x: number, y: number): boolean {
  const crossed = loops.flatMap((loop) =>
    loop.filter((a, i) => {
      const b = at(loop, (i + 1) % loop.length);
      return a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0];
    }),
  );
  return crossed.length % 2 === 1;
}

describe.each(cases.map((one, i) => ({ ...one, i })))('table $i with gaps', ({ z, level, lines, areas }) => {
  const heights = z.map((row) => row.map((height) => height ?? Number.NaN));

  it('has the lines of Matplotlib', () => {
    expect(pieces(traceLines(heights, level))).toEqual(pieces(lines));
  });

  it('has the areas of Matplotlib', () => {
    const ours = traceAreas(heights, level);
    const [columns, rows] = [at(z, 0).length - 1, z.length - 1];
    // Steps that are no fractions of a cell, so that no sample lies on a side.
    for (let x = 0.013; x < columns; x += 0.0817)
      for (let y = 0.017; y < rows; y += 0.0931)
        expect([x, y, isInside(ours, x, y)]).toEqual([x, y, isInside(areas, x, y)]);
  });
});
