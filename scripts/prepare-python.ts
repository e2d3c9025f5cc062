import { join } from 'node:path';
import { prepareRuntime } from '../src/python/interpreter/runtime-folder.ts';
import { RuntimeStartError } from '../src/python/interpreter/runtime-start-error.ts';
import { root } from './run-command.ts';

/** Prepares Python in WebAssembly with a snapshot of its memory; only if its sources have changed since the last time. */
try {
  await prepareRuntime(join(root, '.cache', 'python'));
} catch (error) {
  if (!(error instanceof RuntimeStartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
