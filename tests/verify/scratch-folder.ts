import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new, empty folder that is removed when the tests of the file have run. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'calculus-'));
  folders.push(folder);
  return folder;
}

/** Removes the folders of a test file. */
export function removeScratchFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
