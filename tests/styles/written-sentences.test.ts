import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { expect, it } from 'vitest';

const styles = fileURLToPath(new URL('../../src/styles', import.meta.url));

/** The declarations of each rule of the components that writes a sentence. */
const written = readdirSync(join(styles, 'components'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .flatMap((name) => {
    const found: Record<string, string>[] = [];
    postcss.parse(readFileSync(join(styles, 'components', name), 'utf8')).walkRules((rule) => {
      const values = rule.nodes.flatMap((node) => (node.type === 'decl' ? [[node.prop, node.value] as const] : []));
      const all = Object.fromEntries(values);
      if (/^"[^"]+ [^"]+ [^"]+"$/.test(all['content'] ?? '')) found.push(all);
    });
    return found;
  });

it('lets a sentence that a stylesheet writes break into lines, also where it stands over a program', () => {
  expect(written.length).toBeGreaterThan(0);
  for (const rule of written) expect(rule).toMatchObject({ 'white-space': 'normal' });
});
