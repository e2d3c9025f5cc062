import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  askPython,
  type FoundPython,
  findPythons,
  pythonCandidates,
  type SearchPlace,
} from '../../python/native/find-pythons.ts';
import { readJson, writeJson } from '../files/file-store.ts';
import { sha256 } from './cache.ts';
import { MissingEngineError, noPython } from './missing-engine.ts';

/** The native Pythons to use: the one with the most packages, every one with NumPy, or the one at a path. */
export type EngineChoice = 'first' | 'all' | { readonly path: string };

/** A Python that runs the examples, and the reason why it was chosen, in words. */
export interface ChosenPython {
  readonly python: FoundPython;
  readonly chosen: string;
}

interface StoredPythons {
  readonly key: string;
  readonly pythons: readonly FoundPython[];
}

/** `findPythons`, cached in the file `path` until a candidate, one of its package folders or the PATH changes. */
export async function findPythonsOnce(place: SearchPlace, path: string): Promise<readonly FoundPython[]> {
  const stored = readJson<StoredPythons>(path, { key: '', pythons: [] });
  const key = (pythons: readonly FoundPython[]) => {
    const version = join(place.env['PYENV_ROOT'] ?? join(place.env['HOME'] ?? '', '.pyenv'), 'version');
    const watched = [...pythonCandidates(place), version, ...pythons.flatMap(({ path }) => path)];
    return sha256(JSON.stringify([place.env['PYENV_VERSION'], watched.map((entry) => [entry, modifiedAt(entry)])]));
  };
  if (stored.pythons.length > 0 && stored.key === key(stored.pythons)) return stored.pythons;
  const pythons = await findPythons(place);
  writeJson(path, { key: key(pythons), pythons } satisfies StoredPythons);
  return pythons;
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * The Pythons that will run the examples. The choice does not depend on the files: a lesson is proven by the same Python
 * alone and together with others.
 *
 * @param file the file in which the Pythons found are cached
 * @throws MissingEngineError when there is none, or none at the path
 */
export async function choosePythons(choice: EngineChoice, place: SearchPlace, file: string): Promise<ChosenPython[]> {
  if (typeof choice === 'object') return [{ python: await pythonAt(choice.path), chosen: 'named by --python' }];
  return choosePythonsFrom(await findPythonsOnce(place, file), choice, place.env['CALCULUS_PYTHON']);
}

async function pythonAt(path: string): Promise<FoundPython> {
  const python = await askPython(path);
  if (python) return python;
  const message = `\`${path}\` is not a working Python 3.9 or newer. Name an interpreter, as in \`--python /usr/bin/python3\`.`;
  throw new MissingEngineError(message);
}

/**
 * The choice among the Pythons found: the one with the most of the packages that lessons import, and of equals the first.
 *
 * @param named the value of the environment variable CALCULUS_PYTHON
 * @throws MissingEngineError when there is none
 */
export function choosePythonsFrom(
  found: readonly FoundPython[],
  choice: 'first' | 'all',
  named?: string,
): ChosenPython[] {
  const most = Math.max(...found.map(countPackages));
  const first = found.find((python) => countPackages(python) === most);
  if (!first) throw noPython(named);
  const others = found.filter((python) => python !== first && (first.numpy === null || python.numpy !== null));
  if (choice === 'all') {
    return [first, ...others].map((python) => ({ python, chosen: `one of ${others.length + 1} with --python all` }));
  }
  const best = found.length === 1 ? 'the only one found' : `the first of ${found.length} found with the most packages`;
  return [{ python: first, chosen: named ? 'named by CALCULUS_PYTHON' : best }];
}

function countPackages({ numpy, matplotlib }: FoundPython): number {
  return (numpy === null ? 0 : 2) + (matplotlib === null ? 0 : 1);
}
