import { type PageStorage, storageKey } from '../dom/page-storage.ts';

/** What a reader made of an example, and what the example was when they began. */
export interface SavedCode {
  readonly code: string;
  readonly lesson: string;
}

/** What became of code that was to be kept. */
export type Keeping =
  | { readonly kind: 'kept' }
  /** The browser keeps nothing, or has no room. */
  | { readonly kind: 'refused' }
  /** Another tab has left other code there since; it stays, and this was not written. */
  | { readonly kind: 'held'; readonly other: SavedCode };

/** Keeps the reader's code of one cell from visit to visit, and never over what another tab left there. */
export class SavedCodeKeeper {
  readonly key: string;
  readonly #storage: PageStorage;
  /** What this tab read or wrote last. */
  #known: string | undefined;

  constructor(storage: PageStorage, path: string, id: string) {
    this.#storage = storage;
    this.key = storageKey('code', path, id);
    this.#known = storage.read(this.key);
  }

  /** What is kept, by whomever; from here on this tab knows it, and may write over it. */
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

  /** Forgets what this tab has kept. */
  forget(): void {
    if (this.other) return;
    this.#known = undefined;
    this.#storage.remove(this.key);
  }

  /** What another tab left there since this one read or wrote. */
  get other(): SavedCode | undefined {
    const stored = this.#storage.read(this.key);
    return stored === this.#known ? undefined : readSaved(stored);
  }
}

/** What is in the store may be older than this program, or not ours. */
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
