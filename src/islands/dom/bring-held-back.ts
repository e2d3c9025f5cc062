import { MissingPartError } from './fetch-part.ts';

const files = new Map<string, Promise<Record<string, string>>>();

/**
 * Puts the check of an exercise, the lines of its solution and the sentences about answers back into the page. The build
 * keeps them in a file beside it (`src/site/held-back.ts`), which is fetched once.
 *
 * @param exercise the element `<checked-exercise>`
 * @throws {MissingPartError}
 */
export async function bringHeldBack(exercise: HTMLElement): Promise<void> {
  const { heldBack: address, name } = exercise.dataset;
  // The development server sends them with the page.
  if (address === undefined || name === undefined) return;
  const html = (await fileAt(address))[name] ?? '';
  // Another call may have brought them meanwhile.
  if (exercise.dataset['heldBack'] === undefined) return;
  delete exercise.dataset['heldBack'];
  const box = exercise.ownerDocument.createElement('template');
  box.innerHTML = html;
  const programs = box.content.querySelector('i');
  const cell = exercise.querySelector<HTMLElement>('python-cell[data-check]');
  for (const { name, value } of programs?.attributes ?? []) cell?.setAttribute(name, value);
  programs?.remove();
  exercise.append(box.content);
}

function fileAt(address: string): Promise<Record<string, string>> {
  const known = files.get(address) ?? fetchFile(address);
  files.set(address, known);
  // After a failure, another try fetches again.
  known.catch(() => files.delete(address));
  return known;
}

async function fetchFile(address: string): Promise<Record<string, string>> {
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
