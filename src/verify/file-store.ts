import {
  chmodSync,
  chownSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The JSON in a file, or `fallback` where there is none or it is damaged: a cache may always be rebuilt. */
export function readJson<T>(path: string, fallback: T): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // Missing, or incomplete because the process was killed: the content can be computed again.
    return fallback;
  }
}

/** Writes JSON in one step: a reader gets the old file or the new one, never a part. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, JSON.stringify(value));
}

/**
 * Replaces a file's content in one step: a temporary file in the same folder, with the same permissions and owner, is
 * renamed over it. A symbolic link stays, and its target is replaced. A file with several hard links is written in
 * place, since renaming would separate them.
 */
export function replaceFile(path: string, content: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  const target = stat ? realpathSync(path) : path;
  removeLeftovers(target);
  if (stat && stat.nlink > 1) writeInPlace(target, content);
  else renameOver(target, content, stat);
}

function renameOver(path: string, content: string, stat: Stats | undefined): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content);
    if (stat) keepOwner(temporary, stat);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
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

function writeInPlace(path: string, content: string): void {
  const bytes = Buffer.from(content);
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
    ftruncateSync(file, bytes.length);
  } finally {
    closeSync(file);
  }
}

/** Removes the temporary files of killed processes from the folder of a file. */
export function removeLeftovers(path: string): void {
  const name = basename(path);
  const folder = dirname(path);
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`${name}.`)) continue;
    const pid = /^\.(\d+)\.tmp$/.exec(entry.slice(name.length))?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, entry), { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process runs, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
