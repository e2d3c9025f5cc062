import fc from 'fast-check';
import type { Control, Controls, Setting, State } from '../../../src/explorables/kit/control.ts';
import { lastPosition, valueAt } from '../../../src/explorables/kit/number-grid.ts';
import { arbitraryState } from '../arbitrary-state.ts';

/**
 * Every state that the steps of the controls reach, if there are no more than `most`; otherwise so many of them by
 * chance, with the ends, the initial settings and places between the steps, as links can bring them.
 */
export function statesToProve(controls: Controls, most: number, seed: number): { states: State[]; all: boolean } {
  const settings = Object.values(controls).map(everySetting);
  const count = settings.reduce((product, each) => product * (each?.length ?? Number.POSITIVE_INFINITY), 1);
  if (count > most) return { states: fc.sample(arbitraryState(controls), { numRuns: most, seed }), all: false };
  const keys = Object.keys(controls);
  const rows = settings.reduce<Setting[][]>(
    (before, each) => before.flatMap((row) => (each ?? []).map((setting) => [...row, setting])),
    [[]],
  );
  return { states: rows.map((row) => Object.fromEntries(keys.map((key, i) => [key, row[i] as Setting]))), all: true };
}

/** All settings of a control by its steps; `undefined` where there are too many to count. */
function everySetting(control: Control): Setting[] | undefined {
  switch (control.kind) {
    case 'number':
      return everyValue(control);
    case 'choice':
      return Object.keys(control.options);
    case 'toggle':
      return [false, true];
    case 'point': {
      const [x, y] = [control.range.x, control.range.y].map((range) => everyValue({ range, step: control.step }));
      return (x ?? []).flatMap((at) => (y ?? []).map((height): Setting => [at, height]));
    }
    default:
      return undefined;
  }
}

const everyValue = (grid: Parameters<typeof valueAt>[0]) =>
  Array.from({ length: lastPosition(grid) + 1 }, (_, position) => valueAt(grid, position));
