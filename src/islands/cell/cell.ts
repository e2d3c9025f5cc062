import type { PageBlockResult } from '../../python/page/python-client.ts';
import type { CellBar } from './cell-bar.ts';
import type { CellEvent, CellState } from './cell-state.ts';
import type { CellStatus } from './cell-status.ts';
import type { LessonPane } from './lesson-pane.ts';

/** The messages of a cell. */
export type CellVoice = Pick<CellStatus, 'say' | 'note' | 'offer'>;

/** A check that runs after the reader's code. */
export interface CellCheck {
  readonly code: string;
  /** Called with the result of the cell when it has been shown. */
  readonly ended: (result: PageBlockResult) => void;
}

/**
 * The interface of a cell for the code that is loaded on demand, and for code that shows a program in it. `PythonCell`
 * implements it.
 */
export interface Cell extends HTMLElement {
  /** Unique in the page. */
  readonly exampleId: string;
  /** Cells of one session share a namespace, in the order of the page. */
  readonly session: string;
  /** The name of the exception that the lesson's code must raise. */
  readonly raises: string | undefined;
  /** Whether the cell belongs to no lesson: it is always open, and its output is not compared. */
  readonly isAlone: boolean;
  /** The answer to an exercise: its first code is a starter, and its output is compared with nothing. */
  readonly isAnswer: boolean;
  /** The lesson's code and output. */
  readonly lesson: LessonPane;
  /** The reader's current code. After each change the cell dispatches `code-changed`. */
  readonly code: string;
  readonly isChanged: boolean;
  /** The state that determines what the cell shows. */
  readonly state: CellState;
  /** Changes the state by an event, and renders the cell and those after it in its session. */
  tell(event: CellEvent): void;
  /** Renders the state. @param speaks whether the cell may show a message as well */
  render(speaks?: boolean): void;
  /** Runs the cell, after the earlier ones of its session that have not run; resolves when the run has ended. */
  run(check?: CellCheck): Promise<void>;
  /** The buttons. */
  readonly bar: Pick<CellBar, 'element' | 'focusRun'>;
  readonly status: CellVoice;
  /** Marks the 1-based line with the error, or none. */
  markLine(line: number | null): void;
  /** Shows this code in the editor when the cell comes near the view. It is stored only when the reader changes it. */
  show(code: string, fromLastTime?: boolean): void;
  /**
   * Shows this code in the editor as the reader's own change, scrolls it into view, and focuses Run. Undo restores the
   * code before.
   */
  propose(code: string): Promise<void>;
  /** Stores the reader's code, and replaces the stored one. */
  keepMine(): void;
  /** Replaces the reader's code by the lesson's; Undo restores it. */
  takeLesson(mine: string): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'python-cell': Cell;
  }
}
