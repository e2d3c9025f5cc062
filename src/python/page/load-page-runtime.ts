import { digestOf } from './digest-of.ts';
import { type FetchOptions, fetchFile } from './fetch-file.ts';
import type { PageRuntime, PageRuntimeFileName } from './page-runtime.ts';
import { openRuntimeCache, type RuntimeCache } from './runtime-cache.ts';

/** The files from which a worker starts an interpreter; they can be sent to any number of workers. */
export interface LoadedRuntime {
  /** JavaScript, to be imported from a blob. */
  readonly loader: Blob;
  readonly program: Blob;
  readonly module: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly sources: Readonly<Record<string, string>>;
  /** The memory of an earlier start in this browser. */
  readonly snapshot: ArrayBuffer | undefined;
  /** The real packages in place of our own; with them there is no snapshot. */
  readonly wheels: readonly ArrayBuffer[];
}

export interface LoadOptions extends FetchOptions {
  /** Load the real NumPy and Matplotlib as well. */
  readonly full: boolean;
}

/**
 * Fetches the files of Python, or reads them from Cache Storage. Their digests must be those from the build of the site.
 *
 * @throws Error with a sentence for the reader if a file cannot be fetched
 */
export async function loadPageRuntime(runtime: PageRuntime, options: LoadOptions): Promise<LoadedRuntime> {
  const cache = await openRuntimeCache(runtime);
  const get = (name: PageRuntimeFileName) => {
    const sha256 = runtime.files.find((file) => file.name === name)?.sha256 ?? '';
    return fetchFile({ address: runtime.folder + name, sha256 }, cache, options);
  };
  const [loader, program, module, stdlib, sources, snapshot, wheels] = await Promise.all([
    get('pyodide.mjs.gz').then(javaScript),
    get('pyodide.asm.mjs.gz').then(javaScript),
    get('pyodide.asm.wasm.gz').then((bytes) => WebAssembly.compile(bytes)),
    get('python_stdlib.zip'),
    get('sources.json.gz').then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>),
    options.full ? undefined : readSnapshot(runtime, cache),
    options.full ? fetchWheels(runtime, cache, options) : [],
  ]);
  return { loader, program, module, stdlib, sources, snapshot, wheels };
}

/**
 * Stores the memory of a started interpreter for the next visit, in place of an earlier one. If storage is full, or there is
 * no room to compute its digest, nothing is stored.
 */
export async function keepSnapshot(
  runtime: PageRuntime,
  snapshot: ArrayBuffer,
  opening: RuntimeCache | Promise<RuntimeCache> = openRuntimeCache(runtime),
): Promise<void> {
  const cache = await opening;
  const label = await labelOf(snapshot);
  if (label === undefined) return;
  await cache.write(snapshotAddress(runtime), snapshot);
  await cache.write(labelAddress(runtime), new TextEncoder().encode(label).buffer);
}

/** The snapshot of an earlier visit, if this browser stored it and its bytes are still those that were stored. */
export async function readSnapshot(runtime: PageRuntime, cache: RuntimeCache): Promise<ArrayBuffer | undefined> {
  const kept = await cache.read(snapshotAddress(runtime));
  const label = kept && (await cache.read(labelAddress(runtime)));
  return label && new TextDecoder().decode(label) === (await labelOf(kept)) ? kept : undefined;
}

/** Deletes a snapshot from which this browser could not start. */
export async function forgetSnapshot(runtime: PageRuntime): Promise<void> {
  const cache = await openRuntimeCache(runtime);
  await cache.forget(snapshotAddress(runtime));
}

/** One address for all versions of the browser: a snapshot is large, and only the latest is of use. */
function snapshotAddress({ folder }: PageRuntime): string {
  return `${folder}snapshot`;
}

function labelAddress(runtime: PageRuntime): string {
  return `${snapshotAddress(runtime)}?label`;
}

/**
 * The digest of a snapshot with the version of the browser, since it is valid for one WebAssembly engine only. `undefined`
 * without HTTPS, or if the browser cannot compute it, as when memory is short: Python then starts from nothing.
 */
async function labelOf(snapshot: ArrayBuffer): Promise<string | undefined> {
  const digest = await digestOf(snapshot).catch(() => undefined);
  return digest && `${digest} ${navigator.userAgent}`;
}

/** Fetches the wheels from another origin; wheels without the digest from the build of the site are refused. */
async function fetchWheels({ full }: PageRuntime, cache: RuntimeCache, options: FetchOptions): Promise<ArrayBuffer[]> {
  if (!full) throw new Error('This site was built without a package index.');
  if (!globalThis.isSecureContext)
    throw new Error('The full packages are offered only where the page is served by HTTPS.');
  return Promise.all(
    full.wheels.map(({ file, sha256 }) => fetchFile({ address: full.index + file, sha256 }, cache, options)),
  );
}

function javaScript(bytes: ArrayBuffer): Blob {
  return new Blob([bytes], { type: 'text/javascript' });
}
