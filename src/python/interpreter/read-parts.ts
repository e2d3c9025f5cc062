import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emulateWorkerGlobals } from './emulate-worker-globals.ts';
import type { InterpreterParts } from './interpreter.ts';

/**
 * Reads the parts of an interpreter from the folder of `runtime-folder.ts`, and gives the Node process the globals of a
 * browser's worker: read needed values of `process` before the call.
 */
export async function readParts(folder: string): Promise<InterpreterParts> {
  const read = (name: string) => readFileSync(join(folder, name));
  const address = (name: string) => pathToFileURL(join(folder, name)).href;
  const snapshot = readSnapshot(join(folder, 'snapshot.bin'));
  const stdlib = new Uint8Array(read('python_stdlib.zip'));
  const sources = JSON.parse(read('sources.json').toString('utf8')) as Record<string, string>;
  const module = await WebAssembly.compile(read('pyodide.asm.wasm'));
  emulateWorkerGlobals(globalThis);
  const { loadPyodide } = await import(address('pyodide.mjs'));
  const { default: createPyodideModule } = await import(address('pyodide.asm.mjs'));
  return { loadPyodide, createPyodideModule, module, stdlib, sources, snapshot };
}

/** `undefined` while the snapshot is being made. */
function readSnapshot(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
