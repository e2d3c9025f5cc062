import type { BlockRequest } from '../engine.ts';
import { readRan } from '../read-ran.ts';
import type { FromWorker } from './worker-messages.ts';

/**
 * Checks a message from a worker, which runs untrusted code; `undefined` if it is not valid. Never throws. The end of a
 * block is checked by `read-ran.ts`.
 *
 * @param asked the running block, if there is one; messages about other blocks are not valid
 */
export function readWorkerMessage(
  data: unknown,
  asked: { readonly id: string; readonly block: BlockRequest; readonly outputBytes: number } | undefined,
): FromWorker | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const message = data as Readonly<Record<string, unknown>>;
  if ('ready' in message) return readReady(message);
  if ('failed' in message) return { failed: String(message['failed']).slice(0, 500) };
  if (!asked) return undefined;
  if ('began' in message) return message['began'] === asked.id ? { began: asked.id } : undefined;
  if ('printed' in message) return readPrinted(message);
  if (message['ended'] !== asked.id) return undefined;
  const { seconds, end, values, figures, checked } = message;
  const taken = typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds) ? seconds : 0;
  const ran = readRan({ end, values, figures, checked }, asked.block, asked.outputBytes);
  return { ended: asked.id, seconds: taken, ...ran, canReset: message['canReset'] !== false };
}

function readReady({ snapshot }: Readonly<Record<string, unknown>>): FromWorker | undefined {
  if (snapshot === undefined) return { ready: true };
  return snapshot instanceof ArrayBuffer ? { ready: true, snapshot } : undefined;
}

function readPrinted({ printed, bytes }: Readonly<Record<string, unknown>>): FromWorker | undefined {
  const isStream = printed === 'stdout' || printed === 'stderr';
  return isStream && bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer
    ? { printed, bytes: bytes as Uint8Array<ArrayBuffer> }
    : undefined;
}
