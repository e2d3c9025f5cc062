import { type CellDraft, type DraftEvent, draftAfter, newDraft } from './cell-draft.ts';
import type { RunJudgement } from './judge-run.ts';

/** The code of an example at some time. */
export interface BlockCode {
  readonly id: string;
  readonly code: string;
}

/** The output in a cell. `blocks` is all code of the run: the examples of the session up to this one. */
export type CellOutput =
  | { readonly kind: 'lesson' }
  | { readonly kind: 'printing'; readonly blocks: readonly BlockCode[] }
  | {
      readonly kind: 'ended';
      readonly blocks: readonly BlockCode[];
      readonly judged: RunJudgement['kind'];
      readonly words: string;
    };

/** The state of a cell. Together with the states of the cells before it, it determines what the cell shows. */
export interface CellState extends BlockCode, CellDraft {
  readonly isEditing: boolean;
  /** True from the press of Run, including the wait for its turn, to the end of the run. */
  readonly isRunning: boolean;
  readonly output: CellOutput;
  /** How the last run ended, even if it has no output. */
  readonly judged: RunJudgement['kind'] | undefined;
}

export type CellEvent =
  | DraftEvent
  | { readonly kind: 'editor opened' | 'editor closed' | 'run asked' | 'run over' }
  /** The first output of a run is in the cell. */
  | { readonly kind: 'printed'; readonly blocks: readonly BlockCode[] }
  | Extract<CellOutput, { kind: 'ended' }>
  /** A run ended without output. */
  | { readonly kind: 'ended empty'; readonly judged: RunJudgement['kind'] };

export function newCell(id: string, lesson: string): CellState {
  const output = { kind: 'lesson' } as const;
  return { ...newDraft(lesson), id, isEditing: false, isRunning: false, output, judged: undefined };
}

/** The state after an event. */
export function afterEvent(state: CellState, event: CellEvent): CellState {
  return { ...state, ...changeBy(state, event) };
}

function changeBy(state: CellState, event: CellEvent): Partial<CellState> {
  switch (event.kind) {
    case 'editor opened':
      return { isEditing: true };
    case 'editor closed':
      return { isEditing: false };
    case 'run asked':
      return { isRunning: true };
    case 'run over':
      return { isRunning: false };
    case 'printed':
      return { isFromLastTime: false, output: { kind: 'printing', blocks: event.blocks } };
    case 'ended':
      return { isFromLastTime: false, output: event, judged: event.judged };
    case 'ended empty':
      return { isFromLastTime: false, output: { kind: 'lesson' }, judged: event.judged };
    default:
      return draftAfter(state, event);
  }
}
