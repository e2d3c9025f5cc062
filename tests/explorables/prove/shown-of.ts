import type { State } from '../../../src/explorables/kit/control.ts';
import type { Explorable } from '../../../src/explorables/kit/explorable.ts';

/** The visible numbers of a state: readouts at some steps, and rows of the ledger. */
export interface Shown {
  readonly state: State;
  readonly lastStep: number;
  readonly shown: readonly {
    readonly step: number;
    readonly readouts: readonly (readonly [label: string, value: string])[];
    /** Which row of the ledger this is. */
    readonly index: number;
    readonly row: readonly string[] | null;
  }[];
}

/** A state at its first step, its last one, and one between, whose place is a part from 0 to 1. */
export function shownOf(explorable: Explorable, state: State, part: number): Shown {
  const { lastStep, view, ledger } = explorable.scene(state);
  const rows = ledger?.length ?? 0;
  const parts = lastStep === 0 && rows <= 1 ? [0] : [0, part, 1];
  const shown = parts.map((of) => {
    const [step, index] = [Math.round(of * lastStep), Math.round(of * Math.max(rows - 1, 0))];
    const readouts = view(step).readouts.map(({ label, value }) => [label, value] as const);
    return { step, readouts, index, row: ledger?.row(index) ?? null };
  });
  return { state, lastStep, shown };
}
