import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeSnapshot, prepareRuntime } from '../../../src/python/interpreter/runtime-folder.ts';
import { RuntimeStartError } from '../../../src/python/interpreter/runtime-start-error.ts';
import { sampleOf } from '../../depth.ts';
import { scratchFolder } from '../../verify/scratch-folder.ts';

const { path } = await prepareRuntime(join(fileURLToPath(new URL('../../..', import.meta.url)), '.cache', 'python'));

/** The message with which a runtime does not start whose files are changed. */
async function failed(change: (folder: string) => void): Promise<string> {
  const folder = join(scratchFolder(), 'runtime');
  cpSync(path, folder, { recursive: true });
  rmSync(join(folder, 'snapshot.bin'));
  change(folder);
  const error = await makeSnapshot(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RuntimeStartError);
  expect(existsSync(folder)).toBe(false);
  return (error as Error).message;
}

function broken(name: string, code: string): (folder: string) => void {
  return (folder) => {
    const file = join(folder, 'sources.json');
    const sources = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    writeFileSync(file, JSON.stringify({ ...sources, [name]: code }));
  };
}

const where = 'Python in WebAssembly could not be started: ';

it.each(
  sampleOf('faults of ours', [
    [
      'numpy/__init__.py',
      '\nnot_defined\n',
      `src/python/packages/numpy/__init__.py:2: ${where}NameError: name 'not_defined'`,
    ],
    [
      'embedded.py',
      'import nothing_here',
      `src/python/interpreter/embedded.py:1: ${where}ModuleNotFoundError: No module`,
    ],
    ['harness.py', 'x = (', `src/python/harness.py:1: ${where}SyntaxError: '(' was never closed`],
  ]),
)('a fault in our own Python is named with its file and line: %s', async (name, code, message) => {
  const said = await failed(broken(name, code));
  expect(said).toContain(message);
  expect(said).toMatch(/^[^\n]+\nCorrect that file, and run the command again\.$/);
});

it.each(
  sampleOf('damaged files', [
    ['a program that is cut off', 'pyodide.asm.wasm'],
    ['JavaScript that is none', 'pyodide.asm.mjs'],
    ['a library that is empty', 'python_stdlib.zip'],
  ]),
)('damaged files are said to be so, without a line of them: %s', async (_what, name) => {
  const said = await failed((folder) => {
    const text = readFileSync(join(folder, name));
    writeFileSync(join(folder, name), text.subarray(0, text.length >> 1));
  });
  expect(said).toMatch(
    /^Python in WebAssembly could not be started: [^\n]{1,301}\nIts files may be damaged: run `npm ci`/,
  );
  expect(said).not.toMatch(/minified|async function|\bat \w+ \(|\/tmp\//);
});
