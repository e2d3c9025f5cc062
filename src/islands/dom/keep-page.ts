/**
 * Makes a service worker cache the page, so that it opens again without a network, with its Python. Without service workers
 * or HTTPS this has no effect.
 *
 * @param address of the service worker, `/service-worker.js` under the site's base path
 */
export async function keepPage(address: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(address);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [location.href.replace(location.hash, '')] });
    // Also what is loaded from now on: a page is not yet controlled by the worker that it has just registered.
    new PerformanceObserver((list) => active?.postMessage({ keep: ownFiles(list.getEntries()) })).observe({
      type: 'resource',
      buffered: true,
    });
  } catch {
    // If the browser forbids it, the page needs a network.
  }
}

function ownFiles(loaded: readonly PerformanceEntry[]): string[] {
  return loaded
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin) && !name.includes('/python/'));
}
