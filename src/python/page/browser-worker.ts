import { checkRequest } from '../engine.ts';
import { type Interpreter, type InterpreterParts, startInterpreter } from '../interpreter/interpreter.ts';
import { limitWasmMemory } from '../interpreter/limit-wasm-memory.ts';
import { lockDownGlobals } from '../interpreter/lock-down-globals.ts';
import { OutputBuffer } from '../interpreter/output-buffer.ts';
import { runBlock } from '../interpreter/run-block.ts';
import type { LoadedRuntime } from './load-page-runtime.ts';
import { takeSnapshot } from './take-snapshot.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/**
 * An entry point: the worker in which a page's Python runs. It starts from the files in its first message, locks down its
 * globals, and then runs blocks. Before each session the interpreter is put back to the state in which it started, so that
 * nothing of one session reaches another. These messages are its only connection with the page.
 */
const realm = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
  postMessage(message: FromWorker, transfer?: readonly Transferable[]): void;
};
// Saved in module variables, since the globals are removed before Python runs.
const post = realm.postMessage.bind(realm);
const { now } = performance;
const clock = now.bind(performance);

/** The first lines are sent at once; a program that prints much sends about twenty messages a second. */
const output = new OutputBuffer({
  mostBytes: 1 << 16,
  prompt: { pieces: 8, pause: 50, now: clock },
  send: (printed, bytes) => post({ printed, bytes }, [bytes.buffer]),
});

let interpreter: Interpreter;

async function start(loaded: LoadedRuntime, memoryBytes: number): Promise<void> {
  limitWasmMemory(memoryBytes);
  interpreter = await startInterpreter(await partsOf(loaded), output.write);
  const snapshot = loaded.snapshot ? undefined : prepare(interpreter, loaded);
  interpreter.seal();
  lockDownGlobals(globalThis);
  if (snapshot) post({ ready: true, snapshot }, [snapshot]);
  else post({ ready: true });
}

async function partsOf({
  loader,
  program,
  module,
  stdlib,
  sources,
  snapshot,
}: LoadedRuntime): Promise<InterpreterParts> {
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([load(loader), load(program)]);
  return {
    loadPyodide,
    createPyodideModule,
    module,
    stdlib: new Uint8Array(stdlib),
    sources,
    snapshot: snapshot && new Uint8Array(snapshot),
  };
}

async function load(code: Blob) {
  const address = URL.createObjectURL(code);
  try {
    return await import(/* @vite-ignore */ address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Prepares an interpreter that started without a snapshot; returns its memory, unless the real packages are loaded or it does not fit. */
function prepare(started: Interpreter, { wheels }: LoadedRuntime): ArrayBuffer | undefined {
  if (wheels.length > 0) started.install(wheels);
  started.prepare();
  return wheels.length > 0 ? undefined : takeSnapshot(started);
}

function run({ run: id, number, code, check, fresh }: Extract<ToWorker, { run: string }>): void {
  if (fresh) beginSession();
  post({ began: id });
  const began = clock();
  const ran = runBlock(interpreter, number, { code, values: [], check: checkRequest(check) });
  const seconds = (clock() - began) / 1000;
  output.flush();
  post({ ended: id, seconds, ...ran, canReset: interpreter.canReset() });
}

/** Nothing of the last session is left; only random numbers go on to differ. */
function beginSession(): void {
  interpreter.reset();
  interpreter.reseed();
}

const fail = (error: unknown) => post({ failed: error instanceof Error ? error.message : String(error) });

realm.addEventListener('message', ({ data }) => {
  if ('run' in data) run(data);
  else start(data.start, data.memoryBytes).catch(fail);
});
