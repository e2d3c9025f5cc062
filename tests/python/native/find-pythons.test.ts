import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askPython, describePython, findPythons, pythonCandidates } from '../../../src/python/native/find-pythons.ts';
import { scratchFolder } from '../../verify/scratch-folder.ts';
import { machinePythons } from '../machine-pythons.ts';

const found = { asked: 'python3', executable: '/usr/bin/python3', prefix: '/usr', path: [], version: '3.12.1' };

describe('pythonCandidates', () => {
  it('asks only the one that is named', () => {
    const env = { CALCULUS_PYTHON: '/opt/python', PATH: '/usr/bin' };
    expect(pythonCandidates({ env, root: '/' })).toEqual(['/opt/python']);
  });

  it('prefers an environment of the project to the PATH', () => {
    const root = scratchFolder();
    const path = join(root, 'path');
    for (const [folder, name] of [
      [join(root, '.venv', 'bin'), 'python'],
      [path, 'python3'],
    ] as const) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), '');
    }
    const candidates = pythonCandidates({ env: { PATH: path }, root });
    expect(candidates.slice(0, 2)).toEqual([join(root, '.venv', 'bin', 'python'), join(path, 'python3')]);
  });
});

describe('askPython', () => {
  it.each([
    ['does not exist', undefined],
    ['is no program', 'not a program'],
    ['is no Python', '#!/bin/sh\necho hello\n'],
    ['fails', '#!/bin/sh\nexit 1\n'],
    [
      'is too old',
      '#!/bin/sh\necho \'{"executable": "x", "prefix": "/", "path": [], "version": "3.8.18", "numpy": null, "matplotlib": null}\'\n',
    ],
  ])('passes over what %s', async (_, script) => {
    const command = join(scratchFolder(), 'python');
    if (script !== undefined) writeFileSync(command, script, { mode: 0o755 });
    expect(await askPython(command)).toBeUndefined();
  });
});

it.each([
  ['an empty folder', false],
  ['a package', true],
])('of what a package leaves behind, with %s, it counts what can be imported', async (_, isPackage) => {
  const [real] = machinePythons;
  if (!real) throw new Error('No Python was found. `npm test` sets one up.');
  const folder = scratchFolder();
  for (const name of ['numpy', 'numpy-2.9.0.dist-info']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'numpy-2.9.0.dist-info', 'METADATA'),
    'Metadata-Version: 2.1\nName: numpy\nVersion: 2.9.0\n',
  );
  if (isPackage) writeFileSync(join(folder, 'numpy', '__init__.py'), '');
  const command = join(folder, 'python');
  writeFileSync(command, `#!/bin/sh\nPYTHONPATH='${folder}' exec '${real.executable}' -S "$@"\n`, { mode: 0o755 });
  expect((await askPython(command))?.numpy).toBe(isPackage ? '2.9.0' : null);
});

describe('findPythons', () => {
  it('names each Python once, whatever it is called', async () => {
    const [real] = machinePythons;
    const folder = scratchFolder();
    if (!real) throw new Error('No Python was found. `npm test` sets one up.');
    // No links: a virtual environment is known by the folder of its Python.
    const same = `#!/bin/sh\nexec '${real.executable}' "$@"\n`;
    for (const name of ['python3', 'python']) writeFileSync(join(folder, name), same, { mode: 0o755 });
    const pythons = await findPythons({ env: { PATH: folder }, root: '/' });
    expect(pythons.filter(({ prefix }) => prefix === real.prefix)).toHaveLength(1);
  });
});

describe('describePython', () => {
  it('names the installed ones', () => {
    expect(describePython({ ...found, numpy: '2.1.0', matplotlib: null })).toBe('CPython 3.12.1, NumPy 2.1.0');
    expect(describePython({ ...found, numpy: null, matplotlib: null })).toBe('CPython 3.12.1');
  });
});
