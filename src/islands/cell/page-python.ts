import type { PythonClient } from '../../python/page/python-client.ts';
import { fetchPart } from '../dom/fetch-part.ts';
import { wantsFullPackages } from './full-packages-choice.ts';

let client: Promise<PythonClient> | undefined;
let announce: (python: PythonClient) => void;
/** Resolves when the page's Python has been created, after the first request. */
export const pythonMade = new Promise<PythonClient>((resolve) => {
  announce = resolve;
});

/** The only Python of the page, created at the first call. Rejects if its program cannot be fetched; then call it again. */
export function pagePython(): Promise<PythonClient> {
  client ??= makeClient().catch((error) => {
    client = undefined;
    throw error;
  });
  return client;
}

async function makeClient(): Promise<PythonClient> {
  const { createPythonClient } = await fetchPart(() => import('../../python/page/browser-client.ts'));
  const python = createPythonClient({ wantsFull: wantsFullPackages });
  announce(python);
  return python;
}
