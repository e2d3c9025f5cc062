import { parentPort, workerData } from 'node:worker_threads';
import { proveExplorable } from './prove-explorable.ts';

/** A worker's whole task: one explorable, so that several can be shown at the same time. */
const { python, id, seed } = workerData as { python: string; id: string; seed: number };
parentPort?.postMessage(await proveExplorable(python, id, { seed }));
