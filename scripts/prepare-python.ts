import { join } from 'node:path';
import { prepareRuntime } from '../src/python/interpreter/runtime-folder.ts';
import { root } from './run-command.ts';

/** Prepares Python in WebAssembly with a snapshot of its memory: once, and again when its sources change. */
await prepareRuntime(join(root, '.cache', 'python'));
