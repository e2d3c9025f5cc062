import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { makeElement } from '../dom/make-element.ts';
import { storageKey, tabStorage } from '../dom/page-storage.ts';
import type { Cell } from './cell.ts';
import { CellBar } from './cell-bar.ts';
import { CellClaim } from './cell-claim.ts';
import { CellMemory } from './cell-memory.ts';
import { afterEvent, type CellEvent, type CellFace, type CellState, faceOf, newCell } from './cell-state.ts';
import { cellsOfSession, cellsUpTo } from './cells-of-session.ts';
import type { CodeEditor } from './code-editor.ts';
import { type LessonPane, markStaticLine, readLessonPane } from './lesson-pane.ts';
import { offerPython } from './offer-python.ts';
import type { SavedCode } from './saved-code.ts';

/**
 * An example that can be run and changed in the page: `<python-cell data-example data-session>` around the static panes.
 * It brings the buttons; the editor, and all that runs Python, are fetched when they are first asked for.
 */
export class PythonCell extends HTMLElement implements Cell {
  private pane: LessonPane | undefined;
  private cellBar: CellBar | undefined;
  private claim: CellClaim | undefined;
  private memory: CellMemory | undefined;
  private cellState = newCell('', '');
  private editor: CodeEditor | undefined;
  /** The editor's element and what belongs to it: the row of keys. */
  private editing: HTMLElement | undefined;
  /** What Undo brings back. */
  private dropped: string | undefined;
  private runs = false;
  /** What was said last of the output. */
  private said: string | undefined;

  connectedCallback(): void {
    if (this.pane) return;
    this.pane = readLessonPane(this);
    this.cellState = newCell(this.exampleId, this.pane.code);
    this.memory = new CellMemory(this, (other) => void this.askWhichTab(other));
    this.claim = new CellClaim(this, this.label, { run: () => this.run(), reset: () => this.reset() });
    this.cellBar = this.makeBar();
    this.pane.source.after(this.memory.element, this.cellBar.element, this.claim.element);
    offerPython(this);
    this.addEventListener('keydown', (event) => this.runByKey(event));
    this.showClaim();
    this.takeUp(this.memory.read());
    if (cameBack() && tabStorage.read(storageKey('run', location.pathname, this.exampleId))) void this.restoreRun();
  }

  /** Brings back the output of before the reader left the page. */
  private async restoreRun(): Promise<void> {
    const part = await this.fetchPart(() => import('./run-cell.ts'));
    part?.restoreRun(this);
  }

  private makeBar(): CellBar {
    const actions = {
      run: () => this.run(),
      stop: () => this.stop(),
      edit: () => this.edit(),
      reset: () => this.reset(),
      undo: () => this.undo(),
      copy: () => this.copy(),
      runAbove: cellsUpTo(this).length > 1 ? () => this.runAbove() : undefined,
    };
    return new CellBar(`${this.label}: run and edit`, actions, `about-${this.exampleId}`);
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
    return this.state.code;
  }

  get state(): CellState {
    return this.cellState;
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
    this.showClaim();
  }

  tell(event: CellEvent): void {
    this.cellState = afterEvent(this.state, event);
    const hasEnded = event.kind === 'ended' || event.kind === 'ended empty';
    if (hasEnded) this.said = undefined;
    this.showClaim(event.kind === 'ended' || !this.runs);
    const session = cellsOfSession(this);
    for (const later of session.slice(session.indexOf(this) + 1)) later.showClaim();
  }

  /** Runs the cell, after those before it in its session that have not run. */
  async run(): Promise<void> {
    if (this.runs) return;
    const part = await this.fetchPart(() => import('./run-cell.ts'));
    await part?.runCell(this);
  }

  /** Runs the examples of its session that stand before it. */
  private async runAbove(): Promise<void> {
    const above = cellsUpTo(this).slice(0, -1);
    await above.at(-1)?.run();
    const isWhole = above.every(({ dataset }) => dataset['judged'] !== 'ended');
    this.bar.say(isWhole ? 'The examples above have run.' : 'The examples above did not all come to their end.');
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
    this.memory?.forget();
    this.written(this.lesson.code);
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
    this.showClaim();
  }

  async undo(): Promise<void> {
    const code = this.dropped;
    if (code === undefined) return;
    this.bar.say('');
    this.said = undefined;
    await this.putCode(code);
    this.editor?.focus();
  }

  async copy(): Promise<void> {
    const part = await this.fetchPart(() => import('../dom/copy-text.ts'));
    const copied = await part?.copyText(`${this.code.trimEnd()}\n`);
    this.bar.say(copied ? 'Copied.' : 'The browser did not let the page copy. Select the code, and copy it yourself.');
  }

  markLine(line: number | null): void {
    markStaticLine(this.lesson, this.editor ? null : line);
    this.editor?.markLine(line);
  }

  show(code: string, fromLastTime = false): void {
    this.closeEditor();
    this.written(code, fromLastTime);
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

  /** The code is another one from here on, and who shows it is told. */
  private written(code: string, fromLastTime = false): void {
    this.tell({ kind: 'written', code, fromLastTime });
    this.dispatchEvent(new Event('code-changed'));
  }

  /** The reader has changed the code: it is kept for the next visit. */
  private changed(code: string): void {
    this.dropped = undefined;
    markStaticLine(this.lesson, null);
    this.written(code);
    this.memory?.keep();
  }

  keepMine(): void {
    this.memory?.keepMine();
  }

  /** Another tab has left other code for this cell. */
  private async askWhichTab(other: string | undefined): Promise<void> {
    const part = await this.fetchPart(() => import('./choose-code.ts'));
    if (other === undefined) part?.withdrawChoice(this);
    else part?.chooseTab(this, other);
  }

  takeLesson(mine: string): void {
    this.memory?.forget();
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
      this.show(saved?.code ?? this.lesson.code, isMine && !this.isAlone);
    }
  }

  /** Puts code into the editor as the reader's own. */
  private async putCode(code: string): Promise<void> {
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
    this.lesson.source.hidden = true;
    this.lesson.source.after(opened.element);
    this.showClaim();
    return this.editor;
  }

  private closeEditor(): void {
    this.editor?.destroy();
    this.editing?.remove();
    this.editor = undefined;
    this.editing = undefined;
    this.lesson.source.hidden = false;
    this.showClaim();
  }

  showClaim(speaks = !this.runs): void {
    const face = faceOf(cellsUpTo(this).map(({ state }) => state));
    this.toggleAttribute('data-changed', face.isChanged);
    this.toggleAttribute('data-dimmed', face.isDimmed);
    this.dataset['shows'] = face.shows;
    this.claim?.show(face, this.querySelector(':scope > :is(.code-output, .example-figure)') !== null);
    if (speaks) this.sayOnce(face);
    this.bar.show({
      running: this.runs,
      editing: this.editor !== undefined,
      changed: face.isChanged,
      alone: this.isAlone,
      canUndo: this.dropped !== undefined,
    });
  }

  /** Says what there is to say of the output when it is another thing than before, and not at every key. */
  private sayOnce({ says }: CellFace): void {
    const said = says && JSON.stringify(says);
    if (said === this.said) return;
    this.said = said;
    this.bar.say(...(says ? ('words' in says ? [says.words] : this.sayChanged(says.changedSince)) : []));
  }

  private sayChanged(ids: readonly string[]): (Node | string)[] {
    if (ids.includes(this.exampleId)) return ['Before you changed the code; run again.'];
    const names = ids.flatMap((id, i) => [i === 0 ? '' : ', ', makeElement('i', { translate: false }, id)]);
    return ['Before you changed ', ...names, '; run again.'];
  }

  private runByKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.run();
  }

  /** Fetches a part of the program; `undefined`, and a message to the reader, where that fails. */
  private async fetchPart<Part>(load: () => Promise<Part>): Promise<Part | undefined> {
    try {
      return await fetchPart(load);
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      const isKept = this.isChanged && this.memory?.isKept;
      this.bar.say(isKept ? `${error.message} What you wrote is kept.` : error.message);
      return undefined;
    }
  }
}

/** Whether the reader came by the browser’s Back or Forward, and the browser had not kept the page as it was. */
function cameBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type === 'back_forward';
}

/** Makes every example of the page a cell. */
export function definePythonCell(): void {
  customElements.define('python-cell', PythonCell);
}
