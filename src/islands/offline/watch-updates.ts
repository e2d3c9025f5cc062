import { announceUpdate } from './announce-update.ts';

/**
 * Announces a new version of the site as soon as the browser has it ready. It takes over when its reader asks for it, or
 * when all pages of this version are closed.
 */
export function watchUpdates(registration: ServiceWorkerRegistration): void {
  const announce = () => {
    // The first worker of a browser replaces nothing.
    if (registration.waiting && navigator.serviceWorker.controller) announceUpdate(registration);
  };
  const watchInstalling = () => {
    registration.installing?.addEventListener('statechange', ({ target }) => {
      if ((target as ServiceWorker).state === 'installed') announce();
    });
  };
  registration.addEventListener('updatefound', watchInstalling);
  // Opening the page lets the browser look for a new version: it may have been found before anybody listened.
  watchInstalling();
  announce();
}
