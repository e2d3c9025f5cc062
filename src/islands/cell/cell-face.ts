import type { BlockCode, CellState } from './cell-state.ts';

/** The visible state of a cell. */
export interface CellFace extends Pick<CellState, 'id' | 'isEditing' | 'isRunning' | 'isFromLastTime' | 'judged'> {
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  /** The output that is shown: the lesson's or that of the reader's run. */
  readonly shows: 'lesson' | 'run';
  /** Whether the output belongs to other code than the visible one. */
  readonly isDimmed: boolean;
  /** Whether the lesson's mark is valid for the visible code and output, or only for the lesson's. */
  readonly mark: 'of this' | 'of the lesson';
  readonly says: CellSays;
}

/** The message on an output: the words of a run; or the examples that have been changed since; or none. */
export type CellSays = { readonly words: string } | { readonly changedSince: readonly string[] } | undefined;

/**
 * Decides what a cell shows and may claim; no other code does. A run is valid for the code that was run, its own and that
 * of the examples before it; the lesson's mark is valid for the lesson's code and output.
 *
 * @param session the cells of a session up to and including the cell, in order
 */
export function faceOf(session: readonly CellState[]): CellFace {
  const cell = session.at(-1);
  if (!cell) throw new Error('A session has at least one cell.');
  const { id, isEditing, isRunning, judged, output } = cell;
  const isChanged = cell.code !== cell.lesson;
  const isAllLesson = session.every(({ code, lesson }) => code === lesson);
  const lesson: CellFace = {
    ...{ id, isEditing, isRunning, judged, isChanged },
    canUndo: cell.dropped !== undefined,
    shows: 'lesson',
    isDimmed: isChanged,
    mark: isAllLesson ? 'of this' : 'of the lesson',
    says: undefined,
    isFromLastTime: cell.isFromLastTime && isChanged,
  };
  if (output.kind === 'lesson') return lesson;
  const changedSince = changedBlocks(output.blocks, session);
  const isFresh = changedSince.length === 0;
  // All code is the lesson's again, for which the lesson's output is proven; a run of other code adds nothing.
  if (!isFresh && isAllLesson) return lesson;
  const isProven = isFresh && isAllLesson && output.kind === 'ended' && output.judged === 'same';
  const words = output.kind === 'ended' ? { words: output.words } : undefined;
  return {
    ...lesson,
    shows: 'run',
    isDimmed: !isFresh,
    mark: isProven ? 'of this' : 'of the lesson',
    says: isFresh ? words : { changedSince },
  };
}

/** The code that was not the lesson's in a run: that of the last example, of an earlier one, or none. */
export function changedInRun(blocks: readonly BlockCode[], lessons: readonly BlockCode[]): 'this' | 'before' | 'none' {
  const changed = changedBlocks(blocks, lessons);
  if (changed.length === 0) return 'none';
  return changed.at(-1) === blocks.at(-1)?.id ? 'this' : 'before';
}

/** The ids of the blocks that differ, in order. */
function changedBlocks(before: readonly BlockCode[], now: readonly BlockCode[]): string[] {
  const codes = new Map(now.map(({ id, code }) => [id, code]));
  return before.filter(({ id, code }) => codes.get(id) !== code).map(({ id }) => id);
}
