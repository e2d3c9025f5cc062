import {
  chmodSync,
  chownSync,
  linkSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../core/input-error.ts';
import { removeLeftovers, temporaryName } from './temporary-files.ts';

/** A file that has another name, a hard link, which was not found. */
export class HardLinkError extends InputError {}

/**
 * Replaces a file's content in one step, so that a process that is killed leaves the old file or the new one: a temporary
 * file in the same folder, with the same permissions and owner, is renamed over it. A symbolic link stays, and its target
 * is replaced. A file with several hard links is replaced under all of its names, of which the given one comes last; a
 * process that is killed between two of them leaves separate files, each of them whole.
 *
 * @param within the folder in which the other names of the file are searched; by default its own
 * @throws HardLinkError if not all of its names are there
 */
export function replaceFile(path: string, content: string, within?: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  const target = stat ? realpathSync(path) : path;
  removeLeftovers(target);
  const others = stat && stat.nlink > 1 ? otherNames(target, stat, within ?? dirname(target)) : [];
  const temporary = temporaryName(target);
  const links = others.map((_, i) => temporaryName(target, i + 1));
  try {
    writeFileSync(temporary, content);
    if (stat) keepOwner(temporary, stat);
    for (const link of links) linkSync(temporary, link);
    for (const [i, link] of links.entries()) renameSync(link, others[i] ?? target);
    renameSync(temporary, target);
  } catch (error) {
    for (const one of [temporary, ...links]) rmSync(one, { force: true });
    throw error;
  }
}

function keepOwner(path: string, { mode, uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only root may change a file's owner: otherwise the file belongs to the user who runs this.
  }
  chmodSync(path, mode);
}

/** The other names of a file, in a folder and those below it. */
function otherNames(path: string, { nlink, ino, dev }: Stats, folder: string): string[] {
  const isOther = (entry: string) => {
    const one = statSync(entry, { throwIfNoEntry: false });
    return one?.ino === ino && one.dev === dev;
  };
  const found = [...filesBelow(realpathSync(folder))].filter((entry) => entry !== path && isOther(entry));
  if (found.length === nlink - 1) return found;
  throw new HardLinkError(
    `\`${basename(path)}\` has ${nlink} names (hard links), of which ${found.length + 1} found in ${folder}; it is written under all or none. Separate it from the others: \`cp ${basename(path)} NEW && mv NEW ${basename(path)}\`.`,
  );
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !isForTools(entry.name)) yield* filesBelow(path);
  }
}

/** Folders that contain no pages, and many files. */
function isForTools(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
