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

/** Remembers for each session which blocks its namespace has seen, so that none runs twice and none is missing. */
export class SessionHistory {
  readonly #entries = new Map<string, Entry[]>();

  plan(session: string, blocks: readonly PageBlock[]): RunPlan {
    const seen = this.#entries.get(session) ?? [];
    const isStart =
      seen.length > 0 &&
      seen.length < blocks.length &&
      seen.every(({ code, result }, i) => blocks[i]?.id === result.id && blocks[i]?.code === code);
    if (isStart) return { fresh: false, kept: seen.map(({ result }) => ({ ...result, kept: true })) };
    this.#entries.set(session, []);
    return { fresh: true, kept: [] };
  }

  add(session: string, code: string, result: PageBlockResult): void {
    this.#entries.get(session)?.push({ code, result });
  }

  /** The interpreter is gone, and all namespaces with it. */
  clear(): void {
    this.#entries.clear();
  }
}
