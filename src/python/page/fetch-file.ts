import { digestOf } from './digest-of.ts';
import type { RuntimeCache } from './runtime-cache.ts';

/** A file that the page needs to run Python. */
export interface WantedFile {
  readonly address: string;
  /** The required digest of its bytes, after unpacking. */
  readonly sha256: string;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Called with the number of bytes received, from the network or from the cache. */
  readonly received: (bytes: number) => void;
}

/**
 * Reads a file from the cache or the network, and unpacks it. Only bytes with the right digest are used and cached, since
 * a network's sign-in page or a host's fallback page is a successful response as well.
 *
 * @throws Error with a sentence for the reader if the file cannot be fetched
 */
export async function fetchFile(file: WantedFile, cache: RuntimeCache, options: FetchOptions): Promise<ArrayBuffer> {
  const { address, sha256 } = file;
  const kept = await cache.read(address);
  if (kept) {
    const bytes = await unpack(kept);
    if (bytes && (await isRight(bytes, sha256))) {
      options.received(kept.byteLength);
      return bytes;
    }
    await cache.forget(address);
  }
  // The browser's own cache may hold a wrong response: the second request bypasses it.
  for (const mode of ['default', 'reload'] as const) {
    const fetched = await fetchBytes(address, mode, options);
    const bytes = await unpack(fetched);
    if (!bytes || !(await isRight(bytes, sha256))) continue;
    await cache.write(address, fetched);
    return bytes;
  }
  throw new Error(wrongBytes(address));
}

async function isRight(bytes: ArrayBuffer, sha256: string): Promise<boolean> {
  const digest = await digestOf(bytes);
  // Without digests there is no cache either, since both need HTTPS.
  return digest === undefined || digest === sha256;
}

async function fetchBytes(address: string, mode: RequestCache, options: FetchOptions): Promise<ArrayBuffer> {
  const response = await ask(address, mode, options.signal);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  try {
    // Not every browser supports `for await` over a stream.
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      pieces.push(next.value);
      options.received(next.value.length);
    }
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw new Error(`Python could not be fetched: the connection broke (${nameOf(address)}).`);
  }
  return new Blob(pieces).arrayBuffer();
}

async function ask(address: string, mode: RequestCache, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { cache: mode, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = navigator.onLine ? 'the server did not answer' : 'there is no network';
    throw new Error(`Python could not be fetched: ${reason} (${nameOf(address)}).`);
  }
  if (response.ok) return response;
  // The name of the files' folder is their digest: a new version of the guide has another folder.
  if (response.status === 404 || response.status === 410) {
    throw new Error(
      `Python could not be fetched: ${nameOf(address)} is no longer there. The guide may have been updated since you ` +
        'opened this page: reload it.',
    );
  }
  throw new Error(`Python could not be fetched: the server answered ${response.status} for ${nameOf(address)}.`);
}

function wrongBytes(address: string): string {
  return (
    `Python could not be fetched: the server sent another file in place of ${nameOf(address)}. The network may ask you to ` +
    'sign in, or the guide may have been updated since you opened this page: reload it.'
  );
}

function nameOf(address: string): string {
  return address.split('/').at(-1) ?? '';
}

/** Unpacks a `.gz` file unless the host has done so, which its first bytes show. `undefined` if it is damaged. */
async function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer | undefined> {
  const [first, second] = new Uint8Array(bytes).subarray(0, 2);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  try {
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  } catch {
    return undefined;
  }
}
