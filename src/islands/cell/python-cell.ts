import '../../styles/components/cell/bar.css';
import '../../styles/components/cell/claim.css';
import { cameBack } from '../dom/came-back.ts';
import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { storageKey, tabStorage } from '../dom/page-storage.ts';
import { scrollToElement } from '../dom/scroll-to-element.ts';
import { whenNear } from '../dom/when-near.ts';
import type { Cell, CellCheck } from './cell.ts';
import type { CellBar } from './cell-bar.ts';
import { faceOf } from './cell-face.ts';
import { type CellParts, makeCellParts } from './cell-parts.ts';
import { afterEvent, type CellEvent, type CellState, newCell } from './cell-state.ts';
import type { CellStatus } from './cell-status.ts';
import { cellsOfSession, cellsUpTo } from './cells-of-session.ts';
import type { CodeEditor } from './code-editor.ts';
import { type LessonPane, markStaticLine, readLessonPane } from './lesson-pane.ts';
import { offerPython } from './offer-python.ts';

/**
 * An example that can be run and changed in the page: `<python-cell data-example data-session>` around the static panes.
 * It adds the buttons; the editor and the code that runs Python are fetched when they are first needed. Its
 * {@link CellState} alone determines what it shows.
 */
export class PythonCell extends HTMLElement implements Cell {
  #made: CellParts | undefined;
  #state = newCell('', '');
  #stop = new AbortController();

  connectedCallback(): void {
    if (this.#made) return;
    const lesson = readLessonPane(this);
    this.#state = newCell(this.exampleId, lesson.code);
    this.#made = this.#makeParts(lesson);
    const { memory, bar, status, claim } = this.#made;
    bar.element.append(status.element);
    lesson.source.after(memory.element, bar.element, claim.element);
    offerPython(this);
    this.addEventListener('keydown', (event) => this.#runByKey(event));
    this.render();
    void this.#restoreDraft();
    if (cameBack() && tabStorage.read(storageKey('run', location.pathname, this.exampleId))) void this.#restoreRun();
  }

  #makeParts(lesson: LessonPane): CellParts {
    return makeCellParts(this, lesson, {
      run: () => void this.run(),
      stop: () => this.#stop.abort(),
      edit: () => void this.#edit(),
      reset: () => this.reset(),
      undo: () => void this.#undo(),
      copy: () => void this.#copy(),
      runAbove: cellsUpTo(this).length > 1 ? () => void this.#runAbove() : undefined,
      askWhichTab: (other) => void this.#askWhichTab(other),
      loadEditor: () => this.#fetchPart(() => import('./editing-pane.ts')),
      changed: (code) => this.#changed(code),
    });
  }

  get #parts(): CellParts {
    if (!this.#made) throw new Error('The cell is not in the page yet.');
    return this.#made;
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

  get isAlone(): boolean {
    return this.hasAttribute('data-alone');
  }

  get isAnswer(): boolean {
    return this.hasAttribute('data-check');
  }

  get lesson(): LessonPane {
    return this.#parts.lesson;
  }

  get bar(): CellBar {
    return this.#parts.bar;
  }

  get status(): CellStatus {
    return this.#parts.status;
  }

  get state(): CellState {
    return this.#state;
  }

  get code(): string {
    return this.#state.code;
  }

  get isChanged(): boolean {
    return this.#state.code !== this.#state.lesson;
  }

  tell(event: CellEvent): void {
    const before = this.#state;
    this.#state = afterEvent(before, event);
    if (event.kind === 'ended' || event.kind === 'ended empty') this.status.forgetSaid();
    this.render(event.kind === 'ended' || !this.#state.isRunning);
    const session = cellsOfSession(this);
    for (const later of session.slice(session.indexOf(this) + 1)) later.render();
    if (event.kind === 'edited' || before.code !== this.code) this.dispatchEvent(new Event('code-changed'));
  }

  render(speaks = !this.#state.isRunning): void {
    // A change in its session may come before the cell itself is attached to the page.
    if (!this.#made) return;
    const face = faceOf(cellsUpTo(this).map(({ state }) => state));
    this.toggleAttribute('data-running', face.isRunning);
    this.toggleAttribute('data-changed', face.isChanged);
    this.toggleAttribute('data-dimmed', face.isDimmed);
    this.dataset['shows'] = face.shows;
    if (face.judged) this.dataset['judged'] = face.judged;
    const hasOutput = this.querySelector(':scope > :is(.code-output, .example-figure)') !== null;
    this.#made.claim.show(face, hasOutput);
    if (speaks) this.status.sayOf(face);
    this.bar.show(face, this.isAlone);
  }

  async run(check?: CellCheck): Promise<void> {
    if (this.#state.isRunning) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.tell({ kind: 'run asked' });
    try {
      const part = await this.#fetchPart(() => import('./run-cell.ts'));
      await part?.runCell(this, signal, check);
    } finally {
      this.tell({ kind: 'run over' });
    }
  }

  /** Runs the earlier examples of its session. */
  async #runAbove(): Promise<void> {
    const above = cellsUpTo(this).slice(0, -1);
    await above.at(-1)?.run();
    const isWhole = above.every(({ state }) => state.judged !== 'ended');
    this.status.say(isWhole ? 'The examples above have run.' : 'One of the examples above did not end normally.');
  }

  /** Restores the output from before the reader left the page. */
  async #restoreRun(): Promise<void> {
    const part = await this.#fetchPart(() => import('./run-cell.ts'));
    part?.restoreRun(this);
  }

  /** Opens the editor and focuses it. */
  async #edit(): Promise<void> {
    (await this.#openEditor())?.focus();
  }

  async propose(code: string): Promise<void> {
    const before = this.code;
    await this.#putCode(code);
    if (code !== before) this.tell({ kind: 'replaced', before });
    for (let fold = this.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
      // A step of help may not have come yet.
      fold.removeAttribute('hidden');
      fold.open = true;
    }
    scrollToElement(this, { block: 'center' });
    this.bar.focusRun();
  }

  /** Goes back to the lesson's code. */
  reset(): void {
    const { isChanged } = this;
    this.#parts.editor.close();
    this.#parts.memory.forget();
    this.tell({ kind: 'reset' });
    if (isChanged)
      this.status.say(
        this.isAlone ? 'Emptied.' : `This is ${this.isAnswer ? 'the starter' : 'the lesson’s code'} again.`,
      );
    if (this.isAlone) void this.#edit();
    else this.bar.focusEdit();
  }

  async #undo(): Promise<void> {
    const { dropped } = this.#state;
    if (dropped === undefined) return;
    this.status.say('');
    this.status.forgetSaid();
    await this.#putCode(dropped);
    this.#parts.editor.focus();
  }

  async #copy(): Promise<void> {
    const part = await this.#fetchPart(() => import('../dom/copy-text.ts'));
    if (!part) return;
    const isCopied = await part.copyText(`${this.code.trimEnd()}\n`);
    this.status.say(
      isCopied ? 'Copied.' : 'The browser does not allow this page to copy. Select the code, and copy it yourself.',
    );
  }

  markLine(line: number | null): void {
    this.#parts.editor.markLine(line);
  }

  show(code: string, fromLastTime = false): void {
    this.#parts.editor.close();
    this.tell({ kind: 'restored', code, fromLastTime });
    whenNear(this, () => void this.#openEditor());
  }

  /** Stores the reader's changed code for the next visit. */
  #changed(code: string): void {
    markStaticLine(this.lesson, null);
    this.tell({ kind: 'edited', code });
    this.#parts.memory.keep();
  }

  keepMine(): void {
    this.#parts.memory.keepMine();
  }

  takeLesson(mine: string): void {
    this.#parts.memory.forget();
    this.tell({ kind: 'replaced', before: mine });
    this.bar.focusRun();
  }

  /** Asks which code to keep, because another tab has stored other code for this cell. */
  async #askWhichTab(other: string | undefined): Promise<void> {
    const part = await this.#fetchPart(() => import('./choose-code.ts'));
    if (other === undefined) part?.withdrawChoice(this);
    else part?.chooseTab(this, other);
  }

  /** Shows the reader's stored code; if the lesson has changed since, the reader is asked which one to use. */
  async #restoreDraft(): Promise<void> {
    const saved = this.#parts.memory.read();
    const isMine = saved !== undefined && saved.code !== this.lesson.code;
    if (isMine && saved.lesson !== this.lesson.code) {
      const part = await this.#fetchPart(() => import('./choose-code.ts'));
      part?.chooseCode(this, saved.code);
    } else if (isMine || this.isAlone) {
      this.show(saved?.code ?? this.lesson.code, isMine && !this.isAlone);
    }
  }

  /** Replaces the code in the editor, as a change of the reader. */
  async #putCode(code: string): Promise<void> {
    const editor = await this.#openEditor();
    if (editor && editor.code !== code) editor.setCode(code);
    else this.#changed(code);
  }

  #openEditor(): Promise<CodeEditor | undefined> {
    return this.#parts.editor.open(() => this.code);
  }

  #runByKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.run();
  }

  /** Fetches a part of the program; `undefined`, with a message to the reader, if that fails. */
  async #fetchPart<Part>(load: () => Promise<Part>): Promise<Part | undefined> {
    try {
      return await fetchPart(load);
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      const isKept = this.isChanged && this.#parts.memory.isKept;
      this.status.say(isKept ? `${error.message} What you wrote is kept.` : error.message);
      return undefined;
    }
  }
}

/** Defines the element, which turns every example of the page into a cell. */
export function definePythonCell(): void {
  customElements.define('python-cell', PythonCell);
}
