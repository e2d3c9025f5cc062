import type { PythonClient } from '../../python/page/python-client.ts';
import { fetchPart } from '../dom/fetch-part.ts';
import { wantsFullPackages } from './full-packages-choice.ts';

let client: Promise<PythonClient> | undefined;
let announce: (python: PythonClient) => void;
/** Resolves when the page's Python has first been asked for and made. */
export const pythonMade = new Promise<PythonClient>((resolve) => {
  announce = resolve;
});

/** The one Python of the page, made when it is first asked for. Rejects when its program cannot be fetched: then ask again. */
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
