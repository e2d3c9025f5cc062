import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startInterpreter } from './interpreter.ts';
import { readParts } from './read-parts.ts';

/** An entry point: starts an interpreter from nothing, and leaves its memory in the folder and its name on the output. */
const [, , folder = ''] = process.argv;
const { exit } = process;
const parts = await readParts(folder);
const interpreter = await startInterpreter(parts, () => undefined);
interpreter.prepare();
writeFileSync(join(folder, 'snapshot.bin'), interpreter.snapshot());
writeSync(1, interpreter.label());
// Pyodide's event loop would wait for ever.
exit(0);
