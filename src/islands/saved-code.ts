/** What a reader made of an example, and what the example was when they began. */
export interface SavedCode {
  readonly code: string;
  readonly lesson: string;
}

/** Keeps the reader's code of one cell from visit to visit. */
export interface CodeKeeper {
  read(): SavedCode | undefined;
  write(saved: SavedCode): void;
  forget(): void;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A keeper for the cell `id` of the page at `path`. A browser may refuse to store anything (private windows, a full
 * disk, a reader's settings), and may refuse by throwing at any touch: then the code lives as long as the page.
 *
 * @param storage asked for anew each time, since already naming it may throw
 */
export function codeKeeper(storage: () => Store, path: string, id: string): CodeKeeper {
  const key = `code ${path}#${id}`;
  return {
    read: () => attempt(() => readSaved(storage().getItem(key))),
    write: (saved) => attempt(() => storage().setItem(key, JSON.stringify(saved))),
    forget: () => attempt(() => storage().removeItem(key)),
  };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // Not being allowed to remember is no failure of the page.
    return undefined;
  }
}

/** What is in the store may be older than this program, or not ours. */
function readSaved(text: string | null): SavedCode | undefined {
  const value: unknown = JSON.parse(text ?? 'null');
  if (typeof value !== 'object' || value === null || !('code' in value) || !('lesson' in value)) return undefined;
  const { code, lesson } = value;
  return typeof code === 'string' && typeof lesson === 'string' ? { code, lesson } : undefined;
}
