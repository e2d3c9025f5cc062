import type { BlockRequest } from '../engine.ts';
import { readRan } from '../read-ran.ts';
import type { FromWorker } from './worker-messages.ts';

/**
 * Makes a message out of what a worker has said, which runs code that nobody has read; `undefined` for what no worker of
 * ours says. Never throws. How a block came to its end is read by `read-ran.ts`.
 *
 * @param asked the block that runs, if one does; nothing can be said of another one
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
  const { seconds, end, values, figures } = message;
  const taken = typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds) ? seconds : 0;
  const ran = readRan({ end, values, figures }, asked.block, asked.outputBytes);
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
