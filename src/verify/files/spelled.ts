import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * A path in a folder as it is really spelled, in whichever letter case; none where there is no such file. Some machines find
 * a file by a name in other letters, and the server of the site does not.
 */
export function spelled(path: string, top: string): string | undefined {
  if (path === top || dirname(path) === path) return path;
  const above = spelled(dirname(path), top);
  if (above === undefined || !statSync(above, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const [name, names] = [basename(path), readdirSync(above)];
  const isSame = (one: string) => one.toLowerCase() === name.toLowerCase();
  const found = names.includes(name) ? name : names.find(isSame);
  return found === undefined ? undefined : join(above, found);
}
