import { type PageStorage, storageKey } from '../dom/page-storage.ts';

/** A reader's version of an example, and the lesson's version on which it is based. */
export interface SavedCode {
  readonly code: string;
  readonly lesson: string;
}

/** The result of an attempt to store code. */
export type Keeping =
  | { readonly kind: 'kept' }
  /** The browser allows no storage, or it is full. */
  | { readonly kind: 'refused' }
  /** Another tab has stored other code since; it stays, and this code was not stored. */
  | { readonly kind: 'held'; readonly other: SavedCode };

/** Stores the reader's code of one cell between visits, and does not overwrite code from another tab. */
export class SavedCodeKeeper {
  readonly key: string;
  readonly #storage: PageStorage;
  /** The text that this tab has read or written last. */
  #known: string | undefined;

  constructor(storage: PageStorage, path: string, id: string) {
    this.#storage = storage;
    this.key = storageKey('code', path, id);
    this.#known = storage.read(this.key);
  }

  /** Reads the stored code, from any tab; from now on this tab may overwrite it. */
  read(): SavedCode | undefined {
    this.#known = this.#storage.read(this.key);
    return readSaved(this.#known);
  }

  write(saved: SavedCode): Keeping {
    const other = this.other;
    if (other && other.code !== saved.code) return { kind: 'held', other };
    this.#known = JSON.stringify(saved);
    return { kind: this.#storage.write(this.key, this.#known) ? 'kept' : 'refused' };
  }

  /** Deletes the code that this tab has stored. */
  forget(): void {
    if (this.other) return;
    this.#known = undefined;
    this.#storage.remove(this.key);
  }

  /** Code that another tab has stored since this one last read or wrote. */
  get other(): SavedCode | undefined {
    const stored = this.#storage.read(this.key);
    return stored === this.#known ? undefined : readSaved(stored);
  }
}

/** Parses stored code, which may be from an older version of this program or from another one. */
function readSaved(text: string | undefined): SavedCode | undefined {
  const value = parse(text ?? 'null');
  if (typeof value !== 'object' || value === null || !('code' in value) || !('lesson' in value)) return undefined;
  const { code, lesson } = value;
  return typeof code === 'string' && typeof lesson === 'string' ? { code, lesson } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
