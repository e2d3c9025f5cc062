import type { WholeSite } from '../../core/keeper-messages.ts';
import { saySize } from '../dom/say-size.ts';
import { bytesOf, type WholeKeeping } from './keep-files.ts';

/**
 * How much of the guide is in the browser, and how much keeping the rest would fetch.
 *
 * @param site `undefined` if the service worker does not reply
 * @param room bytes that the browser has left for the site, if it says so
 */
export function sayWhole(site: WholeSite | undefined, room: number | undefined): string {
  if (!site)
    return 'This browser cannot keep the guide: it has no service workers, or does not allow them here, for example in a private window.';
  const { files, missing, stored } = site;
  if (missing.length === 0)
    return `The whole guide is in this browser and works without a network: ${saySize(stored)}, with its Python.${site.isWanted ? ' When there is a new version, its files are fetched before it is offered to you.' : ''}`;
  const all = `The whole guide, with its Python, its search and its downloads, takes ${saySize(stored)} on this device.`;
  const isNew = missing.length === files.length;
  const left = `${isNew ? 'To keep it' : 'A part is here already. To keep the rest'}, ${saySize(bytesOf(missing))} must be fetched.`;
  const tight =
    room !== undefined && room < stored
      ? ` Your browser has only ${saySize(Math.max(0, room))} left for this site.`
      : '';
  return `${all} ${left}${tight}`;
}

/** The result of keeping the whole guide, for its reader. `undefined` if the service worker has stopped replying. */
export function sayKeeping(keeping: WholeKeeping | undefined): string {
  switch (keeping?.kind) {
    case undefined:
      return 'The browser has stopped the work. What was fetched is kept: press the button again to go on.';
    case 'kept':
      return 'Done: every page now works without a network.';
    case 'stopped':
      return 'Stopped. What was fetched is kept.';
    case 'full':
      return 'Your browser refused to store more: there is no room for this site, or storage is not allowed. What was stored before works without a network, and can be removed.';
    case 'failed':
      return sayFailed(keeping.unreachable, keeping.wrong);
  }
}

function sayFailed(unreachable: readonly string[], wrong: readonly string[]): string {
  const lost =
    unreachable.length === 0
      ? []
      : [`${list(unreachable)} could not be fetched: check your connection, and press the button again.`];
  const other =
    wrong.length === 0
      ? []
      : [
          `The server sent another file in place of ${list(wrong)}: the guide has been updated since you opened this page, or the network asks you to sign in. Reload this page, and try again.`,
        ];
  return [...lost, ...other].join(' ');
}

/** The first paths of a list, and how many more there are. */
function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).map((path) => (path === '' ? 'the first page' : path));
  const more = paths.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more files` : '');
}
