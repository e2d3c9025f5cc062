import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { InputError } from '../../core/input-error.ts';
import type { SessionFile } from '../../python/engine.ts';
import type { Configuration, DataFolder } from './configuration.ts';

/** A data folder that does not exist or is too large. */
export class DataFolderError extends InputError {}

/** The most bytes of a guide's data: they are copied for each session. */
const mostBytes = 64 * 2 ** 20;

/**
 * The files of the data folders of a configuration, with their paths in the working directory of a session.
 *
 * @throws DataFolderError when a folder does not exist, or when there is too much data
 */
export function dataFiles({ folder, data }: Configuration): SessionFile[] {
  const files = data.flatMap((one) => filesOf(one, folder));
  const bytes = files.reduce((sum, { from }) => sum + statSync(from).size, 0);
  if (bytes > mostBytes) {
    const size = Math.ceil(bytes / 2 ** 20);
    throw new DataFolderError(
      `The data folders of ${folder} have ${size} MB, and at most ${mostBytes >> 20} MB are copied.`,
    );
  }
  return files;
}

function filesOf({ from, as }: DataFolder, folder: string): SessionFile[] {
  const root = resolve(folder, from);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DataFolderError(
      `There is no data folder \`${from}\` in ${folder}: correct \`data\` in its configuration.`,
    );
  }
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => entry.isFile() && !path.split(sep).includes('.git'))
    .map(({ path }) => ({
      path: posix.normalize(posix.join(as, relative(root, path).split(sep).join('/'))),
      from: path,
      digest: createHash('sha256').update(readFileSync(path)).digest('hex'),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
