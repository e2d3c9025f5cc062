import { type Item, isItem } from './progress-item.ts';
import { holds, mergeRecords, type Outcome, type ProgressRecord } from './progress-record.ts';
import { readStored, writeStored } from './stored-record.ts';

/** Where progress is stored. Nothing of it throws. */
export interface ProgressStorage {
  read(key: string): string | undefined;
  /** Returns whether it will be there at the next visit. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  /** The keys with a prefix. */
  keys(prefix: string): readonly string[];
}

export type Progress = ReadonlyMap<Item, ProgressRecord>;

const prefix = 'progress ';
/** A key that is no item's. */
const trial = 'trial of storage';
const nothing: ProgressRecord = [];

/**
 * The reader's progress, one stored text for each item. Records are merged and never replaced: what another tab wrote is
 * kept, also when both tabs write the same item at the same time (see {@link heard}).
 */
export class ProgressStore {
  readonly #storage: ProgressStorage;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  /** The records that this tab has written, to be added again when another tab overwrites them. */
  readonly #own = new Map<string, ProgressRecord>();
  #isKept = true;

  /** @param now milliseconds since 1970 */
  constructor(storage: ProgressStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Whether everything that was written will be there at the next visit, as far as the browser says. */
  get isKept(): boolean {
    return this.#isKept && this.#canWrite();
  }

  record(item: Item): ProgressRecord {
    const text = this.#storage.read(prefix + item);
    const stored = text === undefined ? undefined : readStored(text);
    return stored?.kind === 'record' ? stored.record : nothing;
  }

  all(): Progress {
    const items = this.#storage.keys(prefix).map((key) => key.slice(prefix.length));
    return new Map(items.filter(isItem).map((item) => [item, this.record(item)]));
  }

  add(item: Item, outcome: Outcome): void {
    this.#write(prefix + item, [[this.#now(), outcome]]);
    this.#tell();
  }

  /** Adds the progress of a file or of another device. */
  merge(progress: Progress): void {
    for (const [item, record] of progress) this.#write(prefix + item, record);
    this.#tell();
  }

  /** Removes all progress. */
  forget(): void {
    for (const key of this.#storage.keys(prefix)) this.#storage.remove(key);
    this.#own.clear();
    this.#tell();
  }

  /**
   * Another tab has written: a text, or nothing where it has removed the key (`key` is `null` where it has removed all).
   * Where its text lacks what this tab has written, since neither had seen the other's, both are stored.
   */
  heard(key: string | null, text: string | null): void {
    if (key === null) this.#own.clear();
    else if (!key.startsWith(prefix)) return;
    else if (text === null) this.#own.delete(key);
    else this.#restore(key, text);
    this.#tell();
  }

  /** Calls `listener` after each change; returns how to stop. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Before anything was answered, only a trial tells whether the browser refuses to store. */
  #canWrite(): boolean {
    const isKept = this.#storage.write(trial, '');
    this.#storage.remove(trial);
    return isKept;
  }

  #restore(key: string, text: string): void {
    const own = this.#own.get(key);
    const stored = readStored(text);
    if (!own || stored.kind === 'newer') return;
    if (stored.kind === 'broken' || !holds(stored.record, own)) this.#write(key, nothing);
  }

  #write(key: string, more: ProgressRecord): void {
    const text = this.#storage.read(key);
    const stored = text === undefined ? undefined : readStored(text);
    // A newer program knows more of it than would be left.
    if (stored?.kind === 'newer') return;
    const own = mergeRecords(this.#own.get(key) ?? nothing, more);
    this.#own.set(key, own);
    const record = mergeRecords(stored?.kind === 'record' ? stored.record : nothing, own);
    if (!this.#storage.write(key, writeStored(record))) this.#isKept = false;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
