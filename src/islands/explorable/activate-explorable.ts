import { optionalPart } from '../../explorables/view/part-names.ts';
import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { makeButton } from '../dom/make-button.ts';

/**
 * Activates an explorable with the code that `prepare` fetches. Until then, and if it cannot be fetched, the explorable
 * stays as it was built: complete, with its controls disabled. After a failure it shows the reason, with a button if
 * another try may help.
 *
 * @param prepare resolves with the function that activates the explorable
 */
export async function activateExplorable(
  root: HTMLElement,
  prepare: () => Promise<() => void>,
  fetch: typeof fetchPart = fetchPart,
): Promise<void> {
  if (root.dataset['live'] !== undefined) return;
  root.dataset['live'] = 'loading';
  const said = optionalPart(root, 'said');
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
