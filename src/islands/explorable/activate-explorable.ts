import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { makeButton } from '../dom/make-button.ts';

/**
 * Makes an explorable work with what `prepare` fetches. Until that is here, and where it cannot be fetched, the
 * explorable stays as the page was built: complete, with its controls disabled. Then it says why, with a button where
 * trying again may help.
 *
 * @param prepare resolves with what makes the explorable work
 */
export async function activateExplorable(
  root: HTMLElement,
  prepare: () => Promise<() => void>,
  fetch: typeof fetchPart = fetchPart,
): Promise<void> {
  if (root.dataset['live'] !== undefined) return;
  root.dataset['live'] = 'loading';
  const said = root.querySelector('[data-part=said]');
  try {
    const activate = await fetch(prepare);
    said?.replaceChildren();
    activate();
    root.dataset['live'] = 'ready';
  } catch (error) {
    if (!(error instanceof MissingPartError)) throw error;
    delete root.dataset['live'];
    const again = () => void activateExplorable(root, prepare, fetch);
    const retry = error.mayRetry ? [' ', makeButton('Try again', again, { className: 'button' })] : [];
    said?.replaceChildren(error.message, ...retry);
  }
}
