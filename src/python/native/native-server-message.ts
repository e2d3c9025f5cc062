import type { BlockEnd, BlockRequest, BlockResult } from '../engine.ts';
import { brokenProtocol, readRan } from '../read-ran.ts';

/** The result of one block, as `native_session.py` writes it: detected by the server, or reported by the session. */
export interface BlockReport {
  readonly id: number;
  readonly ran:
    | { readonly end: BlockEnd }
    | { readonly fact: 'returned' | 'raised'; readonly threads: number; readonly told: string };
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** A line of `fork_server.py`. */
export type NativeServerMessage =
  | { readonly hello: object }
  | { readonly id: number; readonly over: true }
  /** The time of a block is extended by these seconds, in which it had no processor. */
  | { readonly id: number; readonly waited: number }
  | BlockReport;

/** Reads a line of the server; `undefined` if it has another form, since other code has written to the same stream. */
export function readNativeServerMessage(line: string): NativeServerMessage | undefined {
  const message = parse(line) as Partial<Record<string, unknown>> | undefined;
  if (typeof message !== 'object' || message === null) return undefined;
  const { hello, id, over, waited, ran, stdout, stderr, seconds } = message;
  if (typeof hello === 'object' && hello !== null) return { hello };
  if (typeof id !== 'number') return undefined;
  if (over === true) return { id, over };
  if (typeof waited === 'number') return { id, waited };
  if (typeof stdout !== 'string' || typeof stderr !== 'string' || typeof seconds !== 'number') return undefined;
  return isRan(ran) ? { id, ran, stdout, stderr, seconds } : undefined;
}

function isRan(value: unknown): value is BlockReport['ran'] {
  if (typeof value !== 'object' || value === null) return false;
  if ('end' in value) return isServersEnd(value.end);
  const { fact, threads, told } = value as Record<string, unknown>;
  return (fact === 'returned' || fact === 'raised') && typeof threads === 'number' && typeof told === 'string';
}

/** Whether the value is an end that the server itself has detected or caused. */
function isServersEnd(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { how, after, limit, status } = value as Record<string, unknown>;
  if (how === 'timed out') return typeof after === 'number';
  if (how === 'flooded') return typeof limit === 'number';
  return how === 'died' && typeof status === 'string';
}

/** Whether threads of the session go on after the block; non-daemon threads have already ended. */
export function leavesThreads({ ran }: BlockReport): boolean {
  return 'threads' in ran && ran.threads > 0;
}

/** Makes a block's result from a report of the server. The part that the session itself wrote is untrusted: `readRan` checks it. */
export function blockResultFrom(report: BlockReport, block: BlockRequest, outputBytes: number): BlockResult {
  const { ran, stdout, stderr, seconds } = report;
  const read = 'end' in ran ? { end: ran.end, values: [], figures: [] } : readTold(ran, block, outputBytes);
  return { ...read, stdout, stderr, seconds };
}

function readTold({ fact, told }: { fact: string; told: string }, block: BlockRequest, outputBytes: number) {
  const read = readRan(parse(told), block, outputBytes);
  const { how } = read.end;
  if (how === fact || how === 'died' || how === 'flooded') return read;
  return { end: brokenProtocol(`first it ${fact}, then it ${how}`), values: [], figures: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
