import { join } from 'node:path';
import { prepareRuntime } from '../src/python/interpreter/runtime-folder.ts';
import { root } from './run-command.ts';

/** Puts Python in WebAssembly together, with a snapshot of its memory: once, and again when it has changed. */
await prepareRuntime(join(root, '.cache', 'python'));
