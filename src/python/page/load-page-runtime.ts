import { type FetchOptions, fetchFile } from './fetch-file.ts';
import type { PageRuntime, PageRuntimeFileName } from './page-runtime.ts';
import { openRuntimeCache, type RuntimeCache } from './runtime-cache.ts';

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

export interface LoadOptions extends FetchOptions {
  /** Load the real NumPy and Matplotlib as well. */
  readonly full: boolean;
}

/**
 * Fetches what Python is made of, or takes it from Cache Storage. All of it is what the site was built with, to the bit.
 *
 * @throws Error with a sentence for the reader when a file does not come
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
    options.full ? undefined : cache.read(snapshotAddress(runtime)),
    options.full ? fetchWheels(runtime, cache, options) : [],
  ]);
  return { loader, program, module, stdlib, sources, snapshot, wheels };
}

/** Keeps the memory of a started interpreter for the next visit. A browser that has no room starts from nothing again. */
export async function keepSnapshot(runtime: PageRuntime, snapshot: ArrayBuffer): Promise<void> {
  const cache = await openRuntimeCache(runtime);
  await cache.write(snapshotAddress(runtime), snapshot);
}

/** Forgets a snapshot that this browser could not start from. */
export async function forgetSnapshot(runtime: PageRuntime): Promise<void> {
  const cache = await openRuntimeCache(runtime);
  await cache.forget(snapshotAddress(runtime));
}

/** A memory fits the WebAssembly engine that made it: another version of the browser, another snapshot. */
function snapshotAddress({ folder }: PageRuntime): string {
  return `${folder}snapshot?${encodeURIComponent(navigator.userAgent)}`;
}

/** The wheels come from another origin: their bytes are those that the site was built with, or they are refused. */
async function fetchWheels({ full }: PageRuntime, cache: RuntimeCache, options: FetchOptions): Promise<ArrayBuffer[]> {
  if (!full) throw new Error('This site names no package index.');
  if (!globalThis.isSecureContext)
    throw new Error('The full packages are offered only where the page is served by HTTPS.');
  return Promise.all(
    full.wheels.map(({ file, sha256 }) => fetchFile({ address: full.index + file, sha256 }, cache, options)),
  );
}

function javaScript(bytes: ArrayBuffer): Blob {
  return new Blob([bytes], { type: 'text/javascript' });
}
