// Keeps what a reader has opened, so that it opens again without a network. Pages are fetched anew when that is possible;
// files whose name holds a hash of their contents never change. What Python is made of keeps itself.

const cacheName = 'pages';
const mostEntries = 400;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A page that was there before this program says what it is made of.
self.addEventListener('message', ({ data }) => {
  if (Array.isArray(data?.keep)) keepAll(data.keep);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.includes('/python/')) return;
  event.respondWith(pathname.includes('/_astro/') ? fromCacheFirst(request) : fromNetworkFirst(request));
});

async function fromCacheFirst(request) {
  return (await caches.match(request)) ?? fetchAndKeep(request);
}

async function fromNetworkFirst(request) {
  try {
    return await fetchAndKeep(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function fetchAndKeep(request) {
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(cacheName);
    await cache.put(request, response.clone());
  }
  return response;
}

async function keepAll(addresses) {
  const cache = await caches.open(cacheName);
  for (const address of addresses) {
    if (!(await cache.match(address))) await cache.add(address).catch(() => undefined);
  }
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - mostEntries))) await cache.delete(old);
}
