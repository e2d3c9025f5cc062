import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A Python on this machine, as it describes itself. */
export interface FoundPython {
  /** The command that starts it, for example `python3`. */
  readonly asked: string;
  /** Absolute path of the interpreter. */
  readonly executable: string;
  /** Its installation prefix: two commands with the same prefix are the same Python. */
  readonly prefix: string;
  /** The folders from which it imports. */
  readonly path: readonly string[];
  readonly version: string;
  /** Versions of the packages that examples import; `null` where a package is missing. */
  readonly numpy: string | null;
  readonly matplotlib: string | null;
}

export interface SearchPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly root: string;
}

const question = `
import importlib.metadata, importlib.util, json, platform, sys
def version(name):
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return None  # What a package left behind when it was removed does not count: neither its version nor its folder.
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
print(json.dumps({
    "executable": sys.executable,
    "prefix": sys.prefix,
    "path": [entry for entry in sys.path if entry],
    "version": platform.python_version(),
    "numpy": version("numpy"),
    "matplotlib": version("matplotlib"),
}))
`;

/**
 * The commands that may be a Python, in order of preference: only the one in `CALCULUS_PYTHON` if it is set; else a
 * virtual environment that is active or in the project, every `python3` and `python` on the PATH, and the usual places.
 */
export function pythonCandidates({ env, root }: SearchPlace): string[] {
  const { CALCULUS_PYTHON: named } = env;
  if (named) return [named];
  const onPath = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const environments = [env['VIRTUAL_ENV'], join(root, '.venv')].filter((folder) => folder !== undefined);
  const places = [
    ...environments.map((folder) => join(folder, 'bin', 'python')),
    ...onPath.map((folder) => join(folder, 'python3')),
    '/usr/bin/python3',
    '/usr/local/bin/python3',
    ...onPath.map((folder) => join(folder, 'python')),
  ];
  return [...new Set(places)].filter((path) => existsSync(path));
}

/** Runs one command to learn its version and packages; `undefined` if it is not a working Python 3.9 or newer. */
export async function askPython(command: string): Promise<FoundPython | undefined> {
  try {
    const { stdout } = await promisify(execFile)(command, ['-B', '-c', question], { timeout: 30_000 });
    const answer = JSON.parse(stdout) as Omit<FoundPython, 'asked'>;
    return isRecent(answer.version) ? { asked: command, ...answer } : undefined;
  } catch {
    // Not a Python, broken, or too slow: it is no candidate, and the next command is tried.
    return undefined;
  }
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 3 && minor >= 9;
}

/** All working Pythons, each once, in the order of `pythonCandidates`. */
export async function findPythons(place: SearchPlace): Promise<FoundPython[]> {
  const answers = await Promise.all(pythonCandidates(place).map(askPython));
  const byPrefix = new Map<string, FoundPython>();
  for (const answer of answers) {
    if (answer && !byPrefix.has(answer.prefix)) byPrefix.set(answer.prefix, answer);
  }
  return [...byPrefix.values()];
}

/** `CPython 3.11.2, NumPy 1.24.2, Matplotlib 3.6.3`, with the installed packages only. */
export function describePython({ version, numpy, matplotlib }: FoundPython): string {
  const parts = [`CPython ${version}`];
  if (numpy !== null) parts.push(`NumPy ${numpy}`);
  if (matplotlib !== null) parts.push(`Matplotlib ${matplotlib}`);
  return parts.join(', ');
}
