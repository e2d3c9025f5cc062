import { runtime } from 'virtual:python-runtime';
import { openRuntimeCache } from './runtime-cache.ts';

/** Whether the site was built with a package index, so that a reader may choose the real packages. */
export const offersFull = runtime.full !== undefined;

/** The number of bytes that the first run would fetch from the network: 0 if Python is cached in this browser. */
export async function downloadSize(): Promise<number> {
  const cache = await openRuntimeCache(runtime);
  const missing = await Promise.all(
    runtime.files.map(async ({ name, bytes }) => ((await cache.has(runtime.folder + name)) ? 0 : bytes)),
  );
  return missing.reduce((sum, bytes) => sum + bytes, 0);
}
