import type { BlockRequest, Ran } from '../engine.ts';
import { describeExit } from './describe-exit.ts';
import type { Interpreter } from './interpreter.ts';

/**
 * Runs a block. An interpreter that exits is an end like any other: `died`. Never throws.
 *
 * @param number the position of the block in its session, from 1
 */
export function runBlock(interpreter: Interpreter, number: number, block: BlockRequest): Ran {
  try {
    return interpreter.run(number, block);
  } catch (error) {
    return { end: { how: 'died', status: describeExit(error) }, values: [], figures: [] };
  }
}
