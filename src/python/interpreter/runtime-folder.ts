import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What Python in WebAssembly is made of, in one folder: everything that an interpreter reads, and nothing else. */
export interface RuntimeFolder {
  readonly path: string;
  /** Names the contents: another Pyodide or other Python of ours, another digest. */
  readonly digest: string;
  /** For people: `CPython 3.14.2 in WebAssembly`. */
  readonly label: string;
}

/** Files of Pyodide's package that an interpreter needs. */
export const pyodideFiles = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'] as const;
/** Our own Python as JSON: the text of each file by its path. */
export const sourcesFile = 'sources.json';
/** The memory of a started interpreter, for the Node that made it. */
export const snapshotFile = 'snapshot.bin';

const here = fileURLToPath(new URL('./', import.meta.url));
/** Where what all hosts share lies, and our own packages. */
const shared = fileURLToPath(new URL('../', import.meta.url));
const makerPath = join(here, 'make-snapshot.ts');
/** Pyodide's package. */
export const pyodideFolder = dirname(createRequire(import.meta.url).resolve('pyodide/pyodide.mjs'));

/**
 * Makes the folder below `cache` unless it is there: copies, the sources, and a snapshot, which takes some seconds.
 */
export async function prepareRuntime(cache: string): Promise<RuntimeFolder> {
  const sources = JSON.stringify(readSources());
  const { version } = JSON.parse(readFileSync(join(pyodideFolder, 'package.json'), 'utf8')) as { version: string };
  const startUp = ['interpreter.ts', 'make-snapshot.ts'].map((name) => readFileSync(join(here, name), 'utf8'));
  const digest = createHash('sha256')
    .update(JSON.stringify([sources, version, startUp]))
    .digest('hex')
    .slice(0, 16);
  const path = join(cache, `${digest}-${process.version}`);
  if (!existsSync(path)) await make(path, sources);
  return { path, digest, label: readFileSync(join(path, 'label.txt'), 'utf8') };
}

const interpreterFiles = ['embedded.py', 'embedded_blocks.py', 'event_loop.py', 'open_modules.py', 'plain_refusals.py'];

/** Our own Python: what every interpreter gets, by the path under which it is imported. */
export function readSources(): Record<string, string> {
  const folder = (from: string) =>
    readdirSync(from, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  const packages = join(shared, 'packages');
  const modules = [
    ...['harness.py', 'runner.py'].map((name) => [name, join(shared, name)] as const),
    ...interpreterFiles.map((name) => [name, join(here, name)] as const),
  ];
  const ours = existsSync(packages)
    ? folder(packages).map((path) => [path.slice(packages.length + 1), path] as const)
    : [];
  return Object.fromEntries(
    [...modules, ...ours].map(([name, path]) => [name.replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

async function make(path: string, sources: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  for (const name of pyodideFiles) copyFileSync(join(pyodideFolder, name), join(draft, name));
  writeFileSync(join(draft, sourcesFile), sources);
  const { stdout } = await promisify(execFile)(process.execPath, [makerPath, draft], { env: {}, timeout: 120_000 });
  writeFileSync(join(draft, 'label.txt'), stdout.trim());
  // Another process has made the same folder in the meantime.
  if (existsSync(path)) rmSync(draft, { recursive: true });
  else renameSync(draft, path);
}
