import { answerInTime } from '../../core/answer-in-time.ts';
import type { PageRuntime } from './page-runtime.ts';

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

/**
 * Opens the cache of this runtime. Other sites may share the origin, so its name contains the site and the digest of the
 * contents. Those of earlier runtimes are deleted by the service worker (`kept-site.ts`), which knows whether a page of an
 * earlier version is still open.
 */
export async function openRuntimeCache(
  { folder }: Pick<PageRuntime, 'folder'>,
  // Its type is wrong: on pages without HTTPS browsers do not define it.
  storage: Pick<CacheStorage, 'open'> | undefined = globalThis.caches,
): Promise<RuntimeCache> {
  const cache = await answerInTime(async () => storage?.open(`calculus-for-ml python ${folder}`));
  return {
    read: async (address) => answerInTime(async () => (await cache?.match(address))?.arrayBuffer()),
    has: async (address) => (await answerInTime(async () => cache?.match(address))) !== undefined,
    write: async (address, bytes) => answerInTime(async () => cache?.put(address, new Response(bytes))),
    forget: async (address) => void (await answerInTime(async () => cache?.delete(address))),
  };
}
