import { contentFaults } from './content-faults.ts';
import { root } from './run-command.ts';

/** Checks the data of the guide, which the verifier does not read: words, notes for teachers, moved parts and news. */
const faults = contentFaults(root);
if (faults.length > 0) console.error(faults.join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
