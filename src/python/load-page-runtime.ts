import type { PageRuntime, PageRuntimeFileName } from './page-runtime.ts';

/** What a worker needs to start an interpreter: all of it can be sent to one, again and again. */
export interface LoadedRuntime {
  /** JavaScript, as text that is imported from a blob. */
  readonly loader: Blob;
  readonly program: Blob;
  readonly module: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly sources: Readonly<Record<string, string>>;
  /** The memory of an earlier start in this browser. */
  readonly snapshot: ArrayBuffer | undefined;
  /** Real packages in the place of our own; then there is no snapshot. */
  readonly wheels: readonly ArrayBuffer[];
}

export interface LoadOptions {
  /** Load the real NumPy and Matplotlib as well. */
  readonly full: boolean;
  readonly signal: AbortSignal;
  /** Called as bytes come in, from the network or from the cache. */
  readonly received: (bytes: number) => void;
}

/**
 * Fetches what Python is made of, or takes it from Cache Storage, where it is kept under the name of its contents.
 *
 * @throws Error with a sentence for the reader when a file does not come
 */
export async function loadPageRuntime(runtime: PageRuntime, options: LoadOptions): Promise<LoadedRuntime> {
  const cache = await openCache(runtime);
  const get = (name: PageRuntimeFileName) => readFile(runtime.folder + name, cache, options);
  const [loader, program, module, stdlib, sources, snapshot, wheels] = await Promise.all([
    get('pyodide.mjs.gz').then(javaScript),
    get('pyodide.asm.mjs.gz').then(javaScript),
    get('pyodide.asm.wasm.gz').then((bytes) => WebAssembly.compile(bytes)),
    get('python_stdlib.zip'),
    get('sources.json.gz').then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>),
    options.full ? undefined : readSnapshot(runtime, cache),
    options.full ? readWheels(runtime, cache, options) : [],
  ]);
  return { loader, program, module, stdlib, sources, snapshot, wheels };
}

/** Bytes that {@link loadPageRuntime} would fetch from the network now. */
export async function bytesToFetch(runtime: PageRuntime): Promise<number> {
  const cache = await openCache(runtime);
  const missing = await Promise.all(
    runtime.files.map(async ({ name, bytes }) => ((await cache?.match(runtime.folder + name)) ? 0 : bytes)),
  );
  return missing.reduce((sum, bytes) => sum + bytes, 0);
}

/** Keeps the memory of a started interpreter for the next visit. A browser that has no room starts from nothing again. */
export async function keepSnapshot(runtime: PageRuntime, snapshot: ArrayBuffer): Promise<void> {
  const cache = await openCache(runtime);
  await cache?.put(snapshotAddress(runtime), new Response(snapshot)).catch(() => undefined);
}

/** Forgets a snapshot that this browser could not start from. */
export async function forgetSnapshot(runtime: PageRuntime): Promise<void> {
  const cache = await openCache(runtime);
  await cache?.delete(snapshotAddress(runtime));
}

const cacheName = (runtime: PageRuntime) => `python ${runtime.folder}`;

/** There is none where the page is not served securely, or where the reader forbids storage: then all is fetched. */
async function openCache(runtime: PageRuntime): Promise<Cache | undefined> {
  if (!('caches' in globalThis)) return undefined;
  try {
    const cache = await caches.open(cacheName(runtime));
    await forgetOthers(runtime);
    return cache;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Files of an earlier Python help nobody, and take room. */
async function forgetOthers(runtime: PageRuntime): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('python ') && name !== cacheName(runtime));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A memory fits the WebAssembly engine that made it: another version of the browser, another snapshot. */
function snapshotAddress({ folder }: PageRuntime): string {
  return `${folder}snapshot?${encodeURIComponent(navigator.userAgent)}`;
}

async function readSnapshot(runtime: PageRuntime, cache: Cache | undefined): Promise<ArrayBuffer | undefined> {
  const kept = await cache?.match(snapshotAddress(runtime));
  return kept?.arrayBuffer();
}

/** The wheels come from another origin: what they are made of is compared with what the site was built with. */
async function readWheels(
  { full }: PageRuntime,
  cache: Cache | undefined,
  options: LoadOptions,
): Promise<ArrayBuffer[]> {
  if (!full) throw new Error('This site names no package index.');
  return Promise.all(
    full.wheels.map(async ({ file, sha256 }) => {
      const bytes = await readBytes(full.index + file, cache, options);
      if ((await digestOf(bytes)) === sha256) return bytes;
      await cache?.delete(full.index + file);
      throw new Error(`${file} is not what it should be: the package index serves other bytes.`);
    }),
  );
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readFile(address: string, cache: Cache | undefined, options: LoadOptions): Promise<ArrayBuffer> {
  return unpack(await readBytes(address, cache, options));
}

async function readBytes(address: string, cache: Cache | undefined, options: LoadOptions): Promise<ArrayBuffer> {
  const kept = await cache?.match(address);
  const response = kept ?? (await fetchFile(address, options.signal));
  const bytes = await readBody(response, address, options);
  if (!kept) await cache?.put(address, new Response(bytes)).catch(() => undefined);
  return bytes;
}

async function fetchFile(address: string, signal: AbortSignal): Promise<Response> {
  const name = address.split('/').at(-1) ?? '';
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = navigator.onLine ? 'the server did not answer' : 'there is no network';
    throw new Error(`Python could not be fetched: ${reason} (${name}).`);
  }
  if (!response.ok) throw new Error(`Python could not be fetched: the server said ${response.status} for ${name}.`);
  return response;
}

async function readBody(response: Response, address: string, options: LoadOptions): Promise<ArrayBuffer> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  try {
    // Not every browser goes through a stream with `for await`.
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      pieces.push(next.value);
      options.received(next.value.length);
    }
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw new Error(`Python could not be fetched: the connection broke (${address.split('/').at(-1)}).`);
  }
  return new Blob(pieces).arrayBuffer();
}

/** Some hosts unpack `.gz` files on the way: what the bytes begin with says whether there is something to do. */
async function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes, 0, 2);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function javaScript(bytes: ArrayBuffer): Blob {
  return new Blob([bytes], { type: 'text/javascript' });
}
