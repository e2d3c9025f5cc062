import { Buffer } from 'node:buffer';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { BlockRequest } from '../engine.ts';
import { type Interpreter, startInterpreter } from '../interpreter/interpreter.ts';
import { limitWasmMemory } from '../interpreter/limit-wasm-memory.ts';
import { lockDownGlobals } from '../interpreter/lock-down-globals.ts';
import { OutputBuffer } from '../interpreter/output-buffer.ts';
import { readParts } from '../interpreter/read-parts.ts';
import { runBlock } from '../interpreter/run-block.ts';

/**
 * An entry point: the sandboxed process in which untrusted Python runs. `embedded-host.ts` starts it and exchanges lines
 * of JSON with it: it reads a session, and writes `began`, the printed output and `ended` for each block. Each session gets
 * an interpreter in which nothing is left of an earlier one: while the process is idle it is put back to the state in
 * which it started, or, where that is not possible, another one is started.
 */
const [, , folder = '', memoryBytes = '0'] = process.argv;
const { exit } = process;
// Created before the first `await`: lines that arrive without an iterator are lost.
const requests = createInterface(process.stdin)[Symbol.asyncIterator]();

const output = new OutputBuffer({
  mostBytes: 1 << 15,
  send: (printed, bytes) => send({ printed, bytes: Buffer.from(bytes).toString('base64') }),
});

function send(message: object): void {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
}

/** A session as the host sends it: with the contents of its files, which this process may not read. */
interface SentSession {
  readonly blocks: readonly BlockRequest[];
  readonly files?: readonly { readonly path: string; readonly base64: string }[];
}

function runSession(interpreter: Interpreter, { blocks, files = [] }: SentSession): void {
  for (const { path, base64 } of files) interpreter.addFile(path, Buffer.from(base64, 'base64'));
  for (const [i, block] of blocks.entries()) {
    send({ began: i });
    const ran = runBlock(interpreter, i + 1, block);
    output.flush();
    send({ ended: i, ...ran });
    // The process ends with its interpreter; the host reports the other blocks as not run.
    if (ran.end.how === 'died') exit(0);
  }
}

async function start(): Promise<Interpreter> {
  const interpreter = await startInterpreter(parts, output.write);
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
  runSession(interpreter, JSON.parse(line) as SentSession);
  if (interpreter.canReset()) interpreter.reset();
  else next = start();
}
// The host has closed the input, or was killed.
exit(0);
