import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes each page of a built site anew.
 *
 * @param folder of the built site
 * @param rewrite the new page for a page and the path of its file in the folder
 */
export function rewritePages(folder: URL, rewrite: (html: string, file: string) => string): void {
  const root = fileURLToPath(folder);
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const before = readFileSync(join(root, file), 'utf8');
    const after = rewrite(before, file);
    if (after !== before) writeFileSync(join(root, file), after);
  }
}
