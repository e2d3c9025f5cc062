import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pyodideFolder } from '../interpreter/runtime-folder.ts';
import type { FullPackages } from './page-runtime.ts';

/** Part of Pyodide's lock file. */
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly file_name: string; readonly sha256: string; readonly depends: readonly string[] }>
  >;
}

const wanted = ['numpy', 'matplotlib'];

/**
 * The wheels of NumPy and Matplotlib and their dependencies, with the digests in the lock file of this Pyodide: the page
 * refuses an index that serves other bytes.
 *
 * @param index the address of a Pyodide package index; without one, pages do not offer the real packages
 * @param lockFile another lock file than that of the installed Pyodide
 * @throws Error if the lock file does not exist or lacks a package
 */
export function fullPackages(
  index: string | undefined,
  lockFile = join(pyodideFolder, 'pyodide-lock.json'),
): FullPackages | undefined {
  if (!index) return undefined;
  if (!existsSync(lockFile)) throw new Error(`PACKAGE_LOCK is ${lockFile}, which does not exist.`);
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as Lock;
  const names = new Set(wanted);
  // The iteration over a set includes items that are added meanwhile.
  for (const name of names) {
    const found = packages[name];
    if (!found) throw new Error(`${lockFile} has no package ${name}.`);
    for (const needed of found.depends) names.add(needed.toLowerCase());
  }
  const wheels = [...names].map((name) => {
    const { file_name: file = '', sha256 = '' } = packages[name] ?? {};
    return { file, sha256 };
  });
  return { index: index.endsWith('/') ? index : `${index}/`, wheels };
}
