import type { Cell } from './cell.ts';
import { CellBar } from './cell-bar.ts';
import type { CodeEditor } from './code-editor.ts';
import { type LessonPane, markStaticLine, readLessonPane } from './lesson-pane.ts';
import { offerPython } from './offer-python.ts';
import { type CodeKeeper, codeKeeper, type SavedCode } from './saved-code.ts';

/**
 * An example that can be run and changed in the page: `<python-cell data-example data-session>` around the static panes.
 * It brings the buttons; the editor, and all that runs Python, are fetched when they are first asked for.
 */
export class PythonCell extends HTMLElement implements Cell {
  private pane: LessonPane | undefined;
  private cellBar: CellBar | undefined;
  private keeper: CodeKeeper | undefined;
  private editor: CodeEditor | undefined;
  /** The editor's element and what belongs to it: the row of keys. */
  private editing: HTMLElement | undefined;
  /** The reader's code while no editor shows it. */
  private kept: string | undefined;
  /** What Undo brings back. */
  private dropped: string | undefined;
  private runs = false;

  connectedCallback(): void {
    if (this.pane) return;
    this.pane = readLessonPane(this);
    this.keeper = codeKeeper(() => localStorage, location.pathname, this.exampleId);
    this.cellBar = new CellBar(
      `${this.label}: run and edit`,
      {
        run: () => this.run(),
        stop: () => this.stop(),
        edit: () => this.edit(),
        reset: () => this.reset(),
        undo: () => this.undo(),
        copy: () => this.copy(),
      },
      `about-${this.exampleId}`,
    );
    this.pane.source.after(this.cellBar.element);
    offerPython(this);
    this.addEventListener('keydown', (event) => this.runByKey(event));
    this.takeUp(this.keeper.read());
  }

  get exampleId(): string {
    return this.dataset['example'] ?? 'cell';
  }

  get session(): string {
    return this.dataset['session'] ?? this.exampleId;
  }

  get raises(): string | undefined {
    return this.dataset['raises'];
  }

  /** What it is called by a screen reader. */
  get label(): string {
    return this.dataset['label'] ?? `Example ${this.exampleId.replaceAll('-', ' ')}`;
  }

  get isAlone(): boolean {
    return this.hasAttribute('data-alone');
  }

  get lesson(): LessonPane {
    if (!this.pane) throw new Error('The cell is not in the page yet.');
    return this.pane;
  }

  get bar(): CellBar {
    if (!this.cellBar) throw new Error('The cell is not in the page yet.');
    return this.cellBar;
  }

  get code(): string {
    return this.editor?.code ?? this.kept ?? this.lesson.code;
  }

  get isChanged(): boolean {
    return this.code !== this.lesson.code;
  }

  get isRunning(): boolean {
    return this.runs;
  }

  set isRunning(runs: boolean) {
    this.runs = runs;
    this.toggleAttribute('data-running', runs);
    this.showState();
  }

  /** Runs the cell, after those before it in its session that have not run. */
  async run(): Promise<void> {
    if (this.runs) return;
    const part = await this.fetchPart(() => import('./run-cell.ts'));
    await part?.runCell(this);
  }

  async stop(): Promise<void> {
    const part = await this.fetchPart(() => import('./run-cell.ts'));
    await part?.stopCell(this);
  }

  /** Opens the editor, and puts the cursor into it. */
  async edit(): Promise<void> {
    const editor = await this.openEditor();
    editor?.focus();
  }

  async propose(code: string): Promise<void> {
    const before = this.code;
    await this.putCode(code);
    if (code !== before) this.offerUndo(before);
    for (let fold = this.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    this.scrollIntoView({ block: 'center' });
    this.bar.focusRun();
  }

  /** Goes back to the lesson's code. */
  reset(): void {
    const before = this.code;
    this.closeEditor();
    this.keeper?.forget();
    this.dispatchEvent(new Event('code-changed'));
    if (before !== this.lesson.code) {
      this.offerUndo(before);
      this.bar.say(this.isAlone ? 'Emptied.' : 'This is the lesson’s code again.');
    }
    if (this.isAlone) void this.edit();
    else this.bar.focusEdit();
  }

  /** Lets the reader have back what has just been replaced. */
  offerUndo(code: string): void {
    this.dropped = code;
    this.showState();
  }

  async undo(): Promise<void> {
    const code = this.dropped;
    if (code === undefined) return;
    await this.putCode(code);
    this.bar.say('');
    this.editor?.focus();
  }

  async copy(): Promise<void> {
    const part = await this.fetchPart(() => import('./copy-text.ts'));
    const copied = await part?.copyText(`${this.code.trimEnd()}\n`);
    this.bar.say(copied ? 'Copied.' : 'The browser did not let the page copy. Select the code, and copy it yourself.');
  }

  markLine(line: number | null): void {
    markStaticLine(this.lesson, this.editor ? null : line);
    this.editor?.markLine(line);
  }

  show(code: string): void {
    this.closeEditor();
    this.kept = code;
    this.dispatchEvent(new Event('code-changed'));
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        void this.openEditor();
      },
      { rootMargin: '400px' },
    );
    near.observe(this);
  }

  /** Keeps the reader's code for the next visit, and tells who shows a result of other code. */
  private changed(code: string): void {
    if (code === this.lesson.code) this.keeper?.forget();
    else this.keeper?.write({ code, lesson: this.lesson.code });
    this.dropped = undefined;
    this.showState();
    markStaticLine(this.lesson, null);
    this.dispatchEvent(new Event('code-changed'));
  }

  takeLesson(mine: string): void {
    this.keeper?.forget();
    this.offerUndo(mine);
    this.bar.focusRun();
  }

  /** Takes up what the reader left here, unless the lesson has changed since: then they are asked. */
  private async takeUp(saved: SavedCode | undefined): Promise<void> {
    const isMine = saved !== undefined && saved.code !== this.lesson.code;
    if (isMine && saved.lesson !== this.lesson.code) {
      const part = await this.fetchPart(() => import('./choose-code.ts'));
      part?.chooseCode(this, saved.code);
    } else if (isMine || this.isAlone) {
      this.show(saved?.code ?? this.lesson.code);
    }
  }

  /** Puts code into the editor as the reader's own. */
  private async putCode(code: string): Promise<void> {
    if (!this.editor) this.kept = code;
    const editor = await this.openEditor();
    if (editor && editor.code !== code) editor.setCode(code);
    else this.changed(code);
  }

  private async openEditor(): Promise<CodeEditor | undefined> {
    if (this.editor) return this.editor;
    const part = await this.fetchPart(() => import('./editing-pane.ts'));
    if (!part || this.editor) return this.editor;
    const label = `${this.label}: Python code`;
    const invitation = this.isAlone ? 'Write Python here' : '';
    const opened = part.openEditingPane({ code: this.code, label, invitation, changed: (text) => this.changed(text) });
    this.editor = opened.editor;
    this.editing = opened.element;
    this.kept = undefined;
    this.lesson.source.hidden = true;
    this.lesson.source.after(opened.element);
    this.showState();
    return this.editor;
  }

  private closeEditor(): void {
    this.editor?.destroy();
    this.editing?.remove();
    this.editor = undefined;
    this.editing = undefined;
    this.kept = undefined;
    this.lesson.source.hidden = false;
    this.showState();
  }

  private showState(): void {
    this.toggleAttribute('data-changed', this.isChanged);
    this.bar.show({
      running: this.runs,
      editing: this.editor !== undefined,
      changed: this.isChanged,
      alone: this.isAlone,
      canUndo: this.dropped !== undefined,
    });
  }

  private runByKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.run();
  }

  /** Parts of the program come when they are needed; without a network that may fail, and is said. */
  private async fetchPart<Part>(fetchIt: () => Promise<Part>): Promise<Part | undefined> {
    try {
      return await fetchIt();
    } catch {
      this.bar.say('This needs a part of the page that could not be fetched. Check your connection, and try again.');
      return undefined;
    }
  }
}

/** Makes every example of the page a cell. */
export function definePythonCell(): void {
  customElements.define('python-cell', PythonCell);
}
