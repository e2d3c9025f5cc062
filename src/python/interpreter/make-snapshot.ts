import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startInterpreter } from './interpreter.ts';
import { readParts } from './read-parts.ts';

/** An entry point: starts an interpreter without a snapshot, writes its memory into the folder, and prints its name. */
const [, , folder = ''] = process.argv;
const { exit } = process;
try {
  const interpreter = await startInterpreter(await readParts(folder), () => undefined);
  interpreter.prepare();
  writeFileSync(join(folder, 'snapshot.bin'), interpreter.snapshot());
  writeSync(1, interpreter.label());
} catch (error) {
  // Not caught, it would be printed with a line of Pyodide's minified source.
  writeSync(2, String(error));
  exit(1);
}
// Pyodide's event loop would never end.
exit(0);
