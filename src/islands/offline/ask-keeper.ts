import type { ToKeeper } from '../../core/keeper-messages.ts';

/** Milliseconds without a reply, after which the service worker is given up: a few files take less on a slow connection. */
const patience = 120_000;

/**
 * Sends a message to the service worker, and resolves with its reply.
 *
 * @throws Error if there is no service worker, or no reply
 */
export async function askKeeper<Reply>(message: ToKeeper): Promise<Reply> {
  if (!('serviceWorker' in navigator)) throw new Error('This browser has no service workers.');
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('The service worker did not reply.')), patience);
    port1.onmessage = ({ data }) => {
      clearTimeout(limit);
      resolve(data);
    };
    active?.postMessage(message, [port2]);
  });
}
