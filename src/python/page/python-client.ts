import type { BlockEnd, Limits } from '../engine.ts';

/** The interface of Python for the code of a page. */
export interface PythonClient {
  readonly state: PythonState;
  /** Calls `listener` after each change of state; returns a function that ends this. */
  watch(listener: (state: PythonState) => void): () => void;
  /**
   * Runs blocks of a session, in order. Blocks that already ran with the same code, in the same order from the first on,
   * are not run again, unless another session has run since. Otherwise the session starts as in a new interpreter, without
   * any effect of earlier sessions. So the output is always that of a script of these blocks. Starts Python first if
   * necessary; the run waits while it loads. Errors of the Python code are results and never reject the promise.
   *
   * One run at a time: the caller queues further ones.
   *
   * @throws Error when another run has not ended
   */
  run(request: PageRun, listener?: RunListener): Promise<readonly PageBlockResult[]>;
  /**
   * Ends the current run at once; its promise resolves with an end of `{ how: 'stopped' }`, and Python is started again
   * in the background.
   */
  stop(): void;
  /** Stops loading; a waiting run resolves as stopped, and the state is `off` again. */
  cancel(): void;
  /** Drops the interpreter after the current run; the next run starts one with the packages that are wanted then. */
  restart(): void;
  /** Tries to load again after `failed`, with the waiting run. */
  retry(): void;
}

export type PythonState =
  | { readonly kind: 'off' }
  /** Bytes from the network or the cache are counted as they arrive; the total is known from the start. */
  | {
      readonly kind: 'loading';
      readonly stage: 'download' | 'start';
      readonly received: number;
      readonly total: number;
    }
  | { readonly kind: 'ready' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface PageRun {
  /** The name of the namespace, unique in the page. */
  readonly session: string;
  /** All blocks of the session up to and including the requested one. */
  readonly blocks: readonly PageBlock[];
  readonly limits?: Partial<PageLimits>;
}

export interface PageBlock {
  readonly id: string;
  readonly code: string;
  /** The check of an exercise, which judges what the block has left. */
  readonly check?: string | undefined;
}

/** The limits of one block. */
export type PageLimits = Limits;

export interface RunListener {
  /** Called when a block begins; not called for blocks that are not run again. */
  readonly began?: (id: string) => void;
  /** Called with decoded text as it is printed, at most about twenty times a second. */
  readonly printed?: (id: string, stream: 'stdout' | 'stderr', text: string) => void;
}

export interface PageBlockResult {
  readonly id: string;
  readonly end: PageBlockEnd;
  /** The whole decoded output. */
  readonly stdout: string;
  readonly stderr: string;
  /** Recorded figures, which `src/figures/recorded/draw-recorded-figure.ts` draws. */
  readonly figures: readonly unknown[];
  /** The result of the check, to be read by `src/exercises/read-checked.ts`; only where there was one. */
  readonly checked?: string | undefined;
  readonly seconds: number;
  /** Whether it had run before and was not run again. */
  readonly kept: boolean;
}

export type PageBlockEnd = BlockEnd | { readonly how: 'stopped' };
