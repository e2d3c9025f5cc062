import { hash } from 'node:crypto';
import type { EngineIdentity, Limits, SessionRequest, SessionResult } from '../../python/engine.ts';
import { readBytes, writeText } from '../files/file-store.ts';
import type { ReadPage } from '../read/lesson.ts';

/** A session's results with the time at which they were computed. */
export interface StoredRun {
  readonly results: SessionResult;
  /** ISO 8601, UTC. */
  readonly ranAt: string;
}

/** Results of earlier verifications. */
export interface Cache {
  run(key: string): StoredRun | undefined;
  keepRun(key: string, run: StoredRun): void;
  page(key: string): ReadPage | undefined;
  keepPage(key: string, page: ReadPage): void;
  /** Writes new entries to disk. */
  save(): void;
}

/** Entries beyond this many are dropped, the longest unused first. */
const defaultCapacity = 6000;

/**
 * The cache in two files: what the last run that stored something used, and, beside it, what is older, which is read when
 * something is missing. So a run in which nothing has changed reads no more than it uses, whatever ran before.
 *
 * A key must cover everything that its entry depends on. The caller ensures this, and does not store an entry that depends
 * on more. Each line of a file is the kind of an entry, its key, and the entry as JSON: it is decoded and parsed when it is
 * used.
 */
export function openCache(path: string, capacity = defaultCapacity): Cache {
  const olderPath = `${path}.older`;
  const lines = linesOf(readBytes(path));
  let older: readonly StoredEntry[] | undefined;
  const readOlder = () => {
    older ??= linesOf(readBytes(olderPath));
    return older;
  };
  const runs = new Recent<StoredRun>('run', lines, { capacity, readOlder });
  const pages = new Recent<ReadPage>('page', lines, { capacity, readOlder });
  return {
    run: (key) => runs.use(key),
    keepRun: (key, run) => runs.keep(key, run),
    page: (key) => pages.use(key),
    keepPage: (key, page) => pages.keep(key, page),
    save() {
      if (!runs.changed && !pages.changed) return;
      const all = [...runs.newest(), ...pages.newest()];
      const textOf = (isUsed: boolean) => all.filter((one) => one.isUsed === isUsed).map(({ line }) => line);
      // First what is older: a process that ends between the two leaves entries twice, and loses none.
      writeText(olderPath, textOf(false).join('\n'));
      writeText(path, textOf(true).join('\n'));
    },
  };
}

/** A cache that is always empty. */
export const noCache: Cache = {
  run: () => undefined,
  keepRun: () => undefined,
  page: () => undefined,
  keepPage: () => undefined,
  save: () => undefined,
};

/** Entries in the order in which they were last used: a `Map` keeps its keys in order of insertion. */
class Recent<T> {
  /**
   * Whether the files must be written: there is a new entry, an older one was used, or the order has changed and more than
   * half the capacity is used. With fewer entries none will be dropped soon, so their order does not matter yet.
   */
  changed = false;
  readonly #kind: string;
  /** Each entry as it is stored, or its value once it was used. */
  #entries = new Map<string, StoredEntry | { readonly value: T }>();
  readonly #capacity: number;
  /** Reads the entries that are older, unless they have been read. */
  #readOlder: (() => readonly StoredEntry[]) | undefined;

  constructor(
    kind: string,
    lines: readonly StoredEntry[],
    { capacity, readOlder }: { readonly capacity: number; readonly readOlder: () => readonly StoredEntry[] },
  ) {
    this.#kind = kind;
    this.#capacity = capacity;
    this.#readOlder = readOlder;
    for (const line of lines) if (line.kind === kind) this.#entries.set(line.key, line);
  }

  use(key: string): T | undefined {
    if (!this.#entries.has(key)) this.#addOlder();
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    const known = 'json' in entry ? parsed<T>(entry) : entry;
    if (known === undefined) return undefined;
    this.#entries.set(key, known);
    this.changed ||= this.#entries.size * 2 > this.#capacity || ('json' in entry && entry.isOlder === true);
    return known.value;
  }

  keep(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value });
    this.changed = true;
  }

  /** The lines of all entries that stay, the longest unused first, and whether this run has used them. */
  newest(): { readonly line: string; readonly isUsed: boolean }[] {
    this.#addOlder();
    return [...this.#entries].slice(-this.#capacity).map(([key, entry]) => ({
      line: `${this.#kind} ${key} ${'json' in entry ? entry.json.toString() : JSON.stringify(entry.value)}`,
      isUsed: !('json' in entry),
    }));
  }

  #addOlder(): void {
    const older = this.#readOlder?.() ?? [];
    this.#readOlder = undefined;
    const before = older
      .filter(({ kind, key }) => kind === this.#kind && !this.#entries.has(key))
      .map((line) => [line.key, { ...line, isOlder: true }] as const);
    if (before.length > 0) this.#entries = new Map([...before, ...this.#entries]);
  }
}

/** A line of the file. */
interface StoredEntry {
  readonly kind: string;
  readonly key: string;
  /** Its bytes. */
  readonly json: Buffer;
  /** Whether it comes from the file of what is older. */
  readonly isOlder?: true;
}

function linesOf(bytes: Buffer): StoredEntry[] {
  const lines: StoredEntry[] = [];
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf('\n', start);
    if (end < 0) end = bytes.length;
    const keyAt = bytes.indexOf(' ', start) + 1;
    const jsonAt = bytes.indexOf(' ', keyAt) + 1;
    if (keyAt === 0 || jsonAt === 0 || jsonAt >= end) continue;
    lines.push({
      kind: bytes.toString('latin1', start, keyAt - 1),
      key: bytes.toString('latin1', keyAt, jsonAt - 1),
      json: bytes.subarray(jsonAt, end),
    });
  }
  return lines;
}

/** The value in an entry; nothing where the file is damaged, for it can be computed again. */
function parsed<T>({ json }: StoredEntry): { readonly value: T } | undefined {
  try {
    return { value: JSON.parse(json.toString()) as T };
  } catch {
    return undefined;
  }
}

/** Everything that the results of a session depend on. */
export interface RunKey {
  /** The code of all blocks, and the values. */
  readonly request: SessionRequest;
  readonly engine: EngineIdentity;
  /** Everything else on the machine that the results of the engine depend on: see `LazyHost`. */
  readonly surroundings: string;
  readonly limits: Limits;
  /** A digest of our code that runs Python. */
  readonly program: string;
}

export function runKey({ request, engine, surroundings, limits, program }: RunKey): string {
  return sha256(JSON.stringify([request, engine, surroundings, limits, program]));
}

export function sha256(text: string): string {
  return hash('sha256', text);
}
