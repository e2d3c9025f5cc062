import type { Example } from '../../examples/example.ts';
import type { BlockResult } from '../../python/engine.ts';
import type { Outcome } from '../findings/finding.ts';

/** A block of a guide that ended, what it was judged to be, and what is around it. */
export interface Ended {
  readonly example: Example;
  readonly result: BlockResult;
  readonly outcome: Outcome;
  /** The code of the blocks before it, of all in its session, and of all in its page that are run. */
  readonly before: string;
  readonly all: string;
  readonly everywhere: string;
  /** The block right before it. */
  readonly previous: Example | undefined;
  /** The text of the page. */
  readonly page: string;
  /** The label of the engine. */
  readonly running: string;
}
