import { type Interpreter, type InterpreterParts, startInterpreter } from '../interpreter/interpreter.ts';
import { limitWasmMemory } from '../interpreter/limit-wasm-memory.ts';
import { lockDownGlobals } from '../interpreter/lock-down-globals.ts';
import { OutputBuffer } from '../interpreter/output-buffer.ts';
import { runBlock } from '../interpreter/run-block.ts';
import type { LoadedRuntime } from './load-page-runtime.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/**
 * An entry point: the worker in which a page's Python runs. It starts from the files in its first message, locks down its
 * globals, and then runs blocks. Each session gets a new interpreter, started in advance while the worker is idle, so that
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

/** A reader sees the first lines at once; a program that prints much sends about twenty messages a second. */
const output = new OutputBuffer({
  mostBytes: 1 << 16,
  prompt: { pieces: 8, pause: 50, now: clock },
  send: (printed, bytes) => post({ printed, bytes }, [bytes.buffer]),
});

/** Of the session that runs. */
let interpreter: Interpreter;
/** For the session after it; missing while the first one has not run. */
let next: Promise<Interpreter> | undefined;
/** Starts another interpreter. Real packages are in no snapshot, so with them all sessions share the first one. */
let startNext: (() => Promise<Interpreter>) | undefined;

async function start(loaded: LoadedRuntime, memoryBytes: number): Promise<void> {
  limitWasmMemory(memoryBytes);
  const parts = await partsOf(loaded);
  interpreter = await startInterpreter(parts, output.write);
  const made = loaded.snapshot ? undefined : prepare(interpreter, loaded);
  const snapshot = made ? new Uint8Array(made) : parts.snapshot;
  seal(interpreter);
  if (snapshot) startNext = async () => seal(await startInterpreter({ ...parts, snapshot }, output.write));
  lockDownGlobals(globalThis);
  if (made) post({ ready: true, snapshot: made });
  else post({ ready: true });
}

function seal(started: Interpreter): Interpreter {
  started.seal();
  started.reseed();
  return started;
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

/** An interpreter that starts from nothing; its memory, unless real packages with programs of their own are part of it. */
function prepare(started: Interpreter, { wheels }: LoadedRuntime): ArrayBuffer | undefined {
  if (wheels.length > 0) started.install(wheels);
  started.prepare();
  return wheels.length > 0 ? undefined : (started.snapshot().slice().buffer as ArrayBuffer);
}

async function run({ run: id, session, number, code, fresh }: Extract<ToWorker, { run: string }>): Promise<void> {
  if (fresh && next) {
    interpreter = await next;
    next = undefined;
  }
  if (fresh) interpreter.begin(session);
  post({ began: id });
  const began = clock();
  const ran = runBlock(interpreter, { session, number }, { code, values: [] });
  const seconds = (clock() - began) / 1000;
  output.flush();
  post({ ended: id, seconds, ...ran });
  next ??= startNext?.();
  // It is reported when it is wanted.
  next?.catch(() => undefined);
}

const fail = (error: unknown) => post({ failed: error instanceof Error ? error.message : String(error) });

realm.addEventListener('message', ({ data }) => {
  if ('run' in data) run(data).catch(fail);
  else start(data.start, data.memoryBytes).catch(fail);
});
