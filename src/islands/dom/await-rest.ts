import { bringRest } from './bring-rest.ts';
import { MissingPartError } from './fetch-part.ts';
import { scrollToElement } from './scroll-to-element.ts';
import { signOfReader } from './sign-of-reader.ts';

/**
 * Brings what a lesson was sent without at the first sign of a reader, or when a fold is opened, or at once if the address
 * leads into a fold. If it cannot be fetched, the folds that are open say so, and the next that is opened tries again.
 */
export async function awaitRest(page: Document): Promise<void> {
  page.addEventListener('toggle', ({ target }) => void (isEmptyFold(target) && bring(page)), true);
  addEventListener('hashchange', () => void showTarget(page));
  await showTarget(page);
  await signOfReader();
  await bring(page);
}

async function bring(page: Document): Promise<void> {
  say(page, 'This is on its way …');
  try {
    await bringRest(page);
  } catch (error) {
    if (!(error instanceof MissingPartError)) throw error;
    say(page, error.message);
  }
}

function say(page: Document, words: string): void {
  for (const line of page.querySelectorAll('[data-held][open] > .fold-to-come')) line.textContent = words;
}

function isEmptyFold(target: EventTarget | null): boolean {
  return target instanceof HTMLDetailsElement && target.open && target.dataset['held'] !== undefined;
}

/** Opens the fold into which the address leads, brings its body, and shows what the address names. */
async function showTarget(page: Document): Promise<void> {
  const id = location.hash.slice(1);
  const fold = page.getElementById(id)?.closest<HTMLDetailsElement>('details[data-held]');
  if (!fold) return;
  // A step of help may not have come yet.
  fold.removeAttribute('hidden');
  fold.open = true;
  await bring(page);
  const target = page.getElementById(id);
  if (target) scrollToElement(target);
}
