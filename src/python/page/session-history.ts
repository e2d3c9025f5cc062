import type { PageBlock, PageBlockResult } from './python-client.ts';

/** One block that has run. */
interface Entry {
  readonly code: string;
  readonly result: PageBlockResult;
}

/** The steps of a run after which its last block has printed the same as in a script of all its blocks. */
export interface RunPlan {
  /** The session begins anew, and nothing of an earlier one is left. */
  readonly fresh: boolean;
  /** Results of the blocks that need not run again. */
  readonly kept: readonly PageBlockResult[];
}

/**
 * Remembers which blocks have run in the session that an interpreter is in, so that none runs twice and none is missing. An
 * interpreter is in one session at a time: another one begins with nothing.
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
