import type { Ran } from '../engine.ts';
import { describeExit } from '../interpreter/describe-exit.ts';
import { type Interpreter, type InterpreterParts, startInterpreter, type Write } from '../interpreter/interpreter.ts';
import { limitWasmMemory } from '../interpreter/limit-wasm-memory.ts';
import { lockDownGlobals } from '../interpreter/lock-down-globals.ts';
import type { LoadedRuntime } from './load-page-runtime.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/**
 * An entry point: the worker in which a page's Python runs. It starts with what it is sent, closes its own realm, and
 * then runs blocks. Nothing but these messages connects it with the page.
 */
const realm = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
  postMessage(message: FromWorker, transfer?: readonly Transferable[]): void;
};
// Kept where no global leads to it: what is left of the realm has no messages.
const post = realm.postMessage.bind(realm);
const { now } = performance;
const clock = now.bind(performance);

/**
 * Printed text goes to the page at once, since nothing may follow it: an endless loop leaves no time to send what was
 * held. After this many pieces it is held until this many milliseconds have passed, or there is this much of it.
 */
const mostPieces = 8;
const pause = 50;
const pieceBytes = 1 << 16;

let interpreter: Interpreter;

const held: { readonly stream: 'stdout' | 'stderr'; readonly bytes: Uint8Array }[] = [];
let heldBytes = 0;
let piecesLeft = mostPieces;
let sentAt = 0;

const write: Write = (stream, bytes) => {
  held.push({ stream, bytes: bytes.slice() });
  heldBytes += bytes.length;
  if (clock() - sentAt > pause) piecesLeft = mostPieces;
  if (heldBytes > pieceBytes || piecesLeft > 0) sendPrinted();
};

function sendPrinted(): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    const bytes = join(held.filter((one) => one.stream === stream).map((one) => one.bytes));
    if (bytes.length > 0) post({ printed: stream, bytes }, [bytes.buffer]);
  }
  held.length = 0;
  heldBytes = 0;
  piecesLeft--;
  sentAt = clock();
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

async function start(loaded: LoadedRuntime, memoryBytes: number): Promise<void> {
  limitWasmMemory(memoryBytes);
  interpreter = await startInterpreter(await partsOf(loaded), write);
  const snapshot = loaded.snapshot ? undefined : prepare(interpreter, loaded);
  interpreter.seal();
  interpreter.reseed();
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

/** An interpreter that starts from nothing; its memory, unless real packages with programs of their own are part of it. */
function prepare(started: Interpreter, { wheels }: LoadedRuntime): ArrayBuffer | undefined {
  if (wheels.length > 0) started.install(wheels);
  started.prepare();
  return wheels.length > 0 ? undefined : (started.snapshot().slice().buffer as ArrayBuffer);
}

function run({ run: id, session, number, code, fresh }: Extract<ToWorker, { run: string }>): void {
  if (fresh) interpreter.begin(session);
  post({ began: id });
  piecesLeft = mostPieces;
  const began = clock();
  const ran = runBlock(() => interpreter.run(session, number, { code, values: [] }));
  const seconds = (clock() - began) / 1000;
  sendPrinted();
  post({ ended: id, seconds, ...ran });
}

function runBlock(work: () => Ran): Ran {
  try {
    return work();
  } catch (error) {
    return { end: { how: 'died', status: describeExit(error) }, values: [], figures: [] };
  }
}

realm.addEventListener('message', ({ data }) => {
  if ('run' in data) run(data);
  else start(data.start, data.memoryBytes).catch((error) => post({ failed: String(error?.message ?? error) }));
});
