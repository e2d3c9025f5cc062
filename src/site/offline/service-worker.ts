import type { ToKeeper } from '../../core/keeper-messages.ts';
import { KeptSite } from './kept-site.ts';
import type { SiteFiles } from './site-files.ts';

/**
 * An entry point: the service worker of the site. It caches the pages that a reader has opened, so that they open again
 * without a network. Pages are fetched again if that is possible; files with a digest in their name never change. A new
 * version takes over when no page is open any more, or when a reader asks for it: never by itself.
 */

/** The parts of a service worker's global scope that are used here. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { readonly id: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', react: (event: LastingEvent) => void): void;
  addEventListener(kind: 'message', react: (event: LastingEvent & MessageEvent<Partial<ToKeeper>>) => void): void;
  addEventListener(kind: 'fetch', react: (event: FetchEvent) => void): void;
}

interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Inserted by `keep-site.ts`. */
declare const siteFiles: SiteFiles;

const scope = globalThis as unknown as Scope;
const home = scope.registration.scope;
const site = new KeptSite(
  {
    caches,
    fetch: (request) => fetch(request),
    digestOf: async (bytes) => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    openPages: async () => (await scope.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id),
    home,
  },
  siteFiles,
);

scope.addEventListener('install', (event) => event.waitUntil(site.prepare()));
scope.addEventListener('activate', (event) => event.waitUntil(site.takeOver().finally(() => scope.clients.claim())));

scope.addEventListener('message', (event) => {
  const message = event.data as ToKeeper;
  event.waitUntil(react(message, (reply) => event.ports[0]?.postMessage(reply)));
});

async function react(message: ToKeeper, reply: (data: unknown) => void): Promise<void> {
  if ('takeOver' in message) await scope.skipWaiting();
  else if ('keepBelow' in message) await site.keepWhere((path) => path.startsWith(message.keepBelow));
  else if ('keepAssets' in message) await site.keepWhere(isAsset);
  else if ('askWhole' in message) reply(await site.whole());
  else if ('keepFiles' in message) reply(await site.keepPaths(message.keepFiles));
  else if ('keepWhole' in message)
    reply(
      await site.wantWhole(message.keepWhole).then(
        () => true,
        () => false,
      ),
    );
  else {
    // A page that was opened before this worker started sends the addresses of its files.
    await site.keepAddresses(message.keep);
    await site.tidy();
  }
}

/** Programs, styles, data and fonts: some of them a page fetches only when its reader comes to what needs them. */
function isAsset(path: string): boolean {
  return path.startsWith('_astro/');
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(home)) return;
  const path = request.url.slice(home.length);
  if (path.startsWith('python/')) return;
  // A page that starts Python fetches its megabytes to go on without a network; the other files are a small part of that.
  if (path.startsWith('_astro/browser-client.')) event.waitUntil(site.keepWhere(isAsset));
  event.respondWith(isAsset(path) ? fromCacheFirst(event) : fromNetworkFirst(event));
});

async function fromCacheFirst(event: FetchEvent): Promise<Response> {
  return (await site.read(event.request.url)) ?? fetchAndKeep(event, event.request);
}

async function fromNetworkFirst(event: FetchEvent): Promise<Response> {
  try {
    return await fetchAndKeep(event, revalidating(event.request));
  } catch (error) {
    const kept = await site.read(event.request.url);
    if (kept) return kept;
    if (event.request.mode === 'navigate') return site.offlinePage();
    throw error;
  }
}

/**
 * A request that the server must revalidate, since the browser's own cache may hold a network's sign-in page. The request
 * of a navigation cannot be copied with another cache mode, so a new one is made; the browser follows redirections.
 */
function revalidating(request: Request): Request {
  if (request.mode !== 'navigate') return new Request(request, { cache: 'no-cache' });
  return new Request(request.url, { cache: 'no-cache', redirect: 'manual', credentials: 'same-origin' });
}

async function fetchAndKeep(event: FetchEvent, request: Request): Promise<Response> {
  const response = await fetch(request);
  // The response does not wait for the storage, and does not fail if the storage fails.
  event.waitUntil(site.keep(event.request.url, response.clone()));
  return response;
}
