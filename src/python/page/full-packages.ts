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
 * Names the wheels of NumPy and Matplotlib, and of all that they need, as the lock file of this Pyodide has them: an index
 * that serves other bytes is found out in the page.
 *
 * @param index the address of a Pyodide package index, or nothing: then pages offer no full packages
 * @param lockFile another lock file than the one that comes with Pyodide
 * @throws Error when the lock file is not there or lacks a package
 */
export function fullPackages(
  index: string | undefined,
  lockFile = join(pyodideFolder, 'pyodide-lock.json'),
): FullPackages | undefined {
  if (!index) return undefined;
  if (!existsSync(lockFile)) throw new Error(`PACKAGE_LOCK names ${lockFile}, which is not there.`);
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as Lock;
  const names = new Set(wanted);
  // A set goes on to what is added while it is gone through.
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
