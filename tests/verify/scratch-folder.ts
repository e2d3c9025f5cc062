import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A new, empty folder that is removed when the tests of the file have run. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'calculus-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
