import type { Cell } from './cell.ts';
import { type CellActions, CellBar } from './cell-bar.ts';
import { CellClaim } from './cell-claim.ts';
import { CellEditor, type CellEditorOptions } from './cell-editor.ts';
import { CellMemory } from './cell-memory.ts';
import { CellStatus } from './cell-status.ts';
import type { LessonPane } from './lesson-pane.ts';

/** The parts of a cell, which are created when it is attached to the page. */
export interface CellParts {
  readonly lesson: LessonPane;
  readonly bar: CellBar;
  readonly status: CellStatus;
  readonly claim: CellClaim;
  readonly memory: CellMemory;
  readonly editor: CellEditor;
}

/** The callbacks of the parts of a cell. */
export interface PartActions extends CellActions {
  /** Is called with the code that another tab has stored; with `undefined` when there is nothing to ask any more. */
  readonly askWhichTab: (other: string | undefined) => void;
  readonly loadEditor: CellEditorOptions['load'];
  /** Is called with the code at every change in the editor. */
  readonly changed: (code: string) => void;
}

/** Creates the parts of a cell; it attaches them to the page itself. */
export function makeCellParts(cell: Cell, lesson: LessonPane, actions: PartActions): CellParts {
  const offerId = `about-${cell.exampleId}`;
  const label = cell.dataset['label'] ?? `Example ${cell.exampleId.replaceAll('-', ' ')}`;
  return {
    lesson,
    bar: new CellBar(`${label}: run and edit`, actions, offerId),
    status: new CellStatus(offerId),
    claim: new CellClaim(cell, label, actions),
    memory: new CellMemory(cell, actions.askWhichTab),
    editor: new CellEditor(lesson, {
      label: `${label}: Python code`,
      invitation: cell.isAlone ? 'Write Python here' : '',
      load: actions.loadEditor,
      changed: actions.changed,
      turned: (isOpen) => cell.tell({ kind: isOpen ? 'editor opened' : 'editor closed' }),
    }),
  };
}
