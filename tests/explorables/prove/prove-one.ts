import { parentPort, workerData } from 'node:worker_threads';
import { explorables } from '../../../src/explorables/explorables.ts';
import { claimFaults } from '../claims/claim-faults.ts';
import { proveExplorable } from './prove-explorable.ts';

/** A worker's whole task: one explorable, so that several can be shown at the same time. */
const { python, id, seed } = workerData as { python: string; id: string; seed: number };
const explorable = await explorables[id]?.();
if (explorable === undefined) throw new Error(`There is no explorable ${id}.`);
const verdict = await proveExplorable(python, id, { seed });
/** What is said of a state takes longer to check than its numbers, and some models run long. */
const said = id === 'mini-batches' ? 20 : 150;
parentPort?.postMessage({ ...verdict, said: claimFaults(explorable, said, seed) });
