/** The reader's code of a cell. */
export interface CellDraft {
  /** The lesson's code. */
  readonly lesson: string;
  /** The reader's current code. */
  readonly code: string;
  /** Whether the code is from an earlier visit, and neither changed nor run since. */
  readonly isFromLastTime: boolean;
  /** The code that Undo restores. */
  readonly dropped: string | undefined;
}

export type DraftEvent =
  /** The reader has changed the code. */
  | { readonly kind: 'edited'; readonly code: string }
  /** Code from elsewhere is shown: from an earlier visit, or from a link. */
  | { readonly kind: 'restored'; readonly code: string; readonly fromLastTime: boolean }
  /** The lesson's code again; Undo restores the code that it replaces. */
  | { readonly kind: 'reset' }
  /** The code has been replaced; Undo restores the code before. */
  | { readonly kind: 'replaced'; readonly before: string };

export function newDraft(lesson: string): CellDraft {
  return { lesson, code: lesson, isFromLastTime: false, dropped: undefined };
}

/** The changes of a draft by an event. */
export function draftAfter({ lesson, code, dropped }: CellDraft, event: DraftEvent): Partial<CellDraft> {
  switch (event.kind) {
    case 'edited':
      return { code: event.code, isFromLastTime: false, dropped: undefined };
    case 'restored':
      return { code: event.code, isFromLastTime: event.fromLastTime };
    case 'reset':
      return { code: lesson, isFromLastTime: false, dropped: code === lesson ? dropped : code };
    case 'replaced':
      return { dropped: event.before };
  }
}
