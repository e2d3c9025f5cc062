import { makeElement } from '../dom/make-element.ts';
import { lastingStorage } from '../dom/page-storage.ts';
import type { Cell } from './cell.ts';
import { type Keeping, type SavedCode, SavedCodeKeeper } from './saved-code.ts';

/** Keeps what a reader writes in a cell for the next visit, and says when it is not kept. */
export class CellMemory {
  readonly element = makeElement('p', { className: 'cell-unkept', role: 'status' });
  readonly #cell: Cell;
  readonly #ask: (other: string | undefined) => void;
  readonly #keeper: SavedCodeKeeper;
  #lastKeeping: Keeping['kind'] = 'kept';
  /** The code of another tab about which the reader has been asked. */
  #asked: string | undefined;

  /** @param ask is called with the code that another tab has left; with `undefined` when there is nothing to ask any more */
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

  /** Whether the reader's code is there on the next visit. */
  get isKept(): boolean {
    return this.#lastKeeping === 'kept';
  }

  /** Keeps the code that the cell has now; the lesson's need not be kept. */
  keep(): void {
    const { code, lesson, isChanged } = this.#cell;
    if (isChanged) this.#say(this.#keeper.write({ code, lesson: lesson.code }));
    else this.forget();
  }

  forget(): void {
    this.#keeper.forget();
    this.#say({ kind: 'kept' });
  }

  /** Keeps the code in place of whatever another tab has left. */
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
