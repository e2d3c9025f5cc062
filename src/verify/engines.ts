import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  describePython,
  type FoundPython,
  findPythons,
  pythonCandidates,
  type SearchPlace,
} from '../python/find-pythons.ts';
import { sha256 } from './cache.ts';
import { readJson, writeJson } from './file-store.ts';
import type { Package } from './plan.ts';

/** Which Pythons shall prove the examples: the first that has what they need, or every one that is found. */
export type EngineChoice = 'first' | 'all';

/** No Python that was found can run the examples. The message says which there are and what to do. */
export class MissingEngineError extends Error {}

interface StoredPythons {
  readonly key: string;
  readonly pythons: readonly FoundPython[];
}

/** `findPythons`, remembered in `path` until a candidate, one of its package folders or the PATH changes. */
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
 * The Pythons that will run examples which import `needs`.
 *
 * @throws MissingEngineError when no Python has all of them
 */
export function chooseEngines(
  pythons: readonly FoundPython[],
  needs: readonly Package[],
  choice: EngineChoice,
): FoundPython[] {
  const able = pythons.filter((python) => hasPackages(python, needs));
  const [first] = able;
  if (!first) throw new MissingEngineError(missingMessage(pythons, needs));
  if (choice === 'first') return [first];
  return [
    first,
    ...pythons.filter(
      (python) =>
        python !== first &&
        hasPackages(
          python,
          needs.filter((n) => n === 'numpy'),
        ),
    ),
  ];
}

export function hasPackages(python: FoundPython, needs: readonly Package[]): boolean {
  return needs.every((name) => python[name] !== null);
}

function missingMessage(pythons: readonly FoundPython[], needs: readonly Package[]): string {
  const names = needs.map((name) => ({ numpy: 'NumPy', matplotlib: 'Matplotlib' })[name]).join(' and ');
  const found = pythons.map((python) => `\n  ${describePython(python)} (${python.executable})`).join('');
  return [
    `No Python${names === '' ? '' : ` with ${names}`} was found, and the examples need one.`,
    found === '' ? 'No Python 3.9 or newer answered.' : `Found only:${found}`,
    'Install it (`npm run setup` does, where it may; else `python3 -m venv .venv && .venv/bin/pip install numpy matplotlib`),',
    'or name the interpreter in the environment variable CALCULUS_PYTHON.',
  ].join('\n');
}
