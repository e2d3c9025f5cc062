import type { BlockEnd, Limits } from '../engine.ts';

/** Python as a page uses it. */
export interface PythonClient {
  readonly state: PythonState;
  /** Calls back after each change of state; returns what ends that. */
  watch(listener: (state: PythonState) => void): () => void;
  /**
   * Runs blocks of a session, in order. Blocks that ran before with the same code, in the same order and from the first
   * on, and since which no other session ran, are not run again. Otherwise the session begins as in a new interpreter, in
   * which nothing of an earlier session is left, so what comes out is what a script of these blocks would print. Starts
   * Python first when it is not up; while it loads the run is kept. Never rejects for what the Python code does.
   *
   * One run at a time: the caller queues further ones.
   *
   * @throws Error when another run has not ended
   */
  run(request: PageRun, listener?: RunListener): Promise<readonly PageBlockResult[]>;
  /**
   * Ends what runs now, at once; its promise resolves with an end of `{ how: 'stopped' }`, and Python is made ready
   * again in the background.
   */
  stop(): void;
  /** Gives up loading; a run that was kept resolves as stopped, and the state is `off` again. */
  cancel(): void;
  /** Forgets the interpreter, so that the next run starts one as is wanted then. What runs now comes to its end before. */
  restart(): void;
  /** Tries to load again after `failed`, with the run that was kept. */
  retry(): void;
}

export type PythonState =
  | { readonly kind: 'off' }
  /** Bytes are counted as they come over the wire or from the cache; total is known from the start. */
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
  /** Which namespace: unique in the page. */
  readonly session: string;
  /** All blocks of the session up to and with the one that is wanted. */
  readonly blocks: readonly PageBlock[];
  readonly limits?: Partial<PageLimits>;
}

export interface PageBlock {
  readonly id: string;
  readonly code: string;
}

/** Of one block, as `Limits` has them. */
export type PageLimits = Limits;

export interface RunListener {
  /** A block begins (it is not called for blocks that need not run again). */
  readonly began?: (id: string) => void;
  /** Text as it is printed, decoded; at most about twenty times a second. */
  readonly printed?: (id: string, stream: 'stdout' | 'stderr', text: string) => void;
}

export interface PageBlockResult {
  readonly id: string;
  readonly end: PageBlockEnd;
  /** Decoded, whole. */
  readonly stdout: string;
  readonly stderr: string;
  /** What `src/figures/recorded/draw-recorded-figure.ts` draws. */
  readonly figures: readonly unknown[];
  readonly seconds: number;
  /** True when it had run before and was not run again. */
  readonly kept: boolean;
}

export type PageBlockEnd = BlockEnd | { readonly how: 'stopped' };
