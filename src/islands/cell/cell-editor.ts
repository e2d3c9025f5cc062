import type { CodeEditor } from './code-editor.ts';
import type { openEditingPane } from './editing-pane.ts';
import { type LessonPane, markStaticLine } from './lesson-pane.ts';

export interface CellEditorOptions {
  /** The label of the editor for a screen reader. */
  readonly label: string;
  /** The text in it while it is empty. */
  readonly invitation: string;
  /** Fetches the editor's code; `undefined` if that failed, and the reader has been told. */
  readonly load: () => Promise<{ readonly openEditingPane: typeof openEditingPane } | undefined>;
  /** Called with the code at every change. */
  readonly changed: (code: string) => void;
  /** Called when it has opened or closed. */
  readonly turned: (isOpen: boolean) => void;
}

/** The editor of a cell, which replaces the static code while it is open. */
export class CellEditor {
  readonly #lesson: LessonPane;
  readonly #options: CellEditorOptions;
  #open: ReturnType<typeof openEditingPane> | undefined;

  constructor(lesson: LessonPane, options: CellEditorOptions) {
    this.#lesson = lesson;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Opens it, if it is not open. `code` is called when the editor has been fetched. */
  async open(code: () => string): Promise<CodeEditor | undefined> {
    if (this.isOpen) return this.#open?.editor;
    const { load, label, invitation, changed, turned } = this.#options;
    const part = await load();
    // Another call may have opened it meanwhile.
    if (!part || this.isOpen) return this.#open?.editor;
    this.#open = part.openEditingPane({ code: code(), label, invitation, changed });
    this.#lesson.source.hidden = true;
    this.#lesson.source.after(this.#open.element);
    turned(true);
    return this.#open.editor;
  }

  close(): void {
    if (!this.#open) return;
    this.#open.editor.destroy();
    this.#open.element.remove();
    this.#open = undefined;
    this.#lesson.source.hidden = false;
    this.#options.turned(false);
  }

  focus(): void {
    this.#open?.editor.focus();
  }

  /** Marks a 1-based line as the one with the error, or none, in the editor or in the static code. */
  markLine(line: number | null): void {
    markStaticLine(this.#lesson, this.#open ? null : line);
    this.#open?.editor.markLine(line);
  }
}
