type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & Partial<Pick<Storage, 'key' | 'length'>>;

/** What the page remembers. Nothing of it throws. */
export interface PageStorage {
  /** What was written last, also when the browser did not keep it. */
  read(key: string): string | undefined;
  /** Returns whether the browser keeps it; otherwise it lives as long as the page. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  /** The keys with a prefix, of what is kept and of what lives as long as the page. */
  keys(prefix: string): string[];
}

/**
 * A storage that cannot fail. A browser may refuse to store anything (private windows, a full disk, a reader's settings),
 * and may refuse by throwing at any touch.
 *
 * @param storage asked for anew each time, since already naming it may throw
 */
export function pageStorage(storage: () => Store): PageStorage {
  const unkept = new Map<string, string>();
  return {
    read: (key) => unkept.get(key) ?? attempt(() => storage().getItem(key)) ?? undefined,
    write(key, value) {
      const isKept = attempt(() => storage().setItem(key, value) ?? true) === true;
      if (isKept) unkept.delete(key);
      else unkept.set(key, value);
      return isKept;
    },
    remove(key) {
      unkept.delete(key);
      attempt(() => storage().removeItem(key));
    },
    keys(prefix) {
      const all = new Set([...(attempt(() => keysOf(storage())) ?? []), ...unkept.keys()]);
      return [...all].filter((key) => key.startsWith(prefix));
    },
  };
}

function keysOf(store: Store): string[] {
  return Array.from({ length: store.length ?? 0 }, (_, i) => store.key?.(i) ?? '');
}

/** Where something of the cell `id` of the page at `path` is kept. */
export function storageKey(what: 'code' | 'run', path: string, id: string): string {
  return `${what} ${path}#${id}`;
}

/** From visit to visit, shared by all tabs. */
export const lastingStorage: PageStorage = pageStorage(() => localStorage);

/** As long as the tab is open, and for it alone. */
export const tabStorage: PageStorage = pageStorage(() => sessionStorage);

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // Not being allowed to remember is no failure of the page.
    return undefined;
  }
}
