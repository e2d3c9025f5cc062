import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { machinePythons } from '../machine-pythons.ts';

const packages = fileURLToPath(new URL('../../../src/python/packages', import.meta.url));
const script = fileURLToPath(new URL('record_all.py', import.meta.url));

/** The Pythons of this machine that are new enough for the packages. */
export const pythons = machinePythons.filter(({ version }) => Number(version.split('.')[1]) >= 11);

/** What became of a program that the recorder ran. */
export interface Recording {
  readonly figures: readonly unknown[];
  readonly printed: string;
  /** `Type: message`, or null. */
  readonly error: string | null;
  readonly warnings: readonly string[];
}

/** Runs programs with the recorder, each from a clean state and without the Python's own packages; `plt` is imported already. */
export function record(programs: readonly string[]): Recording[] {
  const [python] = pythons;
  if (!python) throw new Error('No Python 3.11 or newer was found. `npm test` sets one up.');
  const input = JSON.stringify(programs);
  const options = { input, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  return JSON.parse(execFileSync(python.executable, ['-B', '-S', script, packages], options)) as Recording[];
}

/** Runs one program. */
export function recordOne(program: string): Recording {
  const [recording] = record([program]);
  if (!recording) throw new Error('nothing came back');
  return recording;
}

/** The facts that `facts.py` reads of programs: with the recorder of this project, or with the Python's own Matplotlib. */
export function facts(executable: string, programs: readonly string[], ours: boolean): unknown[] {
  const reader = fileURLToPath(new URL('facts.py', import.meta.url));
  const args = ['-B', reader, ours ? `${packages}/matplotlib` : '-', ...programs];
  return JSON.parse(execFileSync(executable, args, { encoding: 'utf8', maxBuffer: 1 << 28, cwd: '/' })) as unknown[];
}
