import { Buffer } from 'node:buffer';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SessionRequest } from '../engine.ts';
import { describeExit } from '../interpreter/describe-exit.ts';
import { type Interpreter, startInterpreter, type Write } from '../interpreter/interpreter.ts';
import { limitWasmMemory } from '../interpreter/limit-wasm-memory.ts';
import { lockDownGlobals } from '../interpreter/lock-down-globals.ts';
import { readParts } from '../interpreter/read-parts.ts';

/**
 * An entry point: the process in which a stranger's Python runs. `embedded-host.ts` starts it walled in, and speaks with
 * it in lines of JSON. A session comes in; for each of its blocks `began`, what it prints, and `ended` go out. Each
 * session gets an interpreter of its own; the next one is started while nobody waits.
 */
const [, , folder = '', memoryBytes = '0'] = process.argv;
const { exit } = process;
// Asked for at once, since lines that come while nobody iterates are lost.
const requests = createInterface(process.stdin)[Symbol.asyncIterator]();

/** What Python prints, on its way out in pieces of about this many bytes. */
const pieceBytes = 1 << 15;
const printed: Record<'stdout' | 'stderr', Uint8Array[]> = { stdout: [], stderr: [] };
let heldBytes = 0;

const write: Write = (stream, bytes) => {
  printed[stream].push(bytes.slice());
  heldBytes += bytes.length;
  if (heldBytes > pieceBytes) sendPrinted();
};

function sendPrinted(): void {
  heldBytes = 0;
  for (const stream of ['stdout', 'stderr'] as const) {
    const bytes = Buffer.concat(printed[stream].splice(0));
    if (bytes.length > 0) send({ printed: stream, bytes: bytes.toString('base64') });
  }
}

function send(message: object): void {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
}

function runSession(interpreter: Interpreter, { blocks }: SessionRequest): void {
  const session = 'example';
  interpreter.begin(session);
  for (const [i, block] of blocks.entries()) {
    send({ began: i });
    const ran = runBlock(() => interpreter.run(session, i + 1, block));
    sendPrinted();
    send({ ended: i, ...ran });
    // The interpreter came to its end, and so does the process: the host says what became of the other blocks.
    if (ran.end.how === 'died') exit(0);
  }
}

function runBlock(run: () => ReturnType<Interpreter['run']>): ReturnType<Interpreter['run']> {
  try {
    return run();
  } catch (error) {
    return { end: { how: 'died', status: describeExit(error) }, values: [], figures: [] };
  }
}

async function start(): Promise<Interpreter> {
  const interpreter = await startInterpreter(parts, write);
  interpreter.seal();
  return interpreter;
}

const parts = await readParts(folder);
limitWasmMemory(Number(memoryBytes));
let next = start();
await next;
lockDownGlobals(globalThis);
send({ ready: true });
for await (const line of requests) {
  const interpreter = await next;
  runSession(interpreter, JSON.parse(line) as SessionRequest);
  next = start();
}
