import type { PageRuntime } from './page-runtime.ts';

/**
 * Files that a reader's browser stores between visits. No method throws: if nothing can be stored, because the page has no
 * HTTPS, the reader forbids it or the disk is full, everything is fetched again.
 */
export interface RuntimeCache {
  read(address: string): Promise<ArrayBuffer | undefined>;
  has(address: string): Promise<boolean>;
  write(address: string, bytes: ArrayBuffer): Promise<void>;
  forget(address: string): Promise<void>;
}

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
export async function openRuntimeCache({ folder }: Pick<PageRuntime, 'folder'>): Promise<RuntimeCache> {
  if (!('caches' in globalThis)) return nothingKept;
  const cache = await attempt(() => caches.open(`calculus-for-ml python ${folder}`));
  if (!cache) return nothingKept;
  return {
    read: async (address) => attempt(async () => (await cache.match(address))?.arrayBuffer()),
    has: async (address) => (await attempt(() => cache.match(address))) !== undefined,
    write: async (address, bytes) => attempt(() => cache.put(address, new Response(bytes))),
    forget: async (address) => void (await attempt(() => cache.delete(address))),
  };
}

async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    // The cache is optional, and browsers refuse it with various errors.
    return undefined;
  }
}
