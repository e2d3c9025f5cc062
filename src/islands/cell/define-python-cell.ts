import { cameBack } from '../dom/came-back.ts';
import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { signOfReader } from '../dom/sign-of-reader.ts';

/**
 * Makes the examples of the page cells at the first sign of a reader, or at once if the reader came back to them. Where the
 * program of cells cannot be fetched, they stay as they were built.
 */
async function definePythonCells(): Promise<void> {
  if (!cameBack()) await signOfReader();
  try {
    (await fetchPart(() => import('./python-cell.ts'))).definePythonCell();
  } catch (error) {
    if (!(error instanceof MissingPartError)) throw error;
  }
}

void definePythonCells();
