import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * A name for the new content of a file until it is renamed: `lesson.mdx.1234-567.tmp`, with the process and its start,
 * since the system gives the number of a process that has ended to another one.
 *
 * @param index distinguishes several of one file
 */
export function temporaryName(path: string, index = 0): string {
  return `${path}.${process.pid}-${startOf(process.pid)}${index === 0 ? '' : `.${index}`}.tmp`;
}

/** Removes the temporary files of a file whose processes were killed. */
export function removeLeftovers(path: string): void {
  const name = basename(path);
  const folder = dirname(path);
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`${name}.`)) continue;
    const [, pid, start] = /^\.(\d+)(?:-(\d*))?(?:\.\d+)?\.tmp$/.exec(entry.slice(name.length)) ?? [];
    const temporary = join(folder, entry);
    if (pid !== undefined && (!isRunning(Number(pid), start) || isOld(temporary))) rmSync(temporary, { force: true });
  }
}

/** Whether the process that wrote a file is running. In this process no file is being written when it asks. */
function isRunning(pid: number, start: string | undefined): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // With another code it runs, and belongs to another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return start === undefined || start === '' || startOf(pid) === start;
}

/** The start of a process in ticks since the system's, where the system tells it (Linux); otherwise empty. */
function startOf(pid: number): string {
  try {
    // The fields after the name of the program, which is in parentheses and may contain any character.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return fields?.[19] ?? '';
  } catch {
    return '';
  }
}

/** A file is renamed at once after it is written: one that is a minute old was left behind. */
function isOld(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - written > 60_000;
}
