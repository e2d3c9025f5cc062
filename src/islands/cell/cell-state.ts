import type { RunJudgement } from './judge-run.ts';

/** The code of an example at some time. */
export interface BlockCode {
  readonly id: string;
  readonly code: string;
}

/** A run of the reader's whose output stands in the cell. */
export interface ShownRun {
  /** All code that it comes from: the examples of the session up to and with this one. */
  readonly blocks: readonly BlockCode[];
  /** `undefined` while it goes on. */
  readonly judged: RunJudgement['kind'] | undefined;
  readonly words: string;
}

/** All that decides what a cell may claim of its code and of the output beside it. */
export interface CellState extends BlockCode {
  /** The lesson's code. */
  readonly lesson: string;
  /** Code that was left here on an earlier visit, and neither changed nor run since. */
  readonly isFromLastTime: boolean;
  /** The last run that had something to show. */
  readonly run: ShownRun | undefined;
}

export type CellEvent =
  | { readonly kind: 'written'; readonly code: string; readonly fromLastTime?: boolean }
  /** The first output of a run stands in the cell. */
  | { readonly kind: 'printed'; readonly blocks: readonly BlockCode[] }
  | ({ readonly kind: 'ended' } & ShownRun)
  /** A run ended and left nothing to show. */
  | { readonly kind: 'ended empty' };

/** What a cell shows and says. */
export interface CellFace {
  readonly isChanged: boolean;
  /** Whose output stands there. */
  readonly shows: 'lesson' | 'run';
  /** The output is not that of the code beside it. */
  readonly isDimmed: boolean;
  /** Whether the mark of the lesson holds for what stands there, or only for what the lesson has. */
  readonly mark: 'of this' | 'of the lesson';
  /** The run is told by its words; or the examples that have been changed since; or there is nothing to say. */
  readonly says: { readonly words: string } | { readonly changedSince: readonly string[] } | undefined;
  readonly isFromLastTime: boolean;
}

export function newCell(id: string, lesson: string): CellState {
  return { id, lesson, code: lesson, isFromLastTime: false, run: undefined };
}

/** The state after an event. */
export function afterEvent(state: CellState, event: CellEvent): CellState {
  switch (event.kind) {
    case 'written':
      return { ...state, code: event.code, isFromLastTime: event.fromLastTime ?? false };
    case 'printed':
      return { ...state, isFromLastTime: false, run: { blocks: event.blocks, judged: undefined, words: '' } };
    case 'ended': {
      const { blocks, judged, words } = event;
      return { ...state, isFromLastTime: false, run: { blocks, judged, words } };
    }
    case 'ended empty':
      return { ...state, isFromLastTime: false, run: undefined };
  }
}

/**
 * What a cell may claim: the one place where that is decided. A run counts for the code that it came from, its own and
 * that of the examples before it, and the lesson's mark for the lesson's code and output.
 *
 * @param session the cells of a session up to and with the one in question, in their order
 */
export function faceOf(session: readonly CellState[]): CellFace {
  const cell = session.at(-1);
  if (!cell) throw new Error('A session has at least one cell.');
  const isChanged = cell.code !== cell.lesson;
  const isAllLesson = session.every(({ code, lesson }) => code === lesson);
  const lesson: CellFace = {
    isChanged,
    shows: 'lesson',
    isDimmed: isChanged,
    mark: isAllLesson ? 'of this' : 'of the lesson',
    says: undefined,
    isFromLastTime: cell.isFromLastTime && isChanged,
  };
  if (!cell.run) return lesson;
  const { blocks, judged, words } = cell.run;
  const changedSince = changedBlocks(blocks, session);
  const isFresh = changedSince.length === 0;
  // What the lesson says is proven for its own code; a run of other code has nothing to add.
  if (!isFresh && isAllLesson) return lesson;
  const isProven = isFresh && isAllLesson && judged === 'same';
  return {
    ...lesson,
    shows: 'run',
    isDimmed: !isFresh,
    mark: isProven ? 'of this' : 'of the lesson',
    says: !isFresh ? { changedSince } : judged === undefined ? undefined : { words },
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
