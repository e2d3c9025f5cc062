import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RuntimeStartError } from './runtime-start-error.ts';

/** The folder with the files of Python in WebAssembly: everything that an interpreter reads, and nothing else. */
export interface RuntimeFolder {
  readonly path: string;
  /** The digest of the contents, which changes with Pyodide and with our own Python. */
  readonly digest: string;
  /** A readable name: `CPython 3.14.2 in WebAssembly`. */
  readonly label: string;
}

/** Files of Pyodide's package that an interpreter needs. */
export const pyodideFiles = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'] as const;
/** Our own Python as JSON: the text of each file by its path. */
export const sourcesFile = 'sources.json';
/** The memory of a started interpreter, valid for the version of Node that made it. */
export const snapshotFile = 'snapshot.bin';

const here = fileURLToPath(new URL('./', import.meta.url));
/** The folder with the files that all hosts share, and our own packages. */
const shared = fileURLToPath(new URL('../', import.meta.url));
/** `.ts` here, and `.js` in the package of the verifier. */
const extension = extname(import.meta.url);
const makerPath = join(here, `make-snapshot${extension}`);
/** Pyodide's package. */
export const pyodideFolder = dirname(createRequire(import.meta.url).resolve('pyodide/pyodide.mjs'));

/**
 * Creates the folder below `cache` unless it exists: copies, the sources, and a snapshot, which takes some seconds.
 *
 * @throws RuntimeStartError if Python does not start
 */
export async function prepareRuntime(cache: string): Promise<RuntimeFolder> {
  const sources = JSON.stringify(readSources());
  const { version } = JSON.parse(readFileSync(join(pyodideFolder, 'package.json'), 'utf8')) as { version: string };
  const startUp = ['interpreter', 'make-snapshot'].map((name) =>
    readFileSync(join(here, `${name}${extension}`), 'utf8'),
  );
  const digest = createHash('sha256')
    .update(JSON.stringify([sources, version, startUp]))
    .digest('hex')
    .slice(0, 16);
  mkdirSync(cache, { recursive: true });
  // The process of an interpreter may read this folder only, and Node compares with the path without links.
  const path = join(realpathSync(cache), `${digest}-${process.version}`);
  if (!existsSync(path)) await make(path, sources);
  return { path, digest, label: readFileSync(join(path, 'label.txt'), 'utf8') };
}

const sharedFiles = [
  ...['harness.py', 'runner.py'],
  ...[
    'check_answer.py',
    'checking.py',
    'answer_limits.py',
    'answer_seeds.py',
    'answer_values.py',
    'made_up.py',
    'mutants.py',
  ],
];
const interpreterFiles = ['embedded.py', 'embedded_blocks.py', 'event_loop.py', 'open_modules.py', 'plain_refusals.py'];

/** The texts of our own Python files, by the path from which they are imported. */
export function readSources(): Record<string, string> {
  return Object.fromEntries(ownFiles().map(([name, path]) => [name, readFileSync(path, 'utf8')]));
}

/** The paths of our own Python files, with the path from which they are imported. */
function ownFiles(): (readonly [name: string, path: string])[] {
  const folder = (from: string) =>
    readdirSync(from, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  const packages = join(shared, 'packages');
  const modules = [
    ...sharedFiles.map((name) => [name, join(shared, name)] as const),
    ...interpreterFiles.map((name) => [name, join(here, name)] as const),
  ];
  const ours = existsSync(packages)
    ? folder(packages).map((path) => [path.slice(packages.length + 1).replaceAll('\\', '/'), path] as const)
    : [];
  return [...modules, ...ours];
}

async function make(path: string, sources: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  for (const name of pyodideFiles) copyFileSync(join(pyodideFolder, name), join(draft, name));
  writeFileSync(join(draft, sourcesFile), sources);
  writeFileSync(join(draft, 'label.txt'), await makeSnapshot(draft));
  // Another process may have created the same folder in the meantime.
  if (existsSync(path)) rmSync(draft, { recursive: true });
  else renameSync(draft, path);
}

/**
 * Creates the snapshot in a folder that has all other files. Returns the interpreter's label.
 *
 * @throws RuntimeStartError
 */
export async function makeSnapshot(folder: string): Promise<string> {
  const [{ execFile }, { promisify }] = await Promise.all([import('node:child_process'), import('node:util')]);
  try {
    const run = promisify(execFile)(process.execPath, [makerPath, folder], { env: {}, timeout: 120_000 });
    return (await run).stdout.trim();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const { stderr = '', killed = false } = error as { stderr?: string; killed?: boolean };
    const sources = new Map(ownFiles());
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    throw new RuntimeStartError(killed ? 'TimeoutError: it took more than two minutes' : stderr, (name) =>
      sources.get(name)?.slice(root.length).replaceAll('\\', '/'),
    );
  }
}
