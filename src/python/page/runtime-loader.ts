import { forgetSnapshot, keepSnapshot, type LoadedRuntime, type loadPageRuntime } from './load-page-runtime.ts';
import type { PageRuntime } from './page-runtime.ts';

/** The bytes received so far, and the total. */
export interface LoadProgress {
  readonly received: number;
  readonly total: number;
}

export interface RuntimeLoaderParts {
  readonly runtime: PageRuntime;
  readonly load: typeof loadPageRuntime;
  /** Called at each load; returns whether to load the real NumPy and Matplotlib. */
  readonly wantsFull: () => boolean;
}

/** Loads the files of Python once, and keeps them in memory for the next process. */
export class RuntimeLoader {
  readonly #parts: RuntimeLoaderParts;
  readonly #total: number;
  #loading: AbortController | undefined;
  #loaded: LoadedRuntime | undefined;

  constructor(parts: RuntimeLoaderParts) {
    this.#parts = parts;
    this.#total = parts.runtime.files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The loaded files, from which a process is started; `undefined` before. */
  get loaded(): LoadedRuntime | undefined {
    return this.#loaded;
  }

  /** The progress when everything is loaded. */
  get complete(): LoadProgress {
    return { received: this.#total, total: this.#total };
  }

  /**
   * Loads the files unless they are loaded. Resolves with `undefined` after {@link abort}.
   *
   * @param report called with the progress, immediately for the first time; never after an abort
   * @throws Error with a sentence for the reader if a file cannot be fetched
   */
  async load(report: (progress: LoadProgress) => void): Promise<LoadedRuntime | undefined> {
    this.abort();
    const { runtime, load, wantsFull } = this.#parts;
    const loading = new AbortController();
    this.#loading = loading;
    let received = 0;
    const receive = (bytes: number) => {
      received += bytes;
      if (!loading.signal.aborted) report({ received: Math.min(received, this.#total), total: this.#total });
    };
    receive(0);
    if (this.#loaded) return this.#loaded;
    try {
      const full = runtime.full !== undefined && wantsFull();
      const loaded = await load(runtime, { full, signal: loading.signal, received: receive });
      if (loading.signal.aborted) return undefined;
      this.#loaded = loaded;
      return loaded;
    } catch (error) {
      if (loading.signal.aborted) return undefined;
      // One file has failed: the others must neither go on nor report progress.
      loading.abort();
      throw error;
    }
  }

  /** Stops loading. Loaded files stay. */
  abort(): void {
    this.#loading?.abort();
  }

  /** Stops loading and drops the loaded files: the next load calls `wantsFull` again. */
  forget(): void {
    this.abort();
    this.#loaded = undefined;
  }

  /** Stores the memory of a started interpreter, for the next process and for the next visit. */
  keepSnapshot(snapshot: ArrayBuffer): void {
    if (!this.#loaded) return;
    this.#loaded = { ...this.#loaded, snapshot };
    void keepSnapshot(this.#parts.runtime, snapshot);
  }

  /** Drops a snapshot that this browser cannot restore. */
  dropSnapshot(): void {
    if (!this.#loaded) return;
    this.#loaded = { ...this.#loaded, snapshot: undefined };
    void forgetSnapshot(this.#parts.runtime);
  }
}
