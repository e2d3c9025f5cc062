import { runtime as servedRuntime } from 'virtual:python-runtime';
import { loadPageRuntime } from './load-page-runtime.ts';
import type { PageRuntime } from './page-runtime.ts';
import type { PythonClient } from './python-client.ts';
import { WorkerPython } from './worker-python.ts';

export interface PythonClientOptions {
  /** The files of Python; by default those that the site was built with. */
  readonly runtime?: PageRuntime;
  /** Called at each start; returns whether to load the real NumPy and Matplotlib. */
  readonly wantsFull?: () => boolean;
}

/** Creates the page's Python. No file is fetched before the first run. */
export function createPythonClient(options: PythonClientOptions = {}): PythonClient {
  const { runtime = servedRuntime, wantsFull = () => false } = options;
  return new WorkerPython({
    runtime,
    wantsFull,
    load: loadPageRuntime,
    startWorker: () => new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' }),
  });
}
