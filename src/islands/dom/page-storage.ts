type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & Partial<Pick<Storage, 'key' | 'length'>>;

/** A storage of the page, none of whose methods throws. */
export interface PageStorage {
  /** The value that was written last, even if the browser did not store it. */
  read(key: string): string | undefined;
  /** Returns whether the browser stores it; otherwise it is kept until the page is closed. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  /** The keys with a prefix, stored or kept until the page is closed. */
  keys(prefix: string): string[];
  /** Whether the browser has stored everything that was written. */
  isWhole(): boolean;
}

/**
 * A storage that cannot fail. A browser may refuse to store anything (private windows, a full disk, a reader's settings),
 * and any access may throw.
 *
 * @param storage called for each access, since even reading the property may throw
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
    isWhole: () => unkept.size === 0,
  };
}

function keysOf(store: Store): string[] {
  return Array.from({ length: store.length ?? 0 }, (_, i) => store.key?.(i) ?? '');
}

/** The storage key of data of the cell `id` of the page at `path`. */
export function storageKey(what: 'code' | 'run', path: string, id: string): string {
  return `${what} ${path}#${id}`;
}

/** Storage that lasts between visits, shared by all tabs. */
export const lastingStorage: PageStorage = pageStorage(() => localStorage);

/** Storage that lasts while the tab is open, for this tab only. */
export const tabStorage: PageStorage = pageStorage(() => sessionStorage);

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // The storage is optional.
    return undefined;
  }
}
