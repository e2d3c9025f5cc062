import { MissingPartError } from './fetch-part.ts';

const files = new Map<string, Promise<readonly string[]>>();

/**
 * Puts back into a lesson what nobody sees when it opens: the bodies of its folds, what checks the answers of its exercises,
 * and the TeX of the equations of its explorables. The build keeps it in a file beside the page (`src/site/build/held-back.ts`),
 * which is fetched once.
 *
 * @throws {MissingPartError}
 */
export async function bringRest(page: Document): Promise<void> {
  const address = page.body.dataset['rest'];
  // The development server sends it with the page.
  if (address === undefined) return;
  putBack(page, await fileAt(address));
}

/** Does the same before it returns, for a page that is about to be printed. Without a network it does nothing. */
export function bringRestAtOnce(page: Document): void {
  const address = page.body.dataset['rest'];
  if (address === undefined) return;
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  try {
    request.send();
    if (request.status === 200) putBack(page, JSON.parse(request.responseText));
  } catch {
    // On paper the folds then say that something is missing.
  }
}

/** Puts the parts of a page into the places that have their numbers, unless another call has put them back meanwhile. */
export function putBack(page: Document, parts: readonly string[]): void {
  if (page.body.dataset['rest'] === undefined) return;
  delete page.body.dataset['rest'];
  for (const place of page.querySelectorAll('[data-held]')) {
    const box = page.createElement('template');
    box.innerHTML = parts[Number(place.getAttribute('data-held'))] ?? '';
    place.removeAttribute('data-held');
    if (place.localName === 'checked-exercise') giveChecks(place, box.content);
    // Not the summary, which would lose the focus.
    if (place.localName === 'details')
      for (const child of [...place.children]) if (child.localName !== 'summary') child.remove();
    place.append(box.content);
  }
}

function giveChecks(exercise: Element, part: DocumentFragment): void {
  const programs = part.querySelector('i');
  const cell = exercise.querySelector('python-cell[data-check]');
  for (const { name, value } of programs?.attributes ?? []) cell?.setAttribute(name, value);
  programs?.remove();
}

function fileAt(address: string): Promise<readonly string[]> {
  const known = files.get(address) ?? fetchFile(address);
  files.set(address, known);
  // After a failure, another try fetches again.
  known.catch(() => files.delete(address));
  return known;
}

async function fetchFile(address: string): Promise<readonly string[]> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new MissingPartError(
      'A part of this page could not be fetched. Check your connection, and try again.',
      true,
      cause,
    );
  }
  if (response.ok) return response.json();
  throw new MissingPartError(
    `A part of this page could not be fetched: the server answered ${response.status}. Reload the page.`,
    response.status >= 500,
    response,
  );
}
