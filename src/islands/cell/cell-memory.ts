import { makeElement } from '../dom/make-element.ts';
import { lastingStorage } from '../dom/page-storage.ts';
import type { Cell } from './cell.ts';
import { type Keeping, type SavedCode, SavedCodeKeeper } from './saved-code.ts';

/** Stores the reader's code of a cell for the next visit, and shows a message if it cannot be stored. */
export class CellMemory {
  readonly element = makeElement('p', { className: 'cell-unkept', role: 'status' });
  readonly #cell: Cell;
  readonly #ask: (other: string | undefined) => void;
  readonly #keeper: SavedCodeKeeper;
  #lastKeeping: Keeping['kind'] = 'kept';
  /** The code of another tab about which the reader has been asked. */
  #asked: string | undefined;

  /** @param ask called with the code that another tab has stored; with `undefined` when the question is obsolete */
  constructor(cell: Cell, ask: (other: string | undefined) => void) {
    this.#cell = cell;
    this.#ask = ask;
    this.#keeper = new SavedCodeKeeper(lastingStorage, location.pathname, cell.exampleId);
    window.addEventListener('storage', ({ key }) => {
      if (key === null || key === this.#keeper.key) this.#noticeOther();
    });
  }

  read(): SavedCode | undefined {
    return this.#keeper.read();
  }

  /** Whether the reader's code is stored for the next visit. */
  get isKept(): boolean {
    return this.#lastKeeping === 'kept';
  }

  /** Stores the current code of the cell, unless it is the lesson's. */
  keep(): void {
    const { code, lesson, isChanged } = this.#cell;
    if (isChanged) this.#say(this.#keeper.write({ code, lesson: lesson.code }));
    else this.forget();
  }

  forget(): void {
    this.#keeper.forget();
    this.#say({ kind: 'kept' });
  }

  /** Stores the code, and replaces code that another tab has stored. */
  keepMine(): void {
    this.#keeper.read();
    this.keep();
  }

  #noticeOther(): void {
    if (!this.#cell.isChanged) return;
    const { other } = this.#keeper;
    if (other?.code === this.#cell.code || !other) this.keepMine();
    else this.#say({ kind: 'held', other });
  }

  #say(keeping: Keeping): void {
    this.#lastKeeping = keeping.kind;
    const other = keeping.kind === 'held' ? keeping.other.code : undefined;
    if (other !== this.#asked) this.#ask(other);
    this.#asked = other;
    const words =
      keeping.kind === 'refused'
        ? 'Your browser has no room for your code, or does not allow this page to keep it: it is lost with the page.'
        : '';
    if (this.element.textContent !== words) this.element.textContent = words;
  }
}
