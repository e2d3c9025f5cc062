import type { BlockRequest, Ran } from '../engine.ts';
import { describeExit } from './describe-exit.ts';
import type { Interpreter } from './interpreter.ts';

/**
 * Runs a block. If the interpreter exits, the end of the block is `died`. Never throws.
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
