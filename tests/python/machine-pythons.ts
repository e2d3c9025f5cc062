import { fileURLToPath } from 'node:url';
import { type FoundPython, findPythons } from '../../src/python/native/find-pythons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Pythons of this machine, the project's own virtual environment among them, as the verifier finds them. */
export const machinePythons: readonly FoundPython[] = await findPythons({ env: process.env, root });
