import { createHash } from 'node:crypto';
import type { EngineIdentity, Limits, SessionRequest, SessionResult } from '../python/engine.ts';
import { readJson, writeJson } from './file-store.ts';
import type { ExtractedLesson } from './lesson.ts';

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
  extracted(key: string): ExtractedLesson | undefined;
  keepExtracted(key: string, extracted: ExtractedLesson): void;
  /** Writes new entries to disk. */
  save(): void;
}

/** Entries beyond this many are dropped, the longest unused first. */
const defaultCapacity = 6000;

interface Stored {
  readonly runs: Record<string, StoredRun>;
  readonly extracted: Record<string, ExtractedLesson>;
}

/**
 * The cache in one JSON file. A key must cover everything that its entry depends on. The caller ensures this, and does
 * not store an entry that depends on more.
 */
export function openCache(path: string, capacity = defaultCapacity): Cache {
  const stored = readJson<Stored>(path, { runs: {}, extracted: {} });
  const runs = new Recent(stored.runs ?? {}, capacity);
  const extracted = new Recent(stored.extracted ?? {}, capacity);
  return {
    run: (key) => runs.use(key),
    keepRun: (key, run) => runs.keep(key, run),
    extracted: (key) => extracted.use(key),
    keepExtracted: (key, value) => extracted.keep(key, value),
    save() {
      if (runs.changed || extracted.changed) writeJson(path, { runs: runs.newest(), extracted: extracted.newest() });
    },
  };
}

/** A cache that is always empty. */
export const noCache: Cache = {
  run: () => undefined,
  keepRun: () => undefined,
  extracted: () => undefined,
  keepExtracted: () => undefined,
  save: () => undefined,
};

/** Entries in the order in which they were last used: a `Map` keeps its keys in order of insertion. */
class Recent<T> {
  /**
   * Whether the file must be written: there is a new entry, or the order has changed and more than half the capacity is
   * used. With fewer entries none will be dropped soon, so their order does not matter yet.
   */
  changed = false;
  readonly #entries: Map<string, T>;
  readonly #capacity: number;

  constructor(entries: Readonly<Record<string, T>>, capacity: number) {
    this.#entries = new Map(Object.entries(entries));
    this.#capacity = capacity;
  }

  use(key: string): T | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    this.changed ||= this.#entries.size * 2 > this.#capacity;
    return value;
  }

  keep(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    this.changed = true;
  }

  newest(): Record<string, T> {
    return Object.fromEntries([...this.#entries].slice(-this.#capacity));
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
  return createHash('sha256').update(text).digest('hex');
}
