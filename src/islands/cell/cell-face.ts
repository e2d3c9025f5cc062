import type { BlockCode, CellState } from './cell-state.ts';

/** What a cell shows and says. */
export interface CellFace extends Pick<CellState, 'id' | 'isEditing' | 'isRunning' | 'isFromLastTime' | 'judged'> {
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  /** Whose output is shown. */
  readonly shows: 'lesson' | 'run';
  /** The output is not that of the code beside it. */
  readonly isDimmed: boolean;
  /** Whether the mark of the lesson holds for what is shown, or only for what the lesson has. */
  readonly mark: 'of this' | 'of the lesson';
  readonly says: CellSays;
}

/** A run is told by its words; or the examples that have been changed since; or there is nothing to say. */
export type CellSays = { readonly words: string } | { readonly changedSince: readonly string[] } | undefined;

/**
 * What a cell shows and may claim: the one place where that is decided. A run counts for the code that it came from, its
 * own and that of the examples before it, and the lesson's mark for the lesson's code and output.
 *
 * @param session the cells of a session up to and with the one in question, in their order
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
  // What the lesson says is proven for its own code; a run of other code has nothing to add.
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

/** Whose code was not the lesson's in a run: the last example's own, one's before it, nobody's. */
export function changedInRun(blocks: readonly BlockCode[], lessons: readonly BlockCode[]): 'this' | 'before' | 'none' {
  const changed = changedBlocks(blocks, lessons);
  if (changed.length === 0) return 'none';
  return changed.at(-1) === blocks.at(-1)?.id ? 'this' : 'before';
}

/** The ids of the blocks that are not the same in both, in their order. */
function changedBlocks(before: readonly BlockCode[], now: readonly BlockCode[]): string[] {
  const codes = new Map(now.map(({ id, code }) => [id, code]));
  return before.filter(({ id, code }) => codes.get(id) !== code).map(({ id }) => id);
}
