// Caches the pages that a reader has opened, so that they open again without a network. Pages are fetched again if that is
// possible; files with a hash of their contents in their name never change. The page itself caches the files of Python.
// `keep-site.ts` inserts the table of digests.

/** The site's files and the start of their SHA-256 digests. Only these are cached, whatever a server or network answers. */
const digests = /* digests */ {};

const { pathname: base } = new URL(self.registration.scope);
// Other sites may share the origin.
const cacheName = `calculus-for-ml pages ${base}`;
const mostEntries = 600;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A page that was opened before this worker started sends the addresses of its files.
self.addEventListener('message', (event) => {
  const { data } = event;
  if (Array.isArray(data?.keep)) event.waitUntil(keepAll(data.keep));
  if (typeof data?.keepBelow === 'string') event.waitUntil(keepWhere((path) => path.startsWith(data.keepBelow)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(base)) return;
  if (pathname.startsWith(`${base}python/`)) return;
  if (pathname.startsWith(`${base}_astro/browser-client.`)) event.waitUntil(keepPrograms());
  event.respondWith(pathname.startsWith(`${base}_astro/`) ? fromCacheFirst(event) : fromNetworkFirst(event));
});

async function fromCacheFirst(event) {
  return (await readKept(event.request.url)) ?? fetchAndKeep(event, event.request);
}

async function fromNetworkFirst(event) {
  try {
    return await fetchAndKeep(event, revalidating(event.request));
  } catch (error) {
    const kept = await readKept(event.request.url);
    if (kept) return kept;
    if (event.request.mode === 'navigate') return offlinePage();
    throw error;
  }
}

/**
 * A request that the server must revalidate, since the browser's own cache may hold a network's sign-in page. The request
 * of a navigation cannot be copied with another cache mode, so a new one is made; the browser follows redirections.
 */
function revalidating(request) {
  if (request.mode !== 'navigate') return new Request(request, { cache: 'no-cache' });
  return new Request(request.url, { cache: 'no-cache', redirect: 'manual', credentials: 'same-origin' });
}

async function fetchAndKeep(event, request) {
  const response = await fetch(request);
  // The response does not wait for the storage, and does not fail if the storage fails.
  event.waitUntil(keep(event.request.url, response.clone()));
  return response;
}

/** The cache key of an address: without its query, which only the script of the page reads. */
function keyOf(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

async function readKept(address) {
  try {
    return await (await caches.open(cacheName)).match(keyOf(address));
  } catch {
    // Storage is refused.
    return undefined;
  }
}

/** Caches a file of this site if its digest is the one from the build. */
async function keep(address, response) {
  try {
    const wanted = digests[new URL(address).pathname.slice(base.length)];
    if (wanted === undefined || !response.ok || response.redirected) return;
    const bytes = await response.clone().arrayBuffer();
    if (!(await digestOf(bytes)).startsWith(wanted)) return;
    const cache = await caches.open(cacheName);
    await cache.put(keyOf(address), response);
    await dropOldest(cache);
  } catch {
    // Storage is refused or full, or the connection broke: the file is not cached.
  }
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function dropOldest(cache) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - mostEntries)).map((key) => cache.delete(key)));
}

/**
 * Caches the programs that a page would fetch later: those that ask a question, check an answer, open an editor. A page
 * that starts Python fetches its megabytes to go on without a network, and these are a small part of that.
 */
function keepPrograms() {
  return keepWhere((path) => /^_astro\/.*\.(?:js|json)$/.test(path));
}

/** Caches the files of the site whose addresses below its base pass a test. */
function keepWhere(isWanted) {
  const paths = Object.keys(digests).filter(isWanted);
  return keepAll(paths.map((path) => new URL(base + path, self.location.origin).href));
}

async function keepAll(addresses) {
  for (const address of addresses) {
    if (await readKept(address)) continue;
    try {
      await keep(address, await fetch(address));
    } catch {
      // It could not be fetched: it is cached when it is next opened.
    }
  }
}

/** The page shown in place of one that is not cached: a list of the cached pages. */
async function offlinePage() {
  const pages = await keptPages();
  const list = pages.map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`).join('');
  const rest =
    list === '' ? '' : `<p>These pages have been opened before and work without a network:</p><ul>${list}</ul>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>No network · Calculus for ML</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>body{max-width:38rem;margin:10vh auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}</style></head>
<body><main><h1>There is no network</h1><p>This page has not been opened in this browser yet, so it cannot be shown now.</p>
${rest}<p><a href="">Try again</a></p></main></body></html>`;
  return new Response(html, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

async function keptPages() {
  try {
    const cache = await caches.open(cacheName);
    const keys = (await cache.keys()).filter(({ url }) => url.endsWith('/'));
    const pages = await Promise.all(
      keys.map(async ({ url }) => {
        // The title is already escaped, so it is inserted unchanged.
        const title = /<title>([^<]*)<\/title>/.exec((await (await cache.match(url))?.text()) ?? '')?.[1];
        return { path: new URL(url).pathname, title };
      }),
    );
    return pages.filter(({ title }) => title !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch {
    return [];
  }
}
