import type { ToKeeper } from '../../core/keeper-messages.ts';
import { signOfReader } from '../dom/sign-of-reader.ts';
import { watchUpdates } from './watch-updates.ts';

/**
 * Makes a service worker cache the page, so that it opens again without a network, with its Python, and announces a new
 * version of the site. Without service workers or HTTPS this has no effect.
 *
 * @param address of the service worker, `/service-worker.js` under the site's base path
 */
export async function keepPage(address: string): Promise<void> {
  // Named in the page itself, what a browser installs the site by would be fetched before the text is seen.
  const manifest = address.replace(/[^/]*$/, 'manifest.webmanifest');
  document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: manifest }));
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(address);
    const { active } = await navigator.serviceWorker.ready;
    const send = (message: ToKeeper) => active?.postMessage(message);
    send({ keep: [location.href.replace(location.hash, ''), ...restOf(document.body)] });
    // Also what is loaded from now on: a page is not yet controlled by the worker that it has just registered.
    new PerformanceObserver((list) => send({ keep: ownFiles(list.getEntries()) })).observe({
      type: 'resource',
      buffered: true,
    });
    watchUpdates(registration);
    if (!hasProgramsToCome()) return;
    await signOfReader();
    send({ keepAssets: true });
  } catch {
    // If the browser forbids it, the page needs a network.
  }
}

/**
 * Whether the page fetches programs only when its reader comes to them. A new deployment removes them from the server, and
 * an open page must go on working. A reader who saves data fetches none ahead.
 */
function hasProgramsToCome(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return (
    !connection?.saveData && document.querySelector('python-cell, calculus-explorable, calculus-question') !== null
  );
}

/** The address of what the page was sent without, and fetches when there is a reader: it may be closed before. */
function restOf({ dataset: { rest } }: HTMLElement): string[] {
  return rest === undefined ? [] : [new URL(rest, location.href).href];
}

function ownFiles(loaded: readonly PerformanceEntry[]): string[] {
  return loaded
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin) && !name.includes('/python/'));
}
