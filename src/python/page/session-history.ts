import type { PageBlock, PageBlockResult } from './python-client.ts';

/** One block that has run. */
interface Entry {
  readonly code: string;
  readonly result: PageBlockResult;
}

/** The steps of a run after which its last block has printed the same as in a script of all its blocks. */
export interface RunPlan {
  /** Whether the session starts again, without any effect of earlier sessions. */
  readonly fresh: boolean;
  /** Results of the blocks that need not run again. */
  readonly kept: readonly PageBlockResult[];
}

/**
 * The blocks that have run in the current session of an interpreter, so that none runs twice and none is missing. An
 * interpreter has one session at a time: the next one starts without blocks.
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
}
