import { readFileSync } from 'node:fs';

/** One name of our NumPy, and the accuracy of its results. */
export interface Covered {
  /** The name after `np.`: `linspace`, `linalg.solve`; or a method, `ndarray.reshape`. */
  readonly name: string;
  readonly exactness: Exactness;
}

export type Exactness = 'exact' | '2 ulp' | 'backward error';

/**
 * Reads the allow-list of our NumPy, a plain dictionary in Python.
 *
 * @param path of `packages/numpy/_coverage.py`
 * @throws Error if it has no such table
 */
export function readCoverage(path: string): Covered[] {
  const text = readFileSync(path, 'utf8');
  const dictionary = /^COVERAGE = \{$([\s\S]*?)^\}$/m.exec(text)?.[1];
  const entries = [...(dictionary ?? '').matchAll(/"([\w.]+)": "(exact|2 ulp|backward error)"/g)];
  if (entries.length === 0) throw new Error(`${path} has no table of covered names.`);
  return entries.map(([, name = '', exactness = 'exact']) => ({ name, exactness: exactness as Exactness }));
}
