/**
 * Has the page kept by a service worker, so that it opens again without a network, its Python included. A browser that
 * has none, or a page that is not served securely, goes without.
 *
 * @param address of the service worker, `/service-worker.js` under the site's base path
 */
export async function keepPage(address: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(address);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [location.href.replace(location.hash, ''), ...loadedFiles()] });
  } catch {
    // A reader whose browser forbids it reads with a network.
  }
}

function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin) && !name.includes('/python/'));
}
