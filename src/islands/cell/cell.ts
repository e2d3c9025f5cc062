import type { CellBar } from './cell-bar.ts';
import type { CellEvent, CellState } from './cell-state.ts';
import type { CellStatus } from './cell-status.ts';
import type { LessonPane } from './lesson-pane.ts';

/** The messages of a cell. */
export type CellVoice = Pick<CellStatus, 'say' | 'note' | 'offer'>;

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
  /** All that decides what the cell shows and claims. */
  readonly state: CellState;
  /** Changes the state by an event; the cell and those after it in its session then show what follows. */
  tell(event: CellEvent): void;
  /** Shows what follows from the states. @param speaks whether the cell may say so as well */
  render(speaks?: boolean): void;
  /** Runs the cell, after those before it in its session that have not run; resolves when it has come to its end. */
  run(): Promise<void>;
  /** The buttons. */
  readonly bar: Pick<CellBar, 'element' | 'focusRun'>;
  readonly status: CellVoice;
  /** Marks the 1-based line with the error, or none. */
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
