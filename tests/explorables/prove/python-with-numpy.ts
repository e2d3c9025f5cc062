import { fileURLToPath } from 'node:url';
import { findPythons } from '../../../src/python/native/find-pythons.ts';

/** The first Python of this machine that has NumPy. @throws Error if there is none. */
export async function pythonWithNumpy(env: NodeJS.ProcessEnv): Promise<string> {
  const found = await findPythons({ env, root: fileURLToPath(new URL('../../..', import.meta.url)) });
  const python = found.find(({ numpy }) => numpy !== null);
  if (python === undefined) throw new Error('No Python with NumPy was found to compare with. `npm test` sets one up.');
  return python.executable;
}
