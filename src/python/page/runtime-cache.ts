import { type Clock, systemClock } from '../clock.ts';
import type { PageRuntime } from './page-runtime.ts';

/** Milliseconds of silence after which an operation of the cache is given up, as if it had failed. */
const patience = 6000;

/**
 * Files that a reader's browser stores between visits. No method throws or waits for long: if nothing can be stored,
 * because the page has no HTTPS, the reader forbids it, the disk is full or does not answer, everything is fetched again.
 */
export interface RuntimeCache {
  read(address: string): Promise<ArrayBuffer | undefined>;
  has(address: string): Promise<boolean>;
  write(address: string, bytes: ArrayBuffer): Promise<void>;
  forget(address: string): Promise<void>;
}

/** The needs of the cache in the browser; tests pass their own. */
export interface CacheParts {
  /** `undefined` without HTTPS. */
  readonly storage: () => Pick<CacheStorage, 'open'> | undefined;
  readonly clock: Clock;
}

// Its type is wrong: on pages without HTTPS browsers do not define it.
const browserParts: CacheParts = { storage: () => globalThis.caches as CacheStorage | undefined, clock: systemClock };

const nothingKept: RuntimeCache = {
  read: async () => undefined,
  has: async () => false,
  write: async () => undefined,
  forget: async () => undefined,
};

/**
 * Opens the cache of this runtime. Other sites may share the origin, so its name contains the site and the digest of the
 * contents. Those of earlier runtimes are deleted by the service worker (`kept-site.ts`), which knows whether a page of an
 * earlier version is still open.
 */
export async function openRuntimeCache(
  { folder }: Pick<PageRuntime, 'folder'>,
  { storage, clock }: CacheParts = browserParts,
): Promise<RuntimeCache> {
  const attempt = <T>(act: () => Promise<T> | undefined) => within(clock, act);
  const cache = await attempt(() => storage()?.open(`calculus-for-ml python ${folder}`));
  if (!cache) return nothingKept;
  return {
    read: async (address) => attempt(async () => (await cache.match(address))?.arrayBuffer()),
    has: async (address) => (await attempt(() => cache.match(address))) !== undefined,
    write: async (address, bytes) => attempt(() => cache.put(address, new Response(bytes))),
    forget: async (address) => void (await attempt(() => cache.delete(address))),
  };
}

/** The result of an operation, or `undefined` if it fails or is silent: the cache is optional. */
async function within<T>(clock: Clock, act: () => Promise<T> | undefined): Promise<T | undefined> {
  let stopWaiting = () => {};
  const silence = new Promise<undefined>((resolve) => {
    stopWaiting = clock.after(patience, () => resolve(undefined));
  });
  try {
    return await Promise.race([act(), silence]);
  } catch {
    // Browsers refuse it with various errors.
    return undefined;
  } finally {
    stopWaiting();
  }
}
