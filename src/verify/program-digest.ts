import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from './cache.ts';

/** The layers of this program by which a file is read: one that is changed may read it otherwise. */
export const readingLayers = ['core', 'examples', 'verify'] as const;
/** The layers by which code is run. */
export const runningLayers = ['core', 'examples', 'python'] as const;

const source = fileURLToPath(new URL('../', import.meta.url));
const packages = fileURLToPath(new URL('../../node_modules/.package-lock.json', import.meta.url));

/** A digest of this program as far as it reads files: its own layers, Node, and every package that is installed. */
export function readerDigest(): string {
  return programDigest(readingLayers.map((layer) => join(source, layer)));
}

/** A digest of this program as far as it runs Python. */
export function runnerDigest(): string {
  return programDigest(runningLayers.map((layer) => join(source, layer)));
}

/**
 * A digest of all files in some folders and below, the Node that runs them, and the versions of the packages they use.
 *
 * @param lock the file in which npm says what is installed
 */
export function programDigest(folders: readonly string[], lock = packages): string {
  const files = folders.flatMap(filesBelow).map((path) => `${path}\n${readFileSync(path, 'utf8')}`);
  const installed = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  return sha256([process.version, installed, ...files].join('\0'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|py|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
