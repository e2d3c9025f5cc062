import type { CellEvent, CellState } from './cell-state.ts';
import type { LessonPane } from './lesson-pane.ts';

/** What a cell says in its bar. */
export interface CellVoice {
  readonly element: HTMLElement;
  /** Says something to everybody, also to who listens. */
  say(...words: (Node | string)[]): void;
  /** Shows something that need not interrupt who listens. */
  note(words: string): void;
  /** What pressing Run for the first time means; it gives way to everything else. */
  offer(...words: (Node | string)[]): void;
  /** Leaves the reader on Run. */
  focusRun(): void;
}

/**
 * A cell, as everything knows it that comes only when it is needed, and everything that wants to show code in it.
 * `PythonCell` is one.
 */
export interface Cell extends HTMLElement {
  /** Unique in the page. */
  readonly exampleId: string;
  /** Cells of one session share a namespace, in the order in which they stand on the page. */
  readonly session: string;
  /** The name of the exception with which the lesson's code is meant to end. */
  readonly raises: string | undefined;
  /** A cell of no lesson: always open, and compared with nothing. */
  readonly isAlone: boolean;
  /** The lesson's code and output. */
  readonly lesson: LessonPane;
  /** The code as the reader has it now. After each change the cell sends `code-changed`. */
  readonly code: string;
  readonly isChanged: boolean;
  /** All that decides what the cell claims. */
  readonly state: CellState;
  /** Takes up what happened; the cell and those after it in its session then show what they may still claim. */
  tell(event: CellEvent): void;
  /** Shows what the cell may claim now. @param speaks whether it may say so, too */
  showClaim(speaks?: boolean): void;
  /** Runs the cell, after those before it in its session that have not run; resolves when it has come to its end. */
  run(): Promise<void>;
  readonly bar: CellVoice;
  /** Said by what runs the code: the buttons follow. */
  isRunning: boolean;
  /** Marks the 1-based line that is to blame, or none. */
  markLine(line: number | null): void;
  /** Shows this code in the editor, once the cell comes near. It is kept for the next visit when the reader changes it. */
  show(code: string, fromLastTime?: boolean): void;
  /**
   * Shows this code in the editor as the reader's own change, brings it into view, and leaves the reader on Run. What
   * was there before can be had back with Undo.
   */
  propose(code: string): Promise<void>;
  /** Keeps the reader's code, in place of whatever is kept. */
  keepMine(): void;
  /** Forgets the reader's code, for the lesson's; Undo brings it back. */
  takeLesson(mine: string): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'python-cell': Cell;
  }
}
