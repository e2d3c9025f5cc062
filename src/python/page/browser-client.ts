import { runtime as servedRuntime } from 'virtual:python-runtime';
import { loadPageRuntime } from './load-page-runtime.ts';
import type { PageRuntime } from './page-runtime.ts';
import type { PythonClient } from './python-client.ts';
import { WorkerPython } from './worker-python.ts';

export interface PythonClientOptions {
  /** Where the files are; what the site was built with, unless told otherwise. */
  readonly runtime?: PageRuntime;
  /** Whether to load the real NumPy and Matplotlib; asked at each start. */
  readonly wantsFull?: () => boolean;
}

/** Makes the page's Python: nothing of it is fetched before the first run. */
export function createPythonClient(options: PythonClientOptions = {}): PythonClient {
  const { runtime = servedRuntime, wantsFull = () => false } = options;
  return new WorkerPython({
    runtime,
    wantsFull,
    load: loadPageRuntime,
    startWorker: () => new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' }),
  });
}
