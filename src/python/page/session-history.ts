import type { PageBlock, PageBlockResult } from './python-client.ts';

/** What has run in one namespace, in order. */
interface Entry {
  readonly code: string;
  readonly result: PageBlockResult;
}

/** What a run must do so that its last block prints what a script of all its blocks would print. */
export interface RunPlan {
  /** The namespace is begun anew. */
  readonly fresh: boolean;
  /** Results of the blocks that need not run again. */
  readonly kept: readonly PageBlockResult[];
}

/**
 * Remembers which blocks the session has run whose interpreter is up, so that none runs twice and none is missing. Another
 * session gets another interpreter, and then the first one is gone.
 */
export class SessionHistory {
  #session: string | undefined;
  #entries: Entry[] = [];

  plan(session: string, blocks: readonly PageBlock[]): RunPlan {
    const seen = this.#session === session ? this.#entries : [];
    const isStart =
      seen.length > 0 &&
      seen.length < blocks.length &&
      seen.every(({ code, result }, i) => blocks[i]?.id === result.id && blocks[i]?.code === code);
    if (isStart) return { fresh: false, kept: seen.map(({ result }) => ({ ...result, kept: true })) };
    this.#session = session;
    this.#entries = [];
    return { fresh: true, kept: [] };
  }

  /** Adds a block that the session of the last plan has run. */
  add(code: string, result: PageBlockResult): void {
    this.#entries.push({ code, result });
  }

  /** The interpreter is gone. */
  clear(): void {
    this.#entries = [];
  }
}
