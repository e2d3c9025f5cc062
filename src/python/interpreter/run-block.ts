import type { BlockRequest, Ran } from '../engine.ts';
import { describeExit } from './describe-exit.ts';
import type { Interpreter } from './interpreter.ts';

/** Where a block belongs. */
export interface BlockPosition {
  readonly session: string;
  /** Its position in the session, from 1. */
  readonly number: number;
}

/** Runs a block. An interpreter that exits is an end like any other: `died`. Never throws. */
export function runBlock(interpreter: Interpreter, { session, number }: BlockPosition, block: BlockRequest): Ran {
  try {
    return interpreter.run(session, number, block);
  } catch (error) {
    return { end: { how: 'died', status: describeExit(error) }, values: [], figures: [] };
  }
}
