import { existsSync, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import type { EngineChoice } from './engines.ts';

/** Where a Python is looked for by its name. */
export interface PythonPlace {
  /** The folder to which paths are relative. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The choice that a word names: `first`, `all`, a path (a word with a slash), or a command on the PATH. `undefined` where
 * there is no such interpreter.
 */
export function readPythonChoice(text: string, { cwd, env }: PythonPlace): EngineChoice | undefined {
  if (text === 'first' || text === 'all') return text;
  const folders = /[\\/]/.test(text) ? [cwd] : (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const path = folders.map((folder) => resolve(folder, text)).find((one) => existsSync(one));
  return path !== undefined && statSync(path).isFile() ? { path } : undefined;
}
