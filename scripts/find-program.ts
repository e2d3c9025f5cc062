import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the first of these programs that is in a folder of the PATH or in `/usr/bin`; `undefined` if none is. */
export function findProgram(env: NodeJS.ProcessEnv, ...names: readonly string[]): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
